using System.Text;
using System.Text.Unicode;

namespace Networks.GraphQLApi.Nodes;

/// <summary>
/// Ids that are unique over all types: the base64 of `Type:reference`. Arguments take either such an id or the plain reference,
/// references first, because a reference may look like anything.
/// </summary>
internal static class GlobalId
{
    public static string Of(string type, string reference) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{type}:{reference}"));

    /// <summary>The type and reference inside, or null when the text is no global id.</summary>
    public static (string Type, string Reference)? Read(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        // Nearly every reference is some base64 or other, so what is no text is asked first: an exception a request would cost far more.
        if (!Utf8.IsValid(bytes.AsSpan(0, length)))
        {
            return null;
        }

        var plain = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        return colon < 1 || colon == plain.Length - 1 ? null : (plain[..colon], plain[(colon + 1)..]);
    }

    /// <summary>The reference inside a global id of this type; null for anything else.</summary>
    public static string? Read(string type, string text) => Read(text) is { } id && id.Type == type ? id.Reference : null;
}
