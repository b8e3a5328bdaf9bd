using System.Globalization;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.SideBySide;
using Networks.Graph.Areas;

namespace Networks.Benchmarks.GraphSize;

/// <summary>
/// What the live graph takes: bytes beside what it may take for each resident and tie, processor time to load it ward by ward, and
/// microseconds and bytes of a single change. Memory is what the collector counts as living, so no other work on the machine shows in it.
/// </summary>
internal sealed class GraphSizeRun : IRun
{
    private const int BytesOfResident = 200;
    private const int BytesOfTie = 24;
    private const int ChangesMin = 200;
    private const int Stride = 7919;

    public string Name => "graph-size";

    public Task<IReadOnlyList<Figure>> Measure(RunSetting setting) => Task.FromResult(Figures(setting));

    private static IReadOnlyList<Figure> Figures(RunSetting setting)
    {
        var area = setting.Area;
        var entries = new AreaEntries(area);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (graph, pack, replace) = Load(entries);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var ties = area.TieA.Length;
        var allowed = (double)BytesOfResident * area.Residents + (double)BytesOfTie * ties;
        List<Figure> figures =
        [
            new(TableRows.Memory, Figure.Ours, bytes / 1e6, "MB", string.Create(CultureInfo.InvariantCulture,
                $"{bytes / allowed:P0} of {allowed / 1e6:0} MB; {(bytes - (double)BytesOfTie * ties) / area.Residents:0.0} B a resident")),
            new($"{TableRows.Memory}: load", Figure.Ours, (pack + replace).TotalMilliseconds, "ms", string.Create(
                CultureInfo.InvariantCulture,
                $"packing {pack.TotalMilliseconds:0}, into the graph {replace.TotalMilliseconds:0}; processor time, collector included")),
        ];
        var contact = new SingleChanges(entries, area, setting.Seconds / 3, SingleChanges.Contact);
        var added = new SingleChanges(entries, area, setting.Seconds / 3, SingleChanges.TieAndContact);
        var facts = new SingleChanges(entries, area, setting.Seconds / 3, SingleChanges.Facts);
        foreach (var (what, changes) in new[] { ("a contact", contact), ("a tie and a contact", added), ("a fact", facts) })
        {
            graph = changes.Measure(graph, ChangesMin, Stride);
            figures.Add(new Figure($"{TableRows.ChangeCost} ({what})", Figure.Ours, changes.Microseconds.At(.5), "us", string.Create(
                CultureInfo.InvariantCulture,
                $"p99 {changes.Microseconds.At(.99):0.0}; {changes.BytesEach:N0} bytes allocated; {changes.Microseconds.Length} changes")));
        }

        GC.KeepAlive(graph);
        return figures;
    }

    // The entries of one ward at a time, as when wards wake; making them is not counted.
    private static (AreaGraph Graph, TimeSpan Pack, TimeSpan Replace) Load(AreaEntries entries)
    {
        var graph = AreaGraph.Empty();
        TimeSpan pack = default, replace = default;
        foreach (var (ward, held) in entries.Wards())
        {
            var start = Environment.CpuUsage.TotalTime;
            var holding = graph.Pack(ward, held);
            var packed = Environment.CpuUsage.TotalTime;
            graph = graph.Replace(holding);
            pack += packed - start;
            replace += Environment.CpuUsage.TotalTime - packed;
        }

        return (graph, pack, replace);
    }
}
