using System.Buffers;
using System.Text.Json;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Hosting;

/// <summary>
/// Reads a GraphQL request before any engine does, and refuses in one sentence what is no request: another content type, text that is no
/// Unicode, JSON of another shape, a body too large, a query nested so deep that a parser could run out of stack. So a hostile request
/// gets the same answer whichever engine is built in.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next)
{
    /// <summary>Brackets inside brackets that a query may have; the deepest sensible one has about thirty.</summary>
    public const int NestingMax = 200;

    private const string Endpoint = "/graphql";
    private static readonly SearchValues<char> Brackets = SearchValues.Create("{[(}])\"#");

    public async Task InvokeAsync(HttpContext context)
    {
        var refusal = context.Request.Path != Endpoint ? null
            : HttpMethods.IsPost(context.Request.Method) ? await ReadBody(context)
            : QueryRefusal(context.Request.Query["query"].ToString());
        if (refusal is null)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = refusal.Status;
        await context.Response.WriteAsJsonAsync(
            new { errors = new[] { new { message = refusal.Sentence, extensions = new { code = TopLevelCodes.BadArgument } } } },
            context.RequestAborted);
    }

    private static async Task<Refused?> ReadBody(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return new(StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json: { \"query\": \"...\" }.");
        }

        try
        {
            var body = new MemoryStream();
            if (!await Keep(context.Request.Body, body, context.RequestAborted))
            {
                return new(StatusCodes.Status413PayloadTooLarge, $"A request has at most {NetworksGraphQL.RequestBytesMax} bytes.");
            }

            body.Position = 0;
            context.Request.Body = body;
            return BodyRefusal(body.GetBuffer().AsMemory(0, (int)body.Length));
        }
        catch (BadHttpRequestException fault)
        {
            return new(fault.StatusCode, "The request's body is far too large, or could not be read.");
        }
    }

    // What is too large is read to its end and thrown away, so that the sender can still hear the answer; Kestrel bounds how far that goes.
    private static async Task<bool> Keep(Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var total = 0L;
        while (await from.ReadAsync(chunk, cancellationToken) is var read and > 0)
        {
            total += read;
            if (total <= NetworksGraphQL.RequestBytesMax)
            {
                to.Write(chunk, 0, read);
            }
        }

        ArrayPool<byte>.Shared.Return(chunk);
        return total <= NetworksGraphQL.RequestBytesMax;
    }

    private static Refused? BodyRefusal(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var request = JsonDocument.Parse(body);
            if (request.RootElement is not { ValueKind: JsonValueKind.Object } root)
            {
                return Bad("The body must be one JSON object: { \"query\": \"...\" }. Batches are not taken.");
            }

            if (!root.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
            {
                return Bad("The request must name its 'query', a string.");
            }

            (string Name, JsonValueKind Kind)[] parts =
                [("variables", JsonValueKind.Object), ("extensions", JsonValueKind.Object), ("operationName", JsonValueKind.String)];
            foreach (var (name, kind) in parts)
            {
                if (root.TryGetProperty(name, out var part) && part.ValueKind is not JsonValueKind.Null && part.ValueKind != kind)
                {
                    return Bad($"'{name}' must be {(kind == JsonValueKind.Object ? "an object" : "a string")} or null.");
                }
            }

            ReadEveryText(root);
            return QueryRefusal(query.GetString()!);
        }
        catch (JsonException fault)
        {
            return Bad($"The body is no JSON that can be read (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            return Bad("The body holds text that is no Unicode: half of a surrogate pair, or bytes that are not UTF-8.");
        }
    }

    // A text is turned into characters only when it is asked for, and that is when a broken one shows.
    private static void ReadEveryText(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    ReadEveryText(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    _ = property.Name;
                    ReadEveryText(property.Value);
                }

                break;
        }
    }

    private static Refused? QueryRefusal(string query) => Nesting(query) > NestingMax
        ? Bad($"The query nests brackets more than {NestingMax} deep.")
        : null;

    /// <summary>The deepest nesting of brackets outside strings and comments; one pass, no stack.</summary>
    internal static int Nesting(ReadOnlySpan<char> query)
    {
        int depth = 0, deepest = 0;
        while (query.IndexOfAny(Brackets) is var at and >= 0)
        {
            var found = query[at];
            query = query[(at + 1)..];
            switch (found)
            {
                case '"':
                    query = query[TextLength(query)..];
                    break;
                case '#':
                    query = query.IndexOfAny('\n', '\r') is var end and >= 0 ? query[end..] : [];
                    break;
                case '{' or '[' or '(':
                    deepest = Math.Max(deepest, ++depth);
                    break;
                default:
                    depth--;
                    break;
            }
        }

        return deepest;
    }

    // How far the string goes whose opening quote has just been passed.
    private static int TextLength(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("\"\""))
        {
            var end = rest[2..].IndexOf("\"\"\"");
            return end < 0 ? 2 : end + 5;
        }

        for (var at = 0; at < rest.Length; at++)
        {
            switch (rest[at])
            {
                case '\\':
                    at++;
                    break;
                case '"' or '\n' or '\r':
                    return at + 1;
            }
        }

        return rest.Length;
    }

    private static Refused Bad(string sentence) => new(StatusCodes.Status400BadRequest, sentence);

    private sealed record Refused(int Status, string Sentence);
}
