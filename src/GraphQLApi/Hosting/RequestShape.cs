using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Networks.GraphQLApi.Hosting;

/// <summary>
/// What a request's body is made of, as far as it must be known before an engine sees it: read once from end to end, and nothing of it is
/// kept.
/// </summary>
internal readonly ref struct RequestShape
{
    private const string NoText = "The body holds text that is no Unicode: half of a surrogate pair, or bytes that are not UTF-8.";

    /// <summary>Reads the whole body; throws a <see cref="JsonException"/> if it is no JSON.</summary>
    public RequestShape(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var root = reader.TokenType;
        Utf8JsonReader query = default;
        JsonTokenType variables = default, extensions = default, operationName = default;
        var isText = IsText(reader);
        while (reader.Read())
        {
            var isSound = IsText(reader);
            isText &= isSound;
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName || !isSound || root != JsonTokenType.StartObject)
            {
                continue;
            }

            // Of two with one name the last counts, for the engine as well.
            if (reader.ValueTextEquals("query"u8))
            {
                isText &= Step(ref reader);
                query = reader;
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                isText &= Step(ref reader);
                variables = reader.TokenType;
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                isText &= Step(ref reader);
                extensions = reader.TokenType;
            }
            else if (reader.ValueTextEquals("operationName"u8))
            {
                isText &= Step(ref reader);
                operationName = reader.TokenType;
            }
        }

        Fault = root != JsonTokenType.StartObject ? "The body must be one JSON object: { \"query\": \"...\" }. Batches are not taken."
            : query.TokenType != JsonTokenType.String ? "The request must name its 'query', a string."
            : !IsOne(variables, JsonTokenType.StartObject) ? "'variables' must be an object or null."
            : !IsOne(extensions, JsonTokenType.StartObject) ? "'extensions' must be an object or null."
            : !IsOne(operationName, JsonTokenType.String) ? "'operationName' must be a string or null."
            : !isText ? NoText
            : QueryFault(query);
    }

    /// <summary>Why it is no request, in a sentence; null if it is one.</summary>
    public string? Fault { get; }

    private static bool Step(ref Utf8JsonReader reader)
    {
        reader.Read();
        return IsText(reader);
    }

    private static bool IsOne(JsonTokenType given, JsonTokenType wanted) =>
        given is JsonTokenType.None or JsonTokenType.Null || given == wanted;

    private static string? QueryFault(in Utf8JsonReader query)
    {
        var text = ArrayPool<char>.Shared.Rent(query.ValueSpan.Length);
        var fault = RequestGuard.NestingFault(text.AsSpan(0, query.CopyString(text)));
        ArrayPool<char>.Shared.Return(text);
        return fault;
    }

    // Bytes are turned into characters only when they are asked for, and that is when broken ones show.
    private static bool IsText(in Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return true;
        }

        if (!reader.ValueIsEscaped)
        {
            return Utf8.IsValid(reader.ValueSpan);
        }

        var text = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            reader.CopyString(text);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }
}
