using System.Globalization;
using System.Runtime.CompilerServices;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.SideBySide;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

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

    // Not a local variable: what a method once had in its hands may live until it returns.
    private AreaGraph _graph = AreaGraph.Empty();

    public string Name => "graph-size";

    public Task<IReadOnlyList<Figure>> Measure(RunSetting setting) => Task.FromResult(Figures(setting));

    private IReadOnlyList<Figure> Figures(RunSetting setting)
    {
        var area = setting.Area;
        var entries = new AreaEntries(area);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var load = Load(entries);
        List<Figure> figures = [Memory(area, before, TableRows.Memory, ""), load];
        var count = Change("a contact", SingleChanges.Contact) + Change("a tie and a contact", SingleChanges.TieAndContact)
            + Change("a fact", SingleChanges.Facts);

        // Everybody has the ties she was loaded with again.
        figures.Add(Memory(area, before, $"{TableRows.Memory}: after changes", $"; after {count:N0} changes"));
        _graph = AreaGraph.Empty();
        return figures;

        int Change(string what, Func<ResidentEntry, int, ResidentEntry> changed)
        {
            var (times, bytes) = Changed(new SingleChanges(entries, area, setting.Seconds / 3, changed));
            figures.Add(new Figure($"{TableRows.ChangeCost} ({what})", Figure.Ours, times.At(.5), "us", string.Create(
                CultureInfo.InvariantCulture, $"p99 {times.At(.99):0.0}; {bytes:N0} bytes allocated; {times.Length} changes")));
            return times.Length;
        }
    }

    private static Figure Memory(GeneratedArea area, long before, string row, string when)
    {
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var ties = (double)BytesOfTie * area.TieA.Length;
        var allowed = ((double)BytesOfResident * area.Residents) + ties;
        return new Figure(row, Figure.Ours, bytes / 1e6, "MB", string.Create(CultureInfo.InvariantCulture,
            $"{bytes / allowed:P0} of {allowed / 1e6:0} MB; {(bytes - ties) / area.Residents:0.0} B a resident{when}"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (double[] Microseconds, long BytesEach) Changed(SingleChanges changes)
    {
        _graph = changes.Measure(_graph, ChangesMin, Stride);
        return (changes.Microseconds, changes.BytesEach);
    }

    // The entries of one ward at a time, as when wards wake; making them is not counted.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Figure Load(AreaEntries entries)
    {
        TimeSpan pack = default, replace = default;
        foreach (var (ward, held) in entries.Wards())
        {
            var start = Environment.CpuUsage.TotalTime;
            var holding = _graph.Pack(ward, held);
            var packed = Environment.CpuUsage.TotalTime;
            _graph = _graph.Replace(holding);
            pack += packed - start;
            replace += Environment.CpuUsage.TotalTime - packed;
        }

        return new Figure($"{TableRows.Memory}: load", Figure.Ours, (pack + replace).TotalMilliseconds, "ms", string.Create(
            CultureInfo.InvariantCulture,
            $"packing {pack.TotalMilliseconds:0}, into the graph {replace.TotalMilliseconds:0}; processor time, collector included"));
    }
}
