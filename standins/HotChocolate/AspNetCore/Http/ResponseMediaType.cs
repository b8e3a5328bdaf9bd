using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HotChocolate.Http;

/// <summary>The ways a result is answered, chosen by the Accept header.</summary>
internal enum ResponseMediaType
{
    /// <summary><c>application/graphql-response+json</c>: the status code says whether the request was sound.</summary>
    GraphQLResponse,

    /// <summary><c>application/json</c>, for older clients: 200 for whatever GraphQL has an answer to.</summary>
    Json,

    /// <summary><c>text/event-stream</c>: results as server-sent events, the only way a subscription is answered over HTTP.</summary>
    EventStream
}

internal static class ResponseMediaTypes
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";

    public static string Name(ResponseMediaType type) => type switch
    {
        ResponseMediaType.Json => Json,
        ResponseMediaType.EventStream => EventStream,
        _ => GraphQLResponse
    };

    /// <summary>Whether the client can read a stream of events, whatever it likes best.</summary>
    public static bool TakesEvents(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(a => (a.Quality ?? 1) > 0
            && (a.MatchesAllTypes || a.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The acceptable type the client likes best; null when it accepts neither.</summary>
    public static ResponseMediaType? Choose(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            // GraphQL over HTTP: a client that says nothing is an old one.
            return ResponseMediaType.Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "HC0033", "The Accept header cannot be read.");
        }

        var liked = accepted.OrderByDescending(a => a.Quality ?? 1).Where(a => (a.Quality ?? 1) > 0);
        foreach (var type in liked)
        {
            // Compared as text: MatchesMediaType would take "application/json" for any type that ends in "+json".
            if (type.MediaType.Equals(GraphQLResponse, StringComparison.OrdinalIgnoreCase))
            {
                return ResponseMediaType.GraphQLResponse;
            }

            if (type.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase))
            {
                return ResponseMediaType.EventStream;
            }

            if (type.MatchesAllTypes
                || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)
                || type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase))
            {
                return ResponseMediaType.Json;
            }
        }

        return null;
    }
}
