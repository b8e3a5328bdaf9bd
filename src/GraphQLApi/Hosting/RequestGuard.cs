using System.Buffers;
using System.IO.Pipelines;
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
            if (await Keep(context.Request.BodyReader, context.RequestAborted) is not { } body)
            {
                return new(StatusCodes.Status413PayloadTooLarge, $"A request has at most {NetworksGraphQL.RequestBytesMax} bytes.");
            }

            // With its bytes to be had as they are: whoever reads it next need not copy them.
            context.Request.Body = new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true);
            return BodyRefusal(body);
        }
        catch (BadHttpRequestException fault)
        {
            return new(fault.StatusCode, "The request's body is far too large, or could not be read.");
        }
    }

    // What is too large is read to its end and thrown away, so that the sender can still hear the answer; Kestrel bounds how far that goes.
    private static async Task<byte[]?> Keep(PipeReader from, CancellationToken cancellationToken)
    {
        var isTooLarge = false;
        while (true)
        {
            var read = await from.ReadAsync(cancellationToken);
            isTooLarge |= read.Buffer.Length > NetworksGraphQL.RequestBytesMax;
            if (read.IsCompleted)
            {
                var body = isTooLarge ? null : read.Buffer.ToArray();
                from.AdvanceTo(read.Buffer.End);
                return body;
            }

            from.AdvanceTo(isTooLarge ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Refused? BodyRefusal(ReadOnlySpan<byte> body)
    {
        try
        {
            return new RequestShape(body).Fault is { } fault ? Bad(fault) : null;
        }
        catch (JsonException fault)
        {
            return Bad($"The body is no JSON that can be read (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).");
        }
    }

    private static Refused? QueryRefusal(string query) => NestingFault(query) is { } fault ? Bad(fault) : null;

    /// <summary>Null if the query nests no deeper than it may.</summary>
    internal static string? NestingFault(ReadOnlySpan<char> query) => Nesting(query) > NestingMax
        ? $"The query nests brackets more than {NestingMax} deep."
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
