using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.Http;

/// <summary>
/// Writes results as server-sent events in the distinct-connections mode of the GraphQL over SSE protocol: <c>next</c> for each result,
/// <c>complete</c> at the end, and a comment now and then so that nothing on the way takes a quiet stream for a dead one.
/// </summary>
internal static class EventStreamWriter
{
    private static readonly TimeSpan KeepAliveEvery = TimeSpan.FromSeconds(12);
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpResponse response, IOperationResult result, CancellationToken cancellationToken)
    {
        Begin(response);
        await NextAsync(response, result, cancellationToken);
        await CompleteAsync(response, cancellationToken);
    }

    public static async Task WriteAsync(HttpResponse response, IResponseStream stream, CancellationToken cancellationToken)
    {
        Begin(response);
        await response.StartAsync(cancellationToken);
        await response.BodyWriter.FlushAsync(cancellationToken);
        var results = stream.ReadResultsAsync().GetAsyncEnumerator(cancellationToken);
        await using (results)
        {
            while (await MoveNextAsync(response, results, cancellationToken))
            {
                await NextAsync(response, results.Current, cancellationToken);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        await CompleteAsync(response, cancellationToken);
    }

    private static async Task<bool> MoveNextAsync(
        HttpResponse response,
        IAsyncEnumerator<IOperationResult> results,
        CancellationToken cancellationToken)
    {
        var next = results.MoveNextAsync().AsTask();
        while (await Task.WhenAny(next, Task.Delay(KeepAliveEvery, cancellationToken)) != next)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            response.BodyWriter.Write(":\n\n"u8);
            await response.BodyWriter.FlushAsync(cancellationToken);
        }

        return await next;
    }

    private static void Begin(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ResponseMediaTypes.EventStream + "; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
    }

    private static async Task NextAsync(HttpResponse response, IOperationResult result, CancellationToken cancellationToken)
    {
        response.BodyWriter.Write("event: next\ndata: "u8);
        await using (var writer = new Utf8JsonWriter(response.BodyWriter, WriterOptions))
        {
            ResultJson.Write(writer, result);
        }

        response.BodyWriter.Write("\n\n"u8);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    private static async Task CompleteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.BodyWriter.Write("event: complete\n\n"u8);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}
