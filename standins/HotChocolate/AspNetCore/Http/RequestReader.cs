using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HotChocolate.Http;

/// <summary>Reads GraphQL requests out of HTTP requests. Whatever is wrong is said in one sentence.</summary>
internal static class RequestReader
{
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 256 };

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

        using var body = await BodyAsync(request, bytesMax, cancellationToken);
        try
        {
            return FromJson(body.RootElement);
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

    private static async Task<JsonDocument> BodyAsync(HttpRequest request, int bytesMax, CancellationToken cancellationToken)
    {
        if (request.ContentLength > bytesMax)
        {
            throw TooLarge(bytesMax);
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

            return Parse(reader, result.Buffer);
        }
    }

    private static JsonDocument Parse(PipeReader reader, ReadOnlySequence<byte> body)
    {
        if (body.IsEmpty)
        {
            throw Invalid("The request has no body; it must be a JSON object with the entry 'query'.");
        }

        try
        {
            return JsonDocument.Parse(body.ToArray(), JsonOptions);
        }
        catch (JsonException fault)
        {
            throw Invalid($"The request's body is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.");
        }
        finally
        {
            reader.AdvanceTo(body.End);
        }
    }

    private static OperationRequestBuilder FromJson(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
        {
            throw Invalid("A list of requests is not taken; send them one by one.");
        }

        if (body.ValueKind != JsonValueKind.Object)
        {
            throw Invalid("The request's body must be a JSON object with the entry 'query'.");
        }

        if (!body.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String
            || string.IsNullOrWhiteSpace(query.GetString()))
        {
            throw Invalid("The entry 'query' is missing, or it is not a text.");
        }

        return OperationRequestBuilder.New()
            .SetDocument(query.GetString()!)
            .SetOperationName(Text(body, "operationName"))
            .SetVariableValues(Entry(body, "variables"))
            .SetExtensions(Entry(body, "extensions"));
    }

    private static string? Text(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Invalid($"The entry '{name}' must be a text.");

    private static Dictionary<string, object?>? Entry(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var value) ? null : Values(value, name);

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
