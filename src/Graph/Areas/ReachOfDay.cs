using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>Reach from nothing: breadth first from all members at once, level by level over all ties, wards side by side.</summary>
internal static class ReachOfDay
{
    public static Chunks<byte> Of(AreaGraph graph, int day)
    {
        var numbers = NodeNumbers.Of(graph);
        var ties = new DayGraph(graph, EdgeChoice.Ties(day), numbers);
        WardPart[] wards = [.. graph.Parts.Values];
        var edges = new (int From, int To)[wards.Length][];
        var levels = new byte[numbers.Residents];
        Unhurried.For(wards.Length, at => edges[at] = Start(wards[at], ties, levels));
        var reached = true;
        for (var level = ReachLevel.Member; reached && level < ReachLevel.Last; level++)
        {
            var from = level;
            reached = false;
            Unhurried.For(edges.Length, ward =>
            {
                if (Step(levels, edges[ward], from))
                {
                    Volatile.Write(ref reached, true);
                }
            });
        }

        return Chunks<byte>.Of(levels.Length, resident => levels[resident]);
    }

    private static (int From, int To)[] Start(WardPart ward, DayGraph ties, byte[] levels)
    {
        List<(int, int)> edges = [];
        List<int> others = [];
        foreach (var resident in ward.Residents)
        {
            levels[resident] = ties.IsMember(resident) ? ReachLevel.Member : ReachLevel.Nobody;
            others.Clear();
            ties.AddOwned(resident, others);
            foreach (var other in others)
            {
                edges.Add((resident, other));
            }
        }

        return [.. edges];
    }

    // Threads may write the same level to the same resident, and never another one.
    private static bool Step(byte[] levels, (int From, int To)[] edges, byte level)
    {
        var reached = false;
        var next = (byte)(level + 1);
        foreach (var (from, to) in edges)
        {
            if (levels[from] == level && levels[to] == ReachLevel.Nobody)
            {
                levels[to] = next;
                reached = true;
            }
            else if (levels[to] == level && levels[from] == ReachLevel.Nobody)
            {
                levels[from] = next;
                reached = true;
            }
        }

        return reached;
    }
}
