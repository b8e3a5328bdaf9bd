using System.Globalization;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.Pages;

/// <summary>
/// Pages over HTTP with one client for all: one process of ours on two cores beside as many PostGraphile processes as that is cores, on
/// the same two, with their PostgreSQL wherever it likes. Sixteen connections on either side.
/// </summary>
internal sealed class PagesRun : IFloatingRun
{
    private const int Connections = 16;
    private const int Processes = 2;
    private const int Rounds = 3;
    private const string WardFormat = "E05%06d";
    private static readonly (string Row, string Query)[] Rows = [(TableRows.Page, "page"), (TableRows.Nested, "nested")];

    public string Name => "pages";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        if (Wrk.WhyMissing is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        var store = setting.Store ?? Places.Store(setting.Residents);
        await using var ours = await RunningServer.Networks(setting.Server ?? Places.Server, store);
        await ours.FirstAnswer(await File.ReadAllTextAsync(OurQuery("page")), $"{{\"w\":\"{AreaNames.Ward(0)}\"}}");
        List<RunningServer> peers = await StartPeers(setting);
        try
        {
            List<Figure> figures = [];
            foreach (var (row, query) in Rows)
            {
                await SameAnswers.Demand(query, ours, peers.FirstOrDefault(), setting.Area);
                figures.AddRange(await Measure(row, query, ours, peers, setting));
            }

            var (now, most) = ours.Megabytes();
            figures.Add(new Figure(TableRows.ProcessLoaded, Figure.Ours, now, "MB", Text($"at most {most:#,0}")));
            return figures;
        }
        finally
        {
            foreach (var peer in peers)
            {
                await peer.DisposeAsync();
            }
        }
    }

    /// <summary>File of what our server is asked.</summary>
    public static string OurQuery(string name) => Path.Combine(Places.Root, "benchmarks", "Pages", $"{name}.graphql");

    /// <summary>The peer's processes over the area's database, or over a copy of it; none if it cannot be had here.</summary>
    public static async Task<List<RunningServer>> StartPeers(RunSetting setting, string? database = null)
    {
        if (setting.PostgreSql is null)
        {
            return [];
        }

        if (await PostGraphile.SetUp() is { } missing)
        {
            Console.WriteLine($"Without PostGraphile: {missing}.");
            return [];
        }

        List<RunningServer> peers = [];
        for (var at = 0; at < Processes; at++)
        {
            peers.Add(await PostGraphile.Start(setting.Residents, Cores.Servers, database));
        }

        return peers;
    }

    private static async Task<List<Figure>> Measure(
        string row, string query, RunningServer ours, List<RunningServer> peers, RunSetting setting)
    {
        List<Load> our = [], their = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var seconds = round == 0 ? Wrk.WarmSeconds : setting.Seconds;
            var load = await Wrk.Measure(ours.Url, OurQuery(query), setting.Area.Wards, Connections, seconds, WardFormat);
            var loads = await Task.WhenAll(peers.Select(peer => Wrk.Measure(
                peer.Url, PostGraphile.Query(query), setting.Area.Wards, Connections / peers.Count, seconds, wardFormat: null)));
            if (round > 0)
            {
                our.Add(load);
                their.AddRange(loads.Length == 0 ? [] : [Sum(loads)]);
            }
        }

        List<Figure> figures = [Of(row, Figure.Ours, our, "2 cores")];
        if (their.Count > 0)
        {
            var memory = peers.Sum(peer => peer.Megabytes().Now);
            var note = Text($"2 cores beside PostgreSQL's, {memory:#,0} MB of Node");
            figures.Add(Of(row, $"PostGraphile, {peers.Count} processes", their, note));
        }

        return figures;
    }

    /// <summary>What several processes did together.</summary>
    public static Load Sum(Load[] loads) => new(
        loads.Sum(load => load.RequestsPerSecond), loads.Average(load => load.P50Milliseconds), loads.Max(load => load.P99Milliseconds),
        loads.Average(load => load.BytesPerAnswer), 0);

    private static Figure Of(string row, string side, List<Load> loads, string note)
    {
        double Median(Func<Load, double> of) => loads.Select(of).Order().ToArray().At(.5);
        return new Figure(row, side, Median(load => load.RequestsPerSecond), "requests/s", string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {Median(load => load.P50Milliseconds):0.0} ms, p99 {Median(load => load.P99Milliseconds):0.0} ms, " +
            $"{Median(load => load.BytesPerAnswer) / 1000:0.0} kB each; {note}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
