using System.Text.Encodings.Web;
using System.Text.Json;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.Http;

/// <summary>Writes results with the status code that belongs to them.</summary>
internal static class ResponseWriter
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // What is written is made of results alone, and they are well formed.
        SkipValidation = true
    };

    public static async Task WriteAsync(
        HttpResponse response,
        IOperationResult result,
        ResponseMediaType type,
        CancellationToken cancellationToken)
    {
        if (type == ResponseMediaType.EventStream)
        {
            await EventStreamWriter.WriteAsync(response, result, cancellationToken);
            return;
        }

        response.StatusCode = Status(result, type);
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        response.ContentType = ResponseMediaTypes.Name(type) + "; charset=utf-8";
        await using var writer = new Utf8JsonWriter(response.BodyWriter, WriterOptions);
        ResultJson.Write(writer, result);
        await SendAsync(response, writer, cancellationToken);
    }

    public static async Task WriteAsync(HttpResponse response, RefusedRequestException refusal, ResponseMediaType type)
    {
        response.StatusCode = refusal.Status;
        var name = type == ResponseMediaType.EventStream ? ResponseMediaTypes.Json : ResponseMediaTypes.Name(type);
        response.ContentType = name + "; charset=utf-8";
        await using var writer = new Utf8JsonWriter(response.BodyWriter, WriterOptions);
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteString("message", refusal.Message);
        writer.WriteStartObject("extensions");
        writer.WriteString("code", refusal.Code);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        await SendAsync(response, writer, CancellationToken.None);
    }

    // With its length known an answer goes to the client whole; without, its end would be sent for itself.
    private static async Task SendAsync(HttpResponse response, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        response.ContentLength = writer.BytesCommitted;
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    private static int Status(IOperationResult result, ResponseMediaType type)
    {
        var refusal = (result as OperationResult)?.Refusal ?? Refusal.None;
        if (refusal == Refusal.OperationNotAllowed)
        {
            return StatusCodes.Status405MethodNotAllowed;
        }

        // What was executed is answered with 200 even when its errors left no data: the fault may well be the client's.
        return (type, refusal) switch
        {
            (ResponseMediaType.GraphQLResponse, Refusal.BadRequest) => StatusCodes.Status400BadRequest,
            (ResponseMediaType.GraphQLResponse, Refusal.Ended) => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status200OK
        };
    }
}
