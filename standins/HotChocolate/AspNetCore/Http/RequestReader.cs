using System.Buffers;
using System.Text.Json;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HotChocolate.Http;

/// <summary>Reads GraphQL requests out of HTTP requests. Whatever is wrong is said in one sentence.</summary>
internal static class RequestReader
{
    private const int EntryCount = 4;

    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 256 };
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 256 };

    public static async Task<OperationRequestBuilder> PostAsync(HttpRequest request, int bytesMax, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MatchesMediaType(ResponseMediaTypes.Json))
        {
            var given = request.ContentType is { Length: > 0 } said ? said : "absent";
            throw new RefusedRequestException(
                StatusCodes.Status415UnsupportedMediaType,
                "HC0010",
                $"The content type must be application/json; here it is {given}.");
        }

        try
        {
            return await BodyAsync(request, bytesMax, cancellationToken);
        }
        catch (InvalidOperationException)
        {
            // JSON lets through what no string can hold: half of a surrogate pair, or bytes that are not UTF-8.
            throw Invalid("The request's body holds a text that is not valid Unicode.");
        }
    }

    public static OperationRequestBuilder Get(HttpRequest request)
    {
        var query = request.Query["query"].ToString();
        if (string.IsNullOrWhiteSpace(query))
        {
            throw Invalid("The parameter 'query' is missing. Send GET ?query=… or POST a JSON object with the entry 'query'.");
        }

        var operation = request.Query["operationName"].ToString();
        return OperationRequestBuilder.New()
            .SetDocument(query)
            .SetOperationName(operation.Length == 0 ? null : operation)
            .SetVariableValues(Parameter(request, "variables"))
            .SetExtensions(Parameter(request, "extensions"));
    }

    private static async Task<OperationRequestBuilder> BodyAsync(HttpRequest request, int bytesMax, CancellationToken cancellationToken)
    {
        if (request.ContentLength > bytesMax)
        {
            throw TooLarge(bytesMax);
        }

        if (request.Body is MemoryStream inMemory && inMemory.TryGetBuffer(out var bytes))
        {
            // Somebody has read it before; there is nothing to wait for and nothing to copy.
            var rest = bytes.AsMemory((int)inMemory.Position);
            inMemory.Position = inMemory.Length;
            return rest.Length > bytesMax ? throw TooLarge(bytesMax) : Parse(rest.Span);
        }

        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            if (result.Buffer.Length > bytesMax)
            {
                throw TooLarge(bytesMax);
            }

            if (!result.IsCompleted)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            var body = result.Buffer.ToArray();
            reader.AdvanceTo(result.Buffer.End);
            return Parse(body);
        }
    }

    private static OperationRequestBuilder Parse(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            throw Invalid("The request has no body; it must be a JSON object with the entry 'query'.");
        }

        try
        {
            return FromJson(new Utf8JsonReader(body, ReaderOptions));
        }
        catch (JsonException fault)
        {
            throw Invalid($"The request's body is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.");
        }
    }

    private static OperationRequestBuilder FromJson(Utf8JsonReader reader)
    {
        reader.Read();
        var root = reader.TokenType;
        var entries = new object?[EntryCount];
        while (root == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var entry = EntryOf(reader);
            reader.Read();
            if (entry < 0)
            {
                reader.Skip();
            }
            else
            {
                entries[entry] = JsonValues.Read(ref reader);
            }
        }

        if (root != JsonTokenType.StartObject)
        {
            reader.Skip();
        }

        // What stands behind the value is none of it, and said to be.
        reader.Read();
        return root switch
        {
            JsonTokenType.StartArray => throw Invalid("A list of requests is not taken; send them one by one."),
            JsonTokenType.StartObject => Request(entries[0], entries[1], entries[2], entries[3]),
            _ => throw Invalid("The request's body must be a JSON object with the entry 'query'.")
        };
    }

    private static int EntryOf(in Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? 0
        : reader.ValueTextEquals("operationName"u8) ? 1
        : reader.ValueTextEquals("variables"u8) ? 2
        : reader.ValueTextEquals("extensions"u8) ? 3
        : -1;

    private static OperationRequestBuilder Request(object? query, object? operationName, object? variables, object? extensions)
    {
        if (Text(query) is not { } document || string.IsNullOrWhiteSpace(document))
        {
            throw Invalid("The entry 'query' is missing, or it is not a text.");
        }

        return OperationRequestBuilder.New()
            .SetDocument(document)
            .SetOperationName(operationName is null
                ? null
                : Text(operationName) ?? throw Invalid("The entry 'operationName' must be a text."))
            .SetVariableValues(Values(variables, "variables"))
            .SetExtensions(Values(extensions, "extensions"));
    }

    // What could not be turned into a text is still JSON, and says so as soon as it is asked for one.
    private static string? Text(object? value) => value is JsonElement { ValueKind: JsonValueKind.String } broken
        ? broken.GetString()
        : value as string;

    private static Dictionary<string, object?>? Values(object? value, string name) => value switch
    {
        null => null,
        Dictionary<string, object?> values => values,
        JsonElement { ValueKind: JsonValueKind.Object } broken => Values(broken, name),
        _ => throw Invalid($"'{name}' must be a JSON object.")
    };

    private static Dictionary<string, object?>? Parameter(HttpRequest request, string name)
    {
        var text = request.Query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text, JsonOptions);
            return Values(json.RootElement, name);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw Invalid($"The parameter '{name}' is not JSON.");
        }
    }

    private static Dictionary<string, object?>? Values(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => value.EnumerateObject().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => (object?)g.Last().Value.Clone()),
        _ => throw Invalid($"'{name}' must be a JSON object.")
    };

    private static RefusedRequestException Invalid(string message) => new(StatusCodes.Status400BadRequest, "HC0012", message);

    private static RefusedRequestException TooLarge(int bytesMax) =>
        new(StatusCodes.Status413PayloadTooLarge, "HC0014", $"The request is larger than the {bytesMax:N0} bytes taken here.");
}
