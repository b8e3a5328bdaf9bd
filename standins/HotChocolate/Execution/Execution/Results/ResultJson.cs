using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace HotChocolate.Execution;

/// <summary>Writes results in the response format of section 7: errors first, so that a reader cannot miss them.</summary>
internal static class ResultJson
{
    public static void Write(Utf8JsonWriter writer, IOperationResult result)
    {
        writer.WriteStartObject();
        if (result.Errors is { Count: > 0 } errors)
        {
            writer.WriteStartArray("errors"u8);
            foreach (var error in errors)
            {
                WriteError(writer, error);
            }

            writer.WriteEndArray();
        }

        if (result.IsDataSet)
        {
            writer.WritePropertyName("data"u8);
            WriteValue(writer, result.Data);
        }

        if (result.Extensions is { Count: > 0 } extensions)
        {
            writer.WritePropertyName("extensions"u8);
            WriteValue(writer, extensions);
        }

        writer.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter writer, IError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            writer.WriteStartArray("locations"u8);
            foreach (var location in locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line"u8, location.Line);
                writer.WriteNumber("column"u8, location.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (error.Path is not null)
        {
            writer.WritePropertyName("path"u8);
            WriteValue(writer, error.Path.ToList());
        }

        if (error.Extensions is { Count: > 0 } extensions)
        {
            writer.WritePropertyName("extensions"u8);
            WriteValue(writer, extensions);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case ResultObject node:
                WriteObject(writer, node);
                break;
            case ResultList node:
                WriteList(writer, node);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            default:
                WriteRareValue(writer, value);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, ResultObject node)
    {
        writer.WriteStartObject();
        var fields = node.SelectionSet.Fields;
        var slots = node.Slots;
        for (var i = 0; i < fields.Length; i++)
        {
            writer.WritePropertyName(fields[i].EncodedName);
            WriteValue(writer, slots[i]);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, ResultList node)
    {
        writer.WriteStartArray();
        foreach (var item in node.Items)
        {
            WriteValue(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteRareValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case short or byte or sbyte or ushort or uint:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case IReadOnlyDictionary<string, object?> dictionary:
                writer.WriteStartObject();
                foreach (var (name, entry) in dictionary)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, entry);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
