using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Model;

namespace HotChocolate.Inference;

/// <summary>
/// Makes the C# value of an input object: through its constructor where properties are bound to it, then through setters.
/// </summary>
internal static class InputObjects
{
    /// <summary>The constructor to use: the one without parameters if there is one, else the one with the most.</summary>
    public static ConstructorInfo? Constructor(Type clr)
    {
        var open = clr.GetConstructors().Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != clr)
            .OrderBy(c => c.GetParameters().Length).ToArray();
        return open is [var first, ..] && first.GetParameters().Length == 0 ? first : open.LastOrDefault();
    }

    public static ParameterInfo? Parameter(ConstructorInfo? constructor, PropertyInfo property) =>
        constructor?.GetParameters().FirstOrDefault(p =>
            p.ParameterType == property.PropertyType && string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    public static Func<InputObjectValues, object?> Factory(Type clr, ConstructorInfo? constructor, IReadOnlyList<PropertyInfo> bound)
    {
        var given = Expression.Parameter(typeof(InputObjectValues));
        var parameters = constructor?.GetParameters() ?? [];
        var positions = parameters.Select(p => Position(p, bound)).ToArray();
        if (Array.IndexOf(positions, -1) is >= 0 and var unbound)
        {
            throw new SchemaInferenceException(
                $"The constructor of {clr.Name} wants '{parameters[unbound].Name}', which no property holds.");
        }

        var made = constructor is null
            ? Expression.New(clr)
            : Expression.New(constructor, parameters.Select((p, i) => Read(given, positions[i], p.ParameterType)));
        var setters = bound.Select((p, i) => (Property: p, Index: i))
            .Where(b => !positions.Contains(b.Index) && b.Property.CanWrite)
            .Select(b => Expression.Bind(b.Property, Read(given, b.Index, b.Property.PropertyType)));
        var body = Expression.Convert(Expression.MemberInit(made, setters), typeof(object));
        return Expression.Lambda<Func<InputObjectValues, object?>>(body, given).Compile();
    }

    private static int Position(ParameterInfo parameter, IReadOnlyList<PropertyInfo> bound)
    {
        for (var i = 0; i < bound.Count; i++)
        {
            if (bound[i].PropertyType == parameter.ParameterType
                && string.Equals(bound[i].Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static MethodCallExpression Read(ParameterExpression given, int index, Type type)
    {
        var optional = ClrTypes.IsOptional(type);
        var read = typeof(InputObjects).GetMethod(
            optional ? nameof(OptionalAt) : nameof(ValueAt), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(optional ? type.GetGenericArguments()[0] : type);
        return Expression.Call(read, given, Expression.Constant(index));
    }

    private static T? ValueAt<T>(InputObjectValues given, int index) => given.Values[index] is T value ? value : default;

    private static Optional<T> OptionalAt<T>(InputObjectValues given, int index) =>
        given.IsSet[index] ? new Optional<T>(ValueAt<T>(given, index)) : default;
}
