using System.Reflection;
using System.Text;
using HotChocolate.Types.Relay;

namespace HotChocolate.Inference;

/// <summary>What [ID] does: values go out and come in as the base64 of `Type:value`.</summary>
internal static class GlobalIds
{
    public static Func<object?, object?>? Formatter(MemberInfo member, string typeName)
    {
        if (member.GetCustomAttribute<IDAttribute>() is not { } id)
        {
            return null;
        }

        var name = id.TypeName ?? typeName;
        return value => value is null ? null : Format(name, value);
    }

    /// <summary>From the global id a client gave to the value inside; null when the member is no id.</summary>
    public static Func<object?, object?>? Parser(ICustomAttributeProvider member, Type type)
    {
        if (member.GetCustomAttributes(typeof(IDAttribute), inherit: true) is not [IDAttribute id, ..])
        {
            return null;
        }

        var target = Nullable.GetUnderlyingType(type) ?? type;
        return value => value is string text ? Parse(text, id.TypeName, target) : value;
    }

    public static string Format(string typeName, object value) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{typeName}:{value}")));

    private static object Parse(string text, string? typeName, Type target)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            throw Invalid();
        }

        var plain = Encoding.UTF8.GetString(bytes.AsSpan(0, length));
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || typeName is not null && plain[..colon] != typeName)
        {
            throw Invalid();
        }

        try
        {
            return Convert.ChangeType(plain[(colon + 1)..], target, System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is FormatException or InvalidCastException or OverflowException)
        {
            throw Invalid();
        }
    }

    private static GraphQLException Invalid() => new("The node ID string has an invalid format.");
}
