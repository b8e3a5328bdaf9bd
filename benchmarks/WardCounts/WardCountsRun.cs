using System.Diagnostics;
using System.Globalization;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.SideBySide;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Benchmarks.WardCounts;

/// <summary>
/// How many each single rule lists, ward by ward over the whole area, in the engine of one process: the first time, warm, and right after
/// one resident's ties have changed. Beside PostgreSQL with kept counters, and without.
/// </summary>
internal sealed class WardCountsRun : IRun
{
    private const int ChangesMax = 100;
    private const double WarmSeconds = 1;
    private static readonly DateTimeOffset Noon = new(GeneratedArea.Reference, new TimeOnly(12, 0), TimeSpan.Zero);

    public string Name => "ward-counts";

    public Task<IReadOnlyList<Figure>> Measure(RunSetting setting) => Task.FromResult(Figures(setting));

    private static IReadOnlyList<Figure> Figures(RunSetting setting)
    {
        var entries = new AreaEntries(setting.Area);
        var graph = entries.Graph();
        var plain = new PlainCounts(setting.Area);
        using var postgres = setting.PostgreSql is { } connection ? new PostgreSqlCounts(connection) : null;
        List<Figure> figures = [];
        foreach (var rule in Rules(plain, postgres))
        {
            graph = Measure(rule, graph, entries, setting, figures);
        }

        return figures;
    }

    private static RuleRow[] Rules(PlainCounts plain, PostgreSqlCounts? postgres)
    {
        var ties = new UnconnectedRule { Counting = [ConnectionKind.Tie] };
        var since = GeneratedArea.Reference.AddDays(-PlainCounts.ContactDays);
        return
        [
            new(TableRows.CountNoTies, ties with { NoTies = true }, plain.NoTies,
                postgres is null ? [] : [("kept counter", postgres.NoTiesCounter), ("from ties", postgres.NoTies)]),
            new(TableRows.CountNoContact, ties with { NoContactSinceDays = PlainCounts.ContactDays }, plain.NoContact,
                postgres is null ? [] : [("kept last contact", () => postgres.NoContactKept(since))]),
            new(TableRows.CountComponent, ties with { ComponentAtMost = PlainCounts.ComponentMax }, plain.SmallComponents, []),
            new(TableRows.CountNoGroup, new() { NoGroupWithinHops = PlainCounts.Hops }, plain.NoGroupNearby, []),
            new(TableRows.CountIsolation, new() { IsolationAtLeast = PlainCounts.Isolation }, plain.Isolated, []),
        ];
    }

    private static AreaGraph Measure(RuleRow row, AreaGraph graph, AreaEntries entries, RunSetting setting, List<Figure> figures)
    {
        var query = new TotalsQuery { Rule = row.Rule };
        var clock = Stopwatch.StartNew();
        var cold = graph.Totals(query, GeneratedArea.Reference, Noon);
        var coldMilliseconds = clock.Elapsed.TotalMilliseconds;
        Check(row, cold, row.Expected());

        // The peers' turns last a thousand times as long as ours, so in turns alone our code would be asked a handful of times.
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < WarmSeconds;)
        {
            graph.Totals(query, GeneratedArea.Reference, Noon);
        }

        var times = Turns.Take(
            setting.Seconds,
            [() => graph.Totals(query, GeneratedArea.Reference, Noon), .. row.Peers.Select(peer => new Action(() => peer.Ask()))]);
        figures.Add(new Figure(row.Name, Figure.Ours, times[0].At(.5), "ms", string.Create(
            CultureInfo.InvariantCulture,
            $"p99 {times[0].At(.99):0.###}; first time {coldMilliseconds:0} on {Environment.ProcessorCount} cores")));
        figures.AddRange(row.Peers.Select((peer, at) => new Figure(row.Name, $"PostgreSQL, {peer.How}", times[at + 1].At(.5), "ms")));
        return AfterChanges(row, graph, entries, setting, figures);
    }

    // Every other change takes a resident's ties away and the next one gives them back, so the area stays what it was.
    private static AreaGraph AfterChanges(RuleRow row, AreaGraph graph, AreaEntries entries, RunSetting setting, List<Figure> figures)
    {
        var query = new TotalsQuery { Rule = row.Rule };
        List<double> asked = [], changed = [];
        var limit = Stopwatch.StartNew();
        for (var at = 0; at < ChangesMax && limit.Elapsed.TotalSeconds < setting.Seconds; at++)
        {
            var resident = (int)((long)at * 7919 % setting.Residents);
            foreach (var ties in new[] { false, true })
            {
                var entry = entries.Resident(resident, graph.Find(AreaNames.Resident(resident))!.Value.Version + 1);
                entry = ties ? entry : entry with { Ties = [] };
                var holding = graph.Pack(entry.Ward, WardEntries.None with { Residents = [entry] });
                var clock = Stopwatch.StartNew();
                graph = graph.Put(holding);
                changed.Add(clock.Elapsed.TotalMilliseconds);
                clock.Restart();
                graph.Totals(query, GeneratedArea.Reference, Noon);
                asked.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        Check(row, graph.Totals(query, GeneratedArea.Reference, Noon), row.Expected());
        double[] rising = [.. asked.Order()], changes = [.. changed.Order()];
        figures.Add(new Figure($"{TableRows.CountAfterChange} ({row.Rule})", Figure.Ours, rising.At(.5), "ms", string.Create(
            CultureInfo.InvariantCulture,
            $"p99 {rising.At(.99):0.###}; the change itself {changes.At(.5):0.###}; {rising.Length} changes")));
        return graph;
    }

    private static void Check(RuleRow row, TotalsAnswer answer, int expected)
    {
        var counted = answer.Wards.Sum(ward => ward.Unconnected);
        if (counted != expected)
        {
            throw new InvalidOperationException($"{row.Name}: {counted} counted, {expected} by plain loops.");
        }
    }

    private sealed record RuleRow(
        string Name, UnconnectedRule Rule, Func<int> Expected, IReadOnlyList<(string How, Func<long> Ask)> Peers);
}
