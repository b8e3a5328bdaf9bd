using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Networks.Benchmarks.Servers;

namespace Networks.Benchmarks.Rounds;

/// <summary>
/// A whole round as a coordinator has it: opened, solved, published and its proposals read over GraphQL, on a server with all cores over a
/// store of its own. The first is of a server just started; the others follow after each was cancelled, which gives everything back.
/// </summary>
internal sealed class ServedRound : IAsyncDisposable
{
    private const int PollMilliseconds = 20;
    private const string Caller = "bench";
    private readonly RunningServer server;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(10) };

    private ServedRound(RunningServer server) => this.server = server;

    public static async Task Measure(int people, int offers, int repetitions)
    {
        var store = await Import(people, offers);
        await using var round = new ServedRound(await RunningServer.NetworksOnAllCores(Places.Server, store));
        await round.server.FirstAnswer("{ area { wards { code residents } } }");
        var runs = new List<List<(string Step, double Seconds, double Processor)>>();
        for (var at = 0; at <= repetitions; at++)
        {
            runs.Add(await round.Run($"bench-{at}"));
        }

        Console.WriteLine($"{people} people, {offers} offers, over GraphQL:");
        foreach (var (step, at) in runs[0].Select((step, at) => (step.Step, at)))
        {
            Say(step, runs.Select(run => run[at].Seconds), runs.Select(run => run[at].Processor));
        }

        Say(
            "to published proposals", runs.Select(run => run.Sum(step => step.Seconds)),
            runs.Select(run => run.Sum(step => step.Processor)));
        var (now, most) = round.server.Megabytes();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    server: {now:0} MB of memory, {most:0} MB at most"));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    private static void Say(string step, IEnumerable<double> seconds, IEnumerable<double> processor)
    {
        var (first, warm, work) = (seconds.First(), Median(seconds.Skip(1)), Median(processor.Skip(1)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"    {step,-24} {warm,8:0.000} s, the server {work:0.000} s of processor time  (the first {first:0.000})"));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static async Task<string> Import(int people, int offers)
    {
        var (delivery, store) = (Path.Combine(Places.Work, $"town-{people}"), Path.Combine(Places.Work, $"store-town-{people}"));
        TownDelivery.Write(GeneratedTown.Of(people, offers), delivery);
        if (Directory.Exists(store))
        {
            Directory.Delete(store, recursive: true);
        }

        await Shell.Run("dotnet", [Places.Server, "import", delivery, "--data", store]);
        return store;
    }

    private async Task<List<(string Step, double Seconds, double Processor)>> Run(string name)
    {
        var wards = await Wards();
        var (steps, clock, processor) = (new List<(string, double, double)>(), Stopwatch.StartNew(), server.ProcessorSeconds());
        void Done(string step)
        {
            var now = server.ProcessorSeconds();
            steps.Add((step, clock.Elapsed.TotalSeconds, now - processor));
            processor = now;
            clock.Restart();
        }

        await Command("openMatchingRound", "OpenMatchingRoundInput", new { commandId = $"{name}-o", name, wards });
        Done("open and freeze");
        await Command("solveMatchingRound", "RoundInput", new { commandId = $"{name}-s", round = name });
        var problemDigest = await Until(name, "SOLVED");
        Done("solve, reasons, proof");
        await Command("publishMatchingRound", "PublishRoundInput", new { commandId = $"{name}-p", round = name, problemDigest });
        Done("publish, hold places");
        var read = await Proposals(name);
        Done("read all proposals");
        if (read.Held != read.All || read.All == 0)
        {
            throw new InvalidOperationException($"Of {read.All} proposals {read.Held} hold a place.");
        }

        await Command("cancelMatchingRound", "RoundInput", new { commandId = $"{name}-c", round = name });
        return steps;
    }

    private async Task<string[]> Wards()
    {
        using var answer = await Ask("{ area { wards { code } } }", new { });
        return [.. answer.RootElement.GetProperty("data").GetProperty("area").GetProperty("wards").EnumerateArray()
            .Select(ward => ward.GetProperty("code").GetString()!)];
    }

    private async Task<string> Until(string round, string wanted)
    {
        while (true)
        {
            using var answer = await Ask(
                "query ($id: ID!) { matchingRound(id: $id) { state problemDigest } }", new { id = round });
            var found = answer.RootElement.GetProperty("data").GetProperty("matchingRound");
            if (found.GetProperty("state").GetString() == wanted)
            {
                return found.GetProperty("problemDigest").GetString()!;
            }

            await Task.Delay(PollMilliseconds);
        }
    }

    private async Task<(int All, int Held)> Proposals(string round)
    {
        const string Query = """
            query ($id: ID!, $after: String) {
              matchingRound(id: $id) {
                proposals(first: 100, after: $after) {
                  nodes {
                    id state fit why wordsForThePerson toCheckFirst nextBestCosts
                    resident { reference } offer { ... on Volunteer { reference } ... on Group { reference } }
                  }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }
            """;
        var (all, held) = (0, 0);
        for (string? after = null; ;)
        {
            using var answer = await Ask(Query, new { id = round, after });
            var page = answer.RootElement.GetProperty("data").GetProperty("matchingRound").GetProperty("proposals");
            foreach (var node in page.GetProperty("nodes").EnumerateArray())
            {
                all++;
                held += node.GetProperty("state").GetString() is "HELD" ? 1 : 0;
            }

            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return (all, held);
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    private async Task Command(string mutation, string inputType, object input)
    {
        var document = $"mutation ($input: {inputType}!) {{ {mutation}(input: $input) {{ round {{ state }} errors {{ __typename }} }} }}";
        using var answer = await Ask(document, new { input });
        var payload = answer.RootElement.GetProperty("data").GetProperty(mutation);
        if (payload.GetProperty("errors").ValueKind != JsonValueKind.Null)
        {
            throw new InvalidOperationException($"{mutation} was answered {answer.RootElement}.");
        }
    }

    private async Task<JsonDocument> Ask(string query, object variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("Networks-Caller", Caller);
        using var response = await http.SendAsync(request);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        return answer.RootElement.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException($"The server answered {errors}.")
            : answer;
    }
}
