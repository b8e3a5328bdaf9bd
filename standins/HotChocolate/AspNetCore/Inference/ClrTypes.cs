using System.Collections;
using System.Reflection;

namespace HotChocolate.Inference;

/// <summary>What a C# type is to GraphQL: awaitable wrappers taken off, lists told from values.</summary>
internal static class ClrTypes
{
    /// <summary>The type inside Task or ValueTask, or the type itself; null when nothing is answered.</summary>
    public static Type? Awaited(Type type)
    {
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
        {
            return null;
        }

        return IsAwaitable(type) ? type.GetGenericArguments()[0] : type;
    }

    public static bool IsAwaitable(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>));

    public static Type? ElementOfList(Type type)
    {
        if (type == typeof(string))
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetElementType();
        }

        if (!typeof(IEnumerable).IsAssignableFrom(type))
        {
            return null;
        }

        var sequence = IsSequence(type) ? type : type.GetInterfaces().FirstOrDefault(IsSequence);
        return sequence?.GetGenericArguments()[0];
    }

    public static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <summary>Methods first, then properties, each in the order of declaration, base types before derived ones.</summary>
    public static IEnumerable<MemberInfo> Members(Type type, bool withStatic)
    {
        var flags = BindingFlags.Public | BindingFlags.Instance | (withStatic ? BindingFlags.Static : 0);
        // Asked of the type itself, not of its base types: only so is it known what a generic base type's parameters are, null included.
        var members = type.IsInterface
            ? type.GetInterfaces().Append(type).SelectMany(t => t.GetMembers(flags)).Where(IsField).ToArray()
            : type.GetMembers(flags).Where(IsField).OrderBy(m => Depth(m.DeclaringType)).ToArray();
        return members.OfType<MethodInfo>().Cast<MemberInfo>().Concat(members.OfType<PropertyInfo>()).DistinctBy(m => m.Name);
    }

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private static bool IsField(MemberInfo member) => !member.IsDefined(typeof(GraphQLIgnoreAttribute)) && member switch
    {
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0,
        MethodInfo method => !method.IsSpecialName && !method.IsGenericMethod && !OverridesObject(method)
            && method.Name is not ("Deconstruct" or "<Clone>$") && Awaited(method.ReturnType) is not null
            && method.GetParameters().All(p => !p.ParameterType.IsByRef),
        _ => false
    };

    private static bool OverridesObject(MethodInfo method) =>
        method is { Name: "Equals", IsStatic: false }
        || method.GetBaseDefinition().DeclaringType is { } root && (root == typeof(object) || root == typeof(ValueType));
}
