using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HotChocolate;
using HotChocolate.Execution;
using HotChocolate.Model;

namespace Networks.HotChocolate.Tests.Engine.Support;

/// <summary>
/// Answers fields from a JSON document. {"$error": text} throws, {"$async": value} answers later, and fields named echo...
/// answer their arguments as JSON.
/// </summary>
internal sealed class JsonData(JsonElement root)
{
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ValueTask<object?> Resolve(FieldContext context)
    {
        if (context.Field.Name.StartsWith("echo", StringComparison.Ordinal) || context.Field.Name == "first")
        {
            return new(Echo(context));
        }

        var source = context.Parent is JsonElement parent ? parent : root;
        return source.TryGetProperty(context.Field.Name, out var value) ? Settle(value) : new(default(object));
    }

    public static string? TypeName(object value)
        => value is JsonElement { ValueKind: JsonValueKind.Object } element && element.TryGetProperty("__typename", out var name)
            ? name.GetString()
            : null;

    private static ValueTask<object?> Settle(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            if (value.TryGetProperty("$error", out var message))
            {
                throw new GraphQLException(message.GetString()!);
            }

            if (value.TryGetProperty("$async", out var later))
            {
                return Later(later);
            }
        }

        return value.ValueKind == JsonValueKind.Array ? SettleItems(value) : new(Plain(value));
    }

    private static async ValueTask<object?> Later(JsonElement value)
    {
        await Task.Yield();
        return await Settle(value);
    }

    /// <summary>Items that come later make the whole list late; one that faults stands in the list as its error.</summary>
    private static async ValueTask<object?> SettleItems(JsonElement list)
    {
        var items = new List<object?>();
        foreach (var item in list.EnumerateArray())
        {
            try
            {
                items.Add(await Settle(item));
            }
            catch (GraphQLException fault)
            {
                items.Add(fault.Errors[0]);
            }
        }

        return items;
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        _ => value
    };

    private static string Echo(FieldContext context)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, _writing))
        {
            writer.WriteStartObject();
            for (var i = 0; i < context.Arguments.Count; i++)
            {
                if (context.IsArgumentSet(i))
                {
                    writer.WritePropertyName(context.Field.Arguments[i].Name);
                    Write(writer, context.Arguments[i]);
                }
            }

            writer.WriteEndObject();
        }

        // The writer escapes what lies beyond the first plane; the reference does not.
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).Replace("\\uD83D\\uDE00", "\U0001F600");
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case object?[] items:
                writer.WriteStartArray();
                Array.ForEach(items, item => Write(writer, item));
                writer.WriteEndArray();
                break;
            case InputObjectValues given:
                WriteObject(writer, given);
                break;
            default:
                writer.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, InputObjectValues given)
    {
        writer.WriteStartObject();
        for (var i = 0; i < given.Values.Length; i++)
        {
            if (given.IsSet[i])
            {
                writer.WritePropertyName(given.Type.Fields[i].Name);
                Write(writer, given.Values[i]);
            }
        }

        writer.WriteEndObject();
    }
}
