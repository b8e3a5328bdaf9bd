using System.Globalization;
using System.Text.Json;

namespace HotChocolate.Model;

/// <summary>A value as an error message shows it: JSON, and never long.</summary>
internal static class ValueText
{
    private const int LengthMax = 100;

    public static string Of(object? value) => Shorten(value switch
    {
        null => "null",
        string text => JsonSerializer.Serialize(text.Length > LengthMax ? text[..LengthMax] : text, JsonSerializerOptions.Default),
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, object?> => "{ ... }",
        System.Collections.IEnumerable => "[ ... ]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name
    });

    public static string Shorten(string text) => text.Length <= LengthMax ? text : string.Concat(text.AsSpan(0, LengthMax), "...");
}
