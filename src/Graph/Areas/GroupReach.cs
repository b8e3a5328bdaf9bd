using Networks.Domain.Wards;
using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>
/// For every resident on one day, how many ties must be walked to meet a current member of a group that runs: breadth first from all
/// members at once, level by level over the list of ties. Cost: at most 6 passes over the area's ties.
/// </summary>
internal sealed class GroupReach
{
    private const sbyte Nobody = -1;

    private readonly sbyte[] hops;

    private readonly WardStamps stamps;

    private GroupReach(sbyte[] hops, WardStamps stamps)
    {
        this.hops = hops;
        this.stamps = stamps;
    }

    public static GroupReach Of(AreaGraph graph, int day, long stamp)
    {
        DayEdges[] wards = [.. graph.Parts.Values.Select(part => part.Edges(graph, day))];
        var hops = new sbyte[graph.Ordinals.Residents.Count];
        Array.Fill(hops, Nobody);
        foreach (var member in wards.SelectMany(ward => ward.Members))
        {
            hops[member] = 0;
        }

        for (sbyte level = 0; level < UnconnectedRule.HopsMax; level++)
        {
            var reached = false;
            foreach (var ward in wards)
            {
                reached |= Step(hops, ward, level);
            }

            if (!reached)
            {
                break;
            }
        }

        return new GroupReach(hops, new WardStamps(stamp));
    }

    /// <summary>Ties walked, 0 for a member herself; null if more than 6 or no way at all.</summary>
    public int? From(int ordinal) => hops[ordinal] == Nobody ? null : hops[ordinal];

    /// <summary>New whenever one of the ward's people may have come to be nearer to a group or farther from it.</summary>
    public long StampOf(WardCode ward) => stamps.Of(ward);

    private static bool Step(sbyte[] hops, DayEdges ward, sbyte level)
    {
        var reached = false;
        var next = (sbyte)(level + 1);
        for (var at = 0; at < ward.TieFrom.Length; at++)
        {
            int a = ward.TieFrom[at], b = ward.TieTo[at];
            if (hops[a] == level && hops[b] == Nobody)
            {
                hops[b] = next;
                reached = true;
            }
            else if (hops[b] == level && hops[a] == Nobody)
            {
                hops[a] = next;
                reached = true;
            }
        }

        return reached;
    }
}
