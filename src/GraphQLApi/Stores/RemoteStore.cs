using System.Text.Json;

namespace Networks.GraphQLApi.Stores;

/// <summary>Has a running server do a command's work and passes on what it says as it says it.</summary>
internal static class RemoteStore
{
    public static async Task<int> Run(Uri server, string access, StoreWork work, IWorkOutput output, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post,
            StoreAccess.Path) { Content = JsonContent.Create(work, options: WorkMessage.Options) };
        request.Headers.Add(StoreAccess.Header, access);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new BadInputException($"The server at {server} refused the work ({(int)response.StatusCode}); is it of this "
                    + $"version?");
            }

            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                if (Pass(JsonSerializer.Deserialize<WorkMessage>(line, WorkMessage.Options)!, output) is { } exitCode)
                {
                    return exitCode;
                }
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new BadInputException($"The server at {server} that owns the store broke off; run the command again once it is back.");
        }

        throw new BadInputException($"The server at {server} that owns the store ended before the work did; run the command again.");
    }

    private static int? Pass(WorkMessage message, IWorkOutput output)
    {
        if (message.Line is { } line)
        {
            output.Line(line);
        }

        if (message.Error is { } error)
        {
            output.Error(error);
        }

        if (message.Progress is { } progress)
        {
            output.Progress(progress.Stage, progress.Done, progress.Total);
        }

        return message.ExitCode;
    }
}
