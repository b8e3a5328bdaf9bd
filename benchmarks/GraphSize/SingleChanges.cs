using System.Collections.Immutable;
using System.Diagnostics;
using Networks.Benchmarks.Areas;
using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Benchmarks.GraphSize;

/// <summary>
/// Changes of one resident at a time, all over the area, each timed and its allocations counted; making the entry is neither.
/// </summary>
internal sealed class SingleChanges(
    AreaEntries entries, GeneratedArea area, double seconds, Func<ResidentEntry, int, ResidentEntry> changed)
{
    private readonly List<double> times = [];
    private long allocated;

    /// <summary>Microseconds of each, rising.</summary>
    public double[] Microseconds => [.. times.Order()];

    public long BytesEach => allocated / Math.Max(1, times.Count);

    /// <summary>A contact over one of her ties.</summary>
    public static ResidentEntry Contact(ResidentEntry entry, int other) => entry.Ties.IsEmpty ? entry
        : entry with { Ties = entry.Ties.SetItem(0, entry.Ties[0] with { LastContact = GeneratedArea.Reference }) };

    /// <summary>A tie with somebody anywhere, and a contact with them.</summary>
    public static ResidentEntry TieAndContact(ResidentEntry entry, int other) => entry with
    {
        Ties = entry.Ties.Add(new TieEntry(
            AreaNames.Resident(other), null, TieKind.Friend, null, GeneratedArea.Reference, null, null, [GeneratedArea.Reference])),
    };

    /// <summary>Something about her that is no connection.</summary>
    public static ResidentEntry Facts(ResidentEntry entry, int other) =>
        entry with { LivesAlone = true, ConnectionsAskedOn = GeneratedArea.Reference };

    public AreaGraph Measure(AreaGraph graph, int least, int stride)
    {
        var limit = Stopwatch.StartNew();
        for (var at = 0; at < 2 * least || limit.Elapsed.TotalSeconds < seconds; at++)
        {
            var resident = (int)((long)at * stride % area.Residents);
            var other = (int)((long)at * 2 * stride % area.Residents);
            var version = graph.Find(AreaNames.Resident(resident))!.Value.Version + 1;
            var entry = changed(entries.Resident(resident, version), other);
            var news = WardEntries.None with { Residents = ImmutableArray.Create(entry) };
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            graph = graph.Put(graph.Pack(entry.Ward, news));
            var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            if (at >= least)
            {
                times.Add(time);
                allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
            }
        }

        return graph;
    }
}
