using HotChocolate.AspNetCore;
using HotChocolate.Execution;
using HotChocolate.Hosting;
using HotChocolate.Language;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.Http;

/// <summary>GraphQL over HTTP: reads a request, executes it, and answers in the form the client accepts.</summary>
internal sealed class GraphQLEndpoint(RequestExecutorResolver executors, string schemaName)
{
    private static readonly GraphQLServerOptions DefaultOptions = new();

    public async Task InvokeAsync(HttpContext http)
    {
        var options = http.GetEndpoint()?.Metadata.GetMetadata<GraphQLServerOptions>() ?? DefaultOptions;
        var media = ResponseMediaType.GraphQLResponse;
        try
        {
            if (options.EnableSchemaRequests && HttpMethods.IsGet(http.Request.Method) && http.Request.Query.ContainsKey("sdl"))
            {
                await SchemaAsync(http);
                return;
            }

            media = ResponseMediaTypes.Choose(http.Request) ?? throw new RefusedRequestException(
                StatusCodes.Status406NotAcceptable,
                "HC0063",
                $"No type in the Accept header can be served; accept {ResponseMediaTypes.GraphQLResponse} or {ResponseMediaTypes.Json}.");
            var request = await ReadAsync(http, options);
            await ExecuteAsync(http, request, media);
        }
        catch (RefusedRequestException refusal)
        {
            await ResponseWriter.WriteAsync(http.Response, refusal, media);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException fault)
        {
            var refusal = new RefusedRequestException(fault.StatusCode, "HC0012", fault.Message);
            await ResponseWriter.WriteAsync(http.Response, refusal, media);
        }
    }

    private async Task<OperationRequestBuilder> ReadAsync(HttpContext http, GraphQLServerOptions options)
    {
        if (HttpMethods.IsPost(http.Request.Method))
        {
            return await RequestReader.PostAsync(http.Request, executors.Registration(schemaName).RequestBytesMax, http.RequestAborted);
        }

        if (HttpMethods.IsGet(http.Request.Method) && options.EnableGetRequests)
        {
            return RequestReader.Get(http.Request).SetAllowedOperations(Allowed(options.AllowedGetOperations));
        }

        http.Response.Headers.Allow = options.EnableGetRequests ? "GET, POST" : "POST";
        throw new RefusedRequestException(
            StatusCodes.Status405MethodNotAllowed,
            "HC0013",
            $"{http.Request.Method} is not answered here; use POST{(options.EnableGetRequests ? ", or GET for a query" : "")}.");
    }

    private async Task ExecuteAsync(HttpContext http, OperationRequestBuilder request, ResponseMediaType media)
    {
        request.SetServices(http.RequestServices)
            .TryAddGlobalState(nameof(HttpContext), http)
            .TryAddGlobalState(nameof(System.Security.Claims.ClaimsPrincipal), http.User);
        var executor = await executors.GetRequestExecutorAsync(schemaName, http.RequestAborted);
        await using var result = await executor.ExecuteAsync(request.Build(), http.RequestAborted);
        http.RequestAborted.ThrowIfCancellationRequested();
        if (result is IResponseStream events)
        {
            await EventsAsync(http, events);
            return;
        }

        await ResponseWriter.WriteAsync(http.Response, result.ExpectOperationResult(), media, http.RequestAborted);
    }

    private static Task EventsAsync(HttpContext http, IResponseStream events) => ResponseMediaTypes.TakesEvents(http.Request)
        ? EventStreamWriter.WriteAsync(http.Response, events, http.RequestAborted)
        : throw new RefusedRequestException(
            StatusCodes.Status406NotAcceptable,
            "HC0063",
            $"A subscription is answered as a stream of events; accept {ResponseMediaTypes.EventStream}.");

    private async Task SchemaAsync(HttpContext http)
    {
        var executor = await executors.GetRequestExecutorAsync(schemaName, http.RequestAborted);
        http.Response.ContentType = "application/graphql; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"schema.graphql\"";
        await http.Response.WriteAsync(executor.Schema.ToString()!, http.RequestAborted);
    }

    private static OperationKind[] Allowed(AllowedGetOperations allowed) =>
    [
        .. allowed.HasFlag(AllowedGetOperations.Query) ? [OperationKind.Query] : (OperationKind[])[],
        .. allowed.HasFlag(AllowedGetOperations.Mutation) ? [OperationKind.Mutation] : (OperationKind[])[],
        .. allowed.HasFlag(AllowedGetOperations.Subscription) ? [OperationKind.Subscription] : (OperationKind[])[]
    ];
}
