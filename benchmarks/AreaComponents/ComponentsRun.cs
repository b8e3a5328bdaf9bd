using System.Diagnostics;
using System.Globalization;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.SideBySide;
using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Benchmarks.AreaComponents;

/// <summary>
/// How long after a change of one tie the area's answers of one process are right: the change to the picture, all component sizes, and how
/// many live in a component of at most five, ward by ward. And components from nothing beside a plain union-find over the same ties as two
/// arrays of numbers, in the same run. Last the shapes that are hardest to follow.
/// </summary>
internal sealed class ComponentsRun : IRun
{
    private const int ChangesMax = 400;
    private const int ProcessorRounds = 10;
    private const int WorstChangesMax = 20;
    private static readonly DateTimeOffset Noon = new(GeneratedArea.Reference, new TimeOnly(12, 0), TimeSpan.Zero);
    private static readonly TotalsQuery Small = new() { Rule = new UnconnectedRule { ComponentAtMost = 5 } };

    public string Name => "components";

    public Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        List<Figure> figures = [];
        var graph = FromNothing(setting, figures);
        Follow(setting.Area, graph, null, "", ChangesMax, setting.Seconds, figures);
        foreach (var (name, area, tie) in WorstShapes.Of(setting.Area))
        {
            Follow(area, new AreaEntries(area).Graph(), tie, $" ({name})", WorstChangesMax, setting.Seconds, figures);
        }

        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }

    // Every day asked about is another one, so nothing is remembered; every day all the same ties hold.
    private static AreaGraph FromNothing(RunSetting setting, List<Figure> figures)
    {
        var graph = new AreaEntries(setting.Area).Graph();
        var plain = new PlainUnionFind(setting.Area);
        var day = GeneratedArea.Reference;
        ComponentSummary? ours = null;
        (int Count, int Largest, int Isolates) theirs = default;
        var times = Turns.Take(
            setting.Seconds,
            () => ours = graph.ComponentsOn(new ComponentQuery(), day = day.AddDays(1)),
            () => theirs = plain.Components([]));
        Same(ours!, theirs, "from nothing");
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        for (var round = 0; round < ProcessorRounds; round++)
        {
            graph.ComponentsOn(new ComponentQuery(), day = day.AddDays(1));
        }

        var spent = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds / ProcessorRounds;
        var cores = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores");
        figures.Add(new Figure(TableRows.Components, Figure.Ours, times[0].At(.5), "ms", string.Create(
            CultureInfo.InvariantCulture,
            $"least {times[0][0]:0.0}; {spent:0} of processor time on {cores}; {times[0].At(.5) / times[1].At(.5):0.00} x plain")));
        figures.Add(new Figure(TableRows.Components, "plain union-find over arrays", times[1].At(.5), "ms", string.Create(
            CultureInfo.InvariantCulture, $"least {times[1][0]:0.0}; 1 core")));
        return graph;
    }

    // In turns: a tie that stands goes and comes back, and a tie that never was comes and goes.
    private static void Follow(
        GeneratedArea area, AreaGraph graph, int? tie, string shape, int changesMax, double seconds, List<Figure> figures)
    {
        var entries = new AreaEntries(area);
        var plain = new PlainUnionFind(area);
        var random = new Random(42);
        Ask(graph);
        List<double> added = [], removed = [];
        var limit = Stopwatch.StartNew();
        for (var at = 0; at < changesMax && (at < 2 || limit.Elapsed.TotalSeconds < 4 * seconds); at++)
        {
            var gone = tie ?? random.Next(area.TieA.Length);
            (graph, var without) = Change(graph, Without(entries, area, gone), removed);
            Same(without, at < 2 ? plain.Components([], gone) : null, $"a tie gone{shape}");
            (graph, _) = Change(graph, entries.Resident(area.TieA[gone]), added);
            int one = random.Next(area.Residents), other = (one + 1 + random.Next(area.Residents - 1)) % area.Residents;
            (graph, var with) = Change(graph, With(entries, one, other), added);
            Same(with, at < 2 ? plain.Components([(one, other)]) : null, $"a tie more{shape}");
            (graph, _) = Change(graph, entries.Resident(one), removed);
        }

        figures.Add(Of(TableRows.TieAdded + shape, added));
        figures.Add(Of(TableRows.TieRemoved + shape, removed));
    }

    private static ResidentEntry Without(AreaEntries entries, GeneratedArea area, int tie)
    {
        var entry = entries.Resident(area.TieA[tie]);
        var other = AreaNames.Resident(area.TieB[tie]);
        return entry with { Ties = entry.Ties.RemoveAll(row => row.Resident == other) };
    }

    private static ResidentEntry With(AreaEntries entries, int resident, int other)
    {
        var entry = entries.Resident(resident);
        var tie = new TieEntry(AreaNames.Resident(other), null, TieKind.Friend, null, null, null, null, []);
        return entry with { Ties = entry.Ties.Add(tie) };
    }

    private static (AreaGraph Graph, ComponentSummary Summary) Change(AreaGraph graph, ResidentEntry entry, List<double> times)
    {
        entry = entry with { Version = graph.Find(entry.Id)!.Value.Version + 1 };
        var start = Stopwatch.GetTimestamp();
        var next = graph.Put(graph.Pack(entry.Ward, WardEntries.None with { Residents = [entry] }));
        var summary = Ask(next);
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return (next, summary);
    }

    private static ComponentSummary Ask(AreaGraph graph)
    {
        var summary = graph.ComponentsOn(new ComponentQuery(), GeneratedArea.Reference);
        var small = graph.Totals(Small, GeneratedArea.Reference, Noon).Wards.Sum(ward => ward.Unconnected);
        var expected = summary.Sizes.Where(size => size.Size <= 5).Sum(size => size.Size * size.Count);
        return small == expected ? summary
            : throw new InvalidOperationException($"{small} people in small components by wards, {expected} by sizes.");
    }

    private static void Same(ComponentSummary ours, (int Count, int Largest, int Isolates)? theirs, string when)
    {
        if (theirs is { } plain && (ours.Count, ours.Largest, ours.Isolates) != plain)
        {
            throw new InvalidOperationException($"{when}: {ours.Count}, {ours.Largest}, {ours.Isolates}; by plain union-find {plain}.");
        }
    }

    private static Figure Of(string row, List<double> times)
    {
        double[] rising = [.. times.Order()];
        return new Figure(row, Figure.Ours, rising.At(.5), "ms", string.Create(
            CultureInfo.InvariantCulture, $"p99 {rising.At(.99):0.00}; worst {rising[^1]:0.00}; {rising.Length} changes"));
    }
}
