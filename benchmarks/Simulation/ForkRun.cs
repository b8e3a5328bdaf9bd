using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.Simulation;

/// <summary>
/// How long the fork of a live area takes in our own server on two cores, and what it does to commands: simulations are started, each with
/// its fork, its digest and its durable row, while sixteen connections record ties. Works on a copy of the store.
/// </summary>
internal static class ForkRun
{
    private const int Connections = 16;
    private const int Alone = 3;
    private const double SecondsUsual = 6;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static async Task<int> Measure(string[] options)
    {
        var residents = Options.Whole(options, "--residents", 1_000_000);
        var seconds = Options.Number(options, "--seconds", SecondsUsual);
        using var store = StoreCopy.Of(Options.Text(options, "--store") ?? Places.Store(residents), residents, "fork");
        await using var server = await RunningServer.Networks(Places.Server, store.Path);
        await server.FirstAnswer("{ area { residents } }");
        List<double> quiet = [], busy = [], before = [], during = [];
        for (var time = 0; time <= Alone; time++)
        {
            quiet.Add(await Fork(server));
            await Task.Delay(Pause);
        }

        for (var time = 0; time <= Alone; time++)
        {
            before.Add(await Tie(server, residents, seconds));
            var ties = Tie(server, residents, seconds);
            while (!ties.IsCompleted)
            {
                busy.Add(await Fork(server));
                await Task.Delay(Pause);
            }

            during.Add(await ties);
        }

        Say($"Forks of a live area of {residents:N0} residents, 2 cores; load {Machine.Load()}");
        Say($"    first {quiet[0]:0.00} s, then alone {Median(quiet.Skip(1)):0.00} s, with commands {Median(busy):0.00} s of {busy.Count}");
        Say($"    99 in 100 commands within {Median(before):0} ms alone, {Median(during):0} ms while forks are taken one after the other");
        Say($"    at most {server.Megabytes().Most:N0} MB");
        return 0;
    }

    private static async Task<double> Fork(RunningServer server)
    {
        const string Scenario =
            "scenario: fork\\nquestion: How long does a fork take?\\nlength: 1 weeks\\ninputs: { referralsPerWeek: 5 }\\n";
        var name = $"fork-{Stopwatch.GetTimestamp()}";
        var begun = Stopwatch.GetTimestamp();
        var answer = await server.Ask(
            "mutation($i: StartSimulationInput!) { startSimulation(input: $i) { simulation { id } errors { __typename } } }",
            $$$"""{"i":{"name":"{{{name}}}","commandId":"{{{name}}}","replications":2,"scenario":"{{{Scenario}}}"}}""");
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        using var json = JsonDocument.Parse(answer);
        var payload = json.RootElement.GetProperty("data").GetProperty("startSimulation");
        return payload.GetProperty("simulation").ValueKind == JsonValueKind.Object
            ? took
            : throw new InvalidOperationException($"No simulation was started: {answer}");
    }

    private static async Task<double> Tie(RunningServer server, int residents, double seconds) =>
        (await Wrk.Tie(server.Url, residents, "tie", Connections, seconds, Cores.Client)).P99Milliseconds;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
