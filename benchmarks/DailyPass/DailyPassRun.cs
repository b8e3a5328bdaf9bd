using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.DailyPass;

/// <summary>
/// Eight watches over the whole area look at 03:00 who has come onto their lists by time alone. Once on a night when nobody does anything:
/// how much processor time, and for how long. Once on the next night while ties are recorded: what those who record them notice. The
/// server's clock is ahead, so that 03:00 comes a minute after it starts.
/// </summary>
internal sealed class DailyPassRun : IFloatingRun
{
    private const int Connections = 8;
    private const double QuietShare = .5;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PassMost = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LateMost = TimeSpan.FromSeconds(5);
    private static readonly TimeOnly PassAt = new(3, 0);
    private static readonly TimeSpan AheadOfPass = TimeSpan.FromSeconds(75);

    private static readonly string[] Watches =
    [
        "residentBecameUnconnected", "residentBecameUnconnected(rule: { noTies: true, counting: [TIE] })",
        "residentBecameUnconnected(rule: { noContactSinceDays: 90, counting: [TIE] })",
        "residentBecameUnconnected(rule: { componentAtMost: 5, counting: [TIE] })",
        "residentBecameUnconnected(rule: { noGroupWithinHops: 2 })", "residentBecameUnconnected(rule: { isolationAtLeast: 4 })",
        "residentBefriendingEnded(days: 60)", "residentLostContact(days: 60)",
    ];

    public string Name => "daily-pass";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        using var store = StoreCopy.Of(setting.Store, setting.Residents, Name);
        var night = ServeAtCommand.Today.AddDays(2);
        await Begin(night.AddDays(-1), store);
        var (busy, took) = await PassAlone(night, store);
        var (before, during, worst) = await PassBesideChanges(night.AddDays(1), store, setting, took);
        return
        [
            new Figure(TableRows.DailyPass, Figure.Ours, busy, "s", string.Create(
                CultureInfo.InvariantCulture,
                $"of processor time; over after {took:0.0} s on 2 cores; {Watches.Length} watches of the whole area, first look of a day")),
            new Figure(TableRows.DailyPassChange, Figure.Ours, during.RequestsPerSecond, "requests/s", string.Create(
                CultureInfo.InvariantCulture,
                $"p50 {during.P50Milliseconds:0.0} ms, p99 {during.P99Milliseconds:0} ms; just before the pass " +
                $"{before.RequestsPerSecond:#,0} requests/s, p50 {before.P50Milliseconds:0.0} ms, p99 {before.P99Milliseconds:0} ms; " +
                $"a plain question beside them waited at most {worst:0} ms")),
        ];
    }

    // Whoever reads a watch begins it; it goes on by itself when they are gone.
    private static async Task Begin(DateOnly day, StoreCopy store)
    {
        await using var server = await RunningServer.NetworksAt(day.ToDateTime(new TimeOnly(12, 0)), store.Path);
        await server.FirstAnswer("{ area { wards { code residents } } }");
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        List<HttpResponseMessage> readers = [];
        foreach (var watch in Watches)
        {
            var body = JsonSerializer.Serialize(new { query = $"subscription {{ {watch} {{ cursor }} }}" });
            using var request = new HttpRequestMessage(HttpMethod.Post, server.Url)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
            readers.Add(await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
            readers[^1].EnsureSuccessStatusCode();
            await UntilQuiet(server);
        }

        readers.ForEach(reader => reader.Dispose());
        await UntilQuiet(server);
    }

    private static async Task<(double Busy, double Took)> PassAlone(DateOnly night, StoreCopy store)
    {
        var (server, clock) = await StartBefore(night, store);
        await using var _ = server;
        await Until(clock, TimeSpan.Zero);
        var before = await UntilBusy(server);
        var took = await UntilQuiet(server);
        return (server.ProcessorSeconds() - before, took);
    }

    private static async Task<(Load Before, Load During, double Worst)> PassBesideChanges(
        DateOnly night, StoreCopy store, RunSetting setting, double took)
    {
        var (server, clock) = await StartBefore(night, store);
        await using var _ = server;
        var seconds = Math.Ceiling(took + LateMost.TotalSeconds);
        Task<Load> Changes() => Wrk.Tie(server.Url, setting.Residents, "tie", Connections, seconds, Cores.Client);
        await Wrk.Tie(server.Url, setting.Residents, "tie", Connections, Wrk.WarmSeconds, Cores.Client);
        await Until(clock, TimeSpan.FromSeconds(-seconds - 1));
        var before = await Changes();
        await Until(clock, TimeSpan.Zero);
        using var ended = new CancellationTokenSource();
        var asking = LongestWait(server, ended.Token);
        var during = await Changes();
        await ended.CancelAsync();
        return (before, during, await asking);
    }

    private static async Task<double> LongestWait(RunningServer server, CancellationToken ended)
    {
        var worst = 0.0;
        while (!ended.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            await server.Ask("{ resident(id: \"R0000001\") { reference } }");
            worst = Math.Max(worst, clock.Elapsed.TotalMilliseconds);
            await Task.Delay(Step, CancellationToken.None);
        }

        return worst;
    }

    // The clock runs from the pass on: below zero before it.
    private static async Task<(RunningServer Server, Func<TimeSpan> SincePass)> StartBefore(DateOnly night, StoreCopy store)
    {
        var clock = Stopwatch.StartNew();
        var server = await RunningServer.NetworksAt(night.ToDateTime(PassAt) - AheadOfPass, store.Path);
        await server.FirstAnswer("{ area { wards { code residents } } }");
        await UntilQuiet(server);
        return (server, () => clock.Elapsed - AheadOfPass);
    }

    private static async Task Until(Func<TimeSpan> sincePass, TimeSpan moment)
    {
        var wait = moment - sincePass();
        await Task.Delay(wait > TimeSpan.Zero ? wait
            : throw new InvalidOperationException("The server was not ready in time for 03:00."));
    }

    // The server's own clock starts a little later than the one here.
    private static async Task<double> UntilBusy(RunningServer server)
    {
        var clock = Stopwatch.StartNew();
        for (var last = server.ProcessorSeconds(); clock.Elapsed < LateMost;)
        {
            await Task.Delay(Step);
            var now = server.ProcessorSeconds();
            if (now - last > QuietShare * Step.TotalSeconds)
            {
                return last;
            }

            last = now;
        }

        throw new InvalidOperationException("At 03:00 no watch looked.");
    }

    /// <summary>Waits until it has done next to nothing for a while, and answers for how many seconds it was busy until then.</summary>
    private static async Task<double> UntilQuiet(RunningServer server)
    {
        var clock = Stopwatch.StartNew();
        var (last, busyAt) = (server.ProcessorSeconds(), TimeSpan.Zero);
        while (clock.Elapsed - busyAt < Quiet && clock.Elapsed < PassMost)
        {
            await Task.Delay(Step);
            var now = server.ProcessorSeconds();
            busyAt = now - last > QuietShare * Step.TotalSeconds ? clock.Elapsed : busyAt;
            last = now;
        }

        return busyAt.TotalSeconds;
    }
}
