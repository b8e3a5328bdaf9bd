using System.Text.Json;

namespace HotChocolate.Http;

/// <summary>
/// Turns JSON into the values that the engine coerces, in one pass: null, string, bool, long, decimal, double, dictionary, list. A text
/// that no string can hold, or an object with such a name, stays JSON; the engine says what is wrong with it where it is asked for.
/// </summary>
internal static class JsonValues
{
    /// <summary>Reads the value at which the reader stands, to its end.</summary>
    public static object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => Number(ref reader),
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        _ => Object(ref reader)
    };

    private static object Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonElement.ParseValue(ref reader);
        }
    }

    private static object Number(ref Utf8JsonReader reader) =>
        reader.TryGetInt64(out var whole) ? whole
        : reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 && reader.TryGetDecimal(out var large) ? large
        : reader.TryGetDouble(out var real) ? real
        : double.PositiveInfinity;

    private static object?[] List(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return [.. items];
    }

    private static object Object(ref Utf8JsonReader reader)
    {
        var whole = reader;
        var values = new Dictionary<string, object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name;
            try
            {
                name = reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                reader = whole;
                return JsonElement.ParseValue(ref reader);
            }

            reader.Read();
            values[name] = Read(ref reader);
        }

        return values;
    }
}
