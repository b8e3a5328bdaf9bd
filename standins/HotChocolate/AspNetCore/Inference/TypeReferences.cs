using System.Reflection;
using HotChocolate.Model;

namespace HotChocolate.Inference;

/// <summary>Turns a C# type, with what the compiler noted of its nullability, into the type of a field or an argument.</summary>
internal sealed class TypeReferences(TypeCatalogue catalogue)
{
    private readonly NullabilityInfoContext _nullability = new();

    public SchemaType OfMember(MemberInfo member) => member switch
    {
        PropertyInfo property => Of(property, property.PropertyType, _nullability.Create(property), input: false),
        MethodInfo method => Of(method, method.ReturnType, _nullability.Create(method.ReturnParameter), input: false),
        _ => throw new SchemaInferenceException($"{member} is neither a property nor a method.")
    };

    public SchemaType OfArgument(ParameterInfo parameter) =>
        Of(parameter, parameter.ParameterType, _nullability.Create(parameter), input: true);

    public SchemaType OfInputField(PropertyInfo property) =>
        Of(property, property.PropertyType, _nullability.Create(property), input: true);

    private SchemaType Of(ICustomAttributeProvider owner, Type type, NullabilityInfo nullability, bool input)
    {
        if (Attribute<GraphQLTypeAttribute>(owner) is { } said)
        {
            return said.TypeSyntax is { } syntax
                ? TypeSyntax.Read(syntax, Name(owner), catalogue)
                : catalogue.OfSchemaType(said.Type!, Name(owner));
        }

        var id = owner.IsDefined(typeof(Types.Relay.IDAttribute), inherit: true);
        var result = Inner(Unwrap(type), Unwrap(type, nullability), new Place(Name(owner), input, id));
        return Attribute<GraphQLNonNullTypeAttribute>(owner) is { } nonNull ? WithNullability(result, nonNull.Nullable) : result;
    }

    private SchemaType Inner(Type type, NullabilityInfo nullability, Place place)
    {
        var value = Nullable.GetUnderlyingType(type);
        var isNullable = value is not null || !type.IsValueType && nullability.ReadState != NullabilityState.NotNull;
        var clr = value ?? type;
        SchemaType inner = ClrTypes.ElementOfList(clr) is { } element
            ? new ListType(Inner(element, ElementNullability(clr, nullability), place))
            : Named(clr, place);
        return isNullable ? inner : new NonNullType(inner);
    }

    private NamedModel Named(Type clr, Place place)
    {
        if (place.Id)
        {
            return BuiltInScalars.Id;
        }

        return place.Input ? catalogue.Input(clr, place.Owner) : catalogue.Output(clr, place.Owner);
    }

    private static NullabilityInfo ElementNullability(Type list, NullabilityInfo nullability) =>
        nullability.ElementType ?? (nullability.GenericTypeArguments is [var single] ? single
            : throw new SchemaInferenceException($"The elements of {list} cannot be told; use a list or an array."));

    /// <summary>Takes off Task, ValueTask and Optional.</summary>
    private static Type Unwrap(Type type)
    {
        var awaited = ClrTypes.Awaited(type) ?? throw new SchemaInferenceException("A field must answer something.");
        return ClrTypes.IsOptional(awaited) ? awaited.GetGenericArguments()[0] : awaited;
    }

    private static NullabilityInfo Unwrap(Type type, NullabilityInfo nullability) =>
        ClrTypes.IsAwaitable(type) || ClrTypes.IsOptional(type) ? nullability.GenericTypeArguments[0] : nullability;

    private static SchemaType WithNullability(SchemaType type, ReadOnlySpan<bool> nullable)
    {
        if (nullable.IsEmpty)
        {
            return type;
        }

        var inner = type.Nullable is ListType list ? new ListType(WithNullability(list.Element, nullable[1..])) : type.Nullable;
        return nullable[0] ? inner : new NonNullType(inner);
    }

    private static T? Attribute<T>(ICustomAttributeProvider owner)
        where T : Attribute =>
        (T?)owner.GetCustomAttributes(typeof(T), inherit: true).FirstOrDefault();

    private static string Name(ICustomAttributeProvider owner) => owner switch
    {
        ParameterInfo parameter => $"parameter {parameter.Name} of {parameter.Member.DeclaringType?.Name}.{parameter.Member.Name}",
        MemberInfo member => $"{member.DeclaringType?.Name}.{member.Name}",
        _ => owner.ToString() ?? ""
    };

    private readonly record struct Place(string Owner, bool Input, bool Id);
}
