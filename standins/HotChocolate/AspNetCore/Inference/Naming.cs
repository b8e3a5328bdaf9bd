using System.Reflection;
using System.Text;
using HotChocolate.Types;

namespace HotChocolate.Inference;

/// <summary>How C# names become GraphQL names: `GetWardsAsync` is `wards`, `PeerMentor` is `PEER_MENTOR`.</summary>
internal static class Naming
{
    public static string OfType(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>(inherit: false) is { } named)
        {
            return named.Name;
        }

        var given = type.GetCustomAttribute<ObjectTypeAttribute>(inherit: false)?.Name
            ?? type.GetCustomAttribute<InterfaceTypeAttribute>(inherit: false)?.Name
            ?? type.GetCustomAttribute<UnionTypeAttribute>(inherit: false)?.Name
            ?? type.GetCustomAttribute<EnumTypeAttribute>(inherit: false)?.Name;
        return given ?? Plain(type);
    }

    /// <summary>An input type gets `Input` appended unless its name ends so; only [InputObjectType] overrules that.</summary>
    public static string OfInputType(Type type)
    {
        if (type.GetCustomAttribute<InputObjectTypeAttribute>(inherit: false)?.Name is { } given)
        {
            return given;
        }

        var name = type.GetCustomAttribute<GraphQLNameAttribute>(inherit: false)?.Name ?? Plain(type);
        return name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input";
    }

    public static string OfMember(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } named)
        {
            return named.Name;
        }

        return member is MethodInfo method ? OfMethod(method) : Camel(member.Name);
    }

    public static string OfParameter(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Camel(parameter.Name!);

    public static string OfEnumValue(FieldInfo value) =>
        value.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? UpperSnake(value.Name);

    private static string OfMethod(MethodInfo method)
    {
        var name = method.Name;
        if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) && IsAsynchronous(method.ReturnType))
        {
            name = name[..^5];
        }

        if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal))
        {
            name = name[3..];
        }

        return Camel(name);
    }

    private static bool IsAsynchronous(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>));

    private static string Plain(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return name + "Of" + string.Join("And", type.GetGenericArguments().Select(OfType));
    }

    /// <summary>Lowers the leading capitals, all but the one that begins the next word: `GPName` is `gpName`.</summary>
    private static string Camel(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && char.IsLower(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }

    private static string UpperSnake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));
            if (startsWord)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }
}
