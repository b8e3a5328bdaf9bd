using System.Collections;
using System.Text.Json;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>
/// Brings the forms in which JSON reaches the engine down to: null, string, bool, long, decimal, double, dictionary, list.
/// </summary>
internal static class RawValue
{
    public static object? Of(object? value) => value switch
    {
        JsonElement element => Of(element),
        IReadOnlyDictionary<string, object?> => value,
        IDictionary<string, object?> dictionary => dictionary.ToDictionary(pair => pair.Key, pair => pair.Value),
        IDictionary dictionary => dictionary.Cast<DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => pair.Value),
        int or short or byte or sbyte or ushort or uint => System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        float single => (double)single,
        _ => value
    };

    private static object? Of(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Null or JsonValueKind.Undefined => null,
                JsonValueKind.String => element.GetString(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number => Number(element),
                JsonValueKind.Array => element.EnumerateArray().Select(item => (object?)item).ToArray(),
                _ => Object(element)
            };
        }
        catch (InvalidOperationException)
        {
            throw new CoercionException("A string holds half of a surrogate pair, which is no text.");
        }
    }

    private static object Number(JsonElement element)
        => element.TryGetInt64(out var whole) ? whole
            : element.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 && element.TryGetDecimal(out var large) ? large
            : element.TryGetDouble(out var real) ? real
            : double.PositiveInfinity;

    private static Dictionary<string, object?> Object(JsonElement element)
    {
        var result = new Dictionary<string, object?>();
        foreach (var property in element.EnumerateObject())
        {
            result[property.Name] = property.Value;
        }

        return result;
    }
}
