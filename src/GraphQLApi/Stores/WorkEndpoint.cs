using System.Text.Json;
using System.Threading.Channels;

namespace Networks.GraphQLApi.Stores;

/// <summary>The server's side of <see cref="RemoteStore"/>: takes work from commands on this machine that know the store's word.</summary>
internal static class WorkEndpoint
{
    private const int MessagesWaitingMax = 10_000;

    public static void MapStoreWork(this IEndpointRouteBuilder endpoints, Lazy<string> access) =>
        endpoints.MapPost(StoreAccess.Path, async http =>
    {
        if (!StoreAccess.Equal(access.Value, http.Request.Headers[StoreAccess.Header].ToString()))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        StoreWork? work;
        try
        {
            work = await JsonSerializer.DeserializeAsync<StoreWork>(http.Request.Body, WorkMessage.Options, http.RequestAborted);
        }
        catch (JsonException)
        {
            // A command of another version: it learns that from the code.
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        http.Response.ContentType = "application/x-ndjson";
        await Answer(work!, http);
    });

    private static async Task Answer(StoreWork work, HttpContext http)
    {
        var messages = Channel.CreateBounded<WorkMessage>(new BoundedChannelOptions(MessagesWaitingMax) { SingleReader = true });
        var running = Run(work, new ChannelOutput(messages.Writer, http.RequestAborted), http.RequestServices, messages.Writer,
            http.RequestAborted);
        await foreach (var message in messages.Reader.ReadAllAsync(http.RequestAborted))
        {
            await http.Response.WriteAsync(JsonSerializer.Serialize(message, WorkMessage.Options) + "\n", http.RequestAborted);
            if (!messages.Reader.TryPeek(out _))
            {
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }

        await running;
    }

    private static async Task Run(
        StoreWork work, IWorkOutput output, IServiceProvider services, ChannelWriter<WorkMessage> messages,
            CancellationToken cancellationToken)
    {
        int exitCode;
        try
        {
            exitCode = await Task.Run(() => work.Run(StoreSession.Context(services), output, cancellationToken), cancellationToken);
        }
        catch (BadInputException bad)
        {
            output.Error(bad.Message);
            exitCode = ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            exitCode = ExitCode.Interrupted;
        }
        catch (Exception fault)
        {
            services.GetRequiredService<ILogger<StoreWork>>().LogError(fault, "Work asked for by a command failed.");
            output.Error("The server could not finish the work; its log says why.");
            exitCode = ExitCode.FaultsFound;
        }

        await messages.WriteAsync(new WorkMessage { ExitCode = exitCode }, cancellationToken);
        messages.Complete();
    }

    // Lines wait for a slow reader; progress that nobody is ready to read is not worth waiting for.
    private sealed class ChannelOutput(ChannelWriter<WorkMessage> messages, CancellationToken cancellationToken) : IWorkOutput
    {
        public void Line(string text) => Send(new WorkMessage { Line = text });

        public void Error(string text) => Send(new WorkMessage { Error = text });

        public void Progress(string stage, long done, long total) =>
            messages.TryWrite(new WorkMessage { Progress = new WorkProgress(stage, done, total) });

        private void Send(WorkMessage message)
        {
            var sent = messages.WriteAsync(message, cancellationToken);
            if (!sent.IsCompletedSuccessfully)
            {
                sent.AsTask().GetAwaiter().GetResult();
            }
        }
    }
}
