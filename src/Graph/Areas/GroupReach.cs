using Networks.Domain.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// For every resident on one day, how many ties must be walked to meet a current member of a group that runs. Worked out from nothing once
/// for a day, from then on it follows what changes. Memory: one byte a resident, shared where nothing changed.
/// </summary>
internal sealed class GroupReach
{
    private readonly int day;
    private readonly Chunks<byte> hops;
    private readonly WardStamps stamps;

    private GroupReach(int day, Chunks<byte> hops, WardStamps stamps)
    {
        this.day = day;
        this.hops = hops;
        this.stamps = stamps;
    }

    /// <summary>From nothing. Cost: residents and rows of the area, and at most 6 passes over its ties.</summary>
    public static GroupReach Of(AreaGraph graph, int day, long stamp) => new(day, ReachOfDay.Of(graph, day), new WardStamps(stamp));

    /// <summary>
    /// The reach in <paramref name="now"/>, this being that in <paramref name="old"/>; null if following would cost more than a good part
    /// of beginning anew. Either picture may be the older one.
    /// </summary>
    public GroupReach? Follow(AreaGraph old, AreaGraph now, Touched touched, EdgeLineage lineage)
    {
        var numbers = NodeNumbers.Of(now);
        var choice = EdgeChoice.Ties(day);
        var change = new ReachChange(new DayGraph(old, choice, numbers), new DayGraph(now, choice, numbers), hops, lineage.Limits);
        return change.Follow(touched) is { } followed
            ? new GroupReach(day, followed, stamps.With(change.StaleWards(), lineage.NextStamp()))
            : null;
    }

    /// <summary>Ties walked, 0 for a member herself; null if more than 6 or no way at all.</summary>
    public int? From(int ordinal) => ReachLevel.Hops(hops[ordinal]);

    /// <summary>New whenever one of the ward's people may have come to be nearer to a group or farther from it.</summary>
    public long StampOf(WardCode ward) => stamps.Of(ward);
}
