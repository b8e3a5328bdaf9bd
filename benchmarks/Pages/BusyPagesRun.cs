using System.Globalization;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.DurableChanges;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.Pages;

/// <summary>
/// Pages of 50 over HTTP with sixteen connections while somebody beside them records ties as fast as one connection can, durably, so that
/// no page is answered from what was remembered before the latest change. The peer's writer asks PostgreSQL itself, not through Node.
/// </summary>
internal sealed class BusyPagesRun : IFloatingRun
{
    private const int Connections = 16;
    private const int Rounds = 3;
    private const double WriterLonger = 1;
    private const string WriterCore = "3";
    private const string WardFormat = "E05%06d";

    public string Name => "busy-pages";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        if (Wrk.WhyMissing is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        using var store = StoreCopy.Of(setting.Store, setting.Residents, Name);
        await using var ours = await RunningServer.Networks(setting.Server ?? Places.Server, store.Path);
        await ours.FirstAnswer(await File.ReadAllTextAsync(PagesRun.OurQuery("page")), $"{{\"w\":\"{AreaNames.Ward(0)}\"}}");
        var database = setting.PostgreSql is null ? null : await DurableTransactions.Open(setting.Residents, clients: 1);
        List<RunningServer> peers = database is null ? [] : await PagesRun.StartPeers(setting, database.Database);
        try
        {
            await SameAnswers.Demand("page", ours, peers.FirstOrDefault(), setting.Area);
            return await Measure(setting, ours, peers, database);
        }
        finally
        {
            foreach (var peer in peers)
            {
                await peer.DisposeAsync();
            }

            await (database?.Close() ?? Task.CompletedTask);
        }
    }

    private static async Task<IReadOnlyList<Figure>> Measure(
        RunSetting setting, RunningServer ours, List<RunningServer> peers, DurableTransactions? database)
    {
        List<(Load Pages, Load Ties)> our = [], their = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var seconds = round == 0 ? Wrk.WarmSeconds : setting.Seconds;
            var load = await Beside(
                Wrk.Tie(ours.Url, setting.Residents, "tie", 1, seconds + WriterLonger, WriterCore),
                () => Wrk.Measure(ours.Url, PagesRun.OurQuery("page"), setting.Area.Wards, Connections, seconds, WardFormat));
            var loads = peers.Count == 0 ? default : await Beside(
                database!.Measure(seconds + WriterLonger),
                async () => PagesRun.Sum(await Task.WhenAll(peers.Select(peer => Wrk.Measure(
                    peer.Url, PostGraphile.Query("page"), setting.Area.Wards, Connections / peers.Count, seconds, wardFormat: null)))));
            if (round > 0)
            {
                our.Add(load);
                their.Add(loads);
            }
        }

        var figure = Of(Figure.Ours, our, "2 cores");
        return peers.Count == 0 ? [figure] : [figure, Of($"PostGraphile, {peers.Count} processes", their, "2 cores beside PostgreSQL's")];
    }

    // The writer begins first and ends last.
    private static async Task<(Load Pages, Load Ties)> Beside(Task<Load> writer, Func<Task<Load>> readers)
    {
        await Task.Delay(TimeSpan.FromSeconds(WriterLonger / 2));
        var pages = await readers();
        return (pages, await writer);
    }

    private static Figure Of(string side, List<(Load Pages, Load Ties)> rounds, string note)
    {
        var (pages, ties) = rounds.OrderBy(round => round.Pages.RequestsPerSecond).ElementAt(rounds.Count / 2);
        return new Figure(TableRows.BusyPage, side, pages.RequestsPerSecond, "requests/s", string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {pages.P50Milliseconds:0.0} ms, p99 {pages.P99Milliseconds:0.0} ms; {note}; " +
            $"beside {ties.RequestsPerSecond:#,0} ties/s, p50 {ties.P50Milliseconds:0.0} ms, p99 {ties.P99Milliseconds:0.0} ms"));
    }
}
