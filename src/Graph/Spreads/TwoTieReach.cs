using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Spreads;

/// <summary>
/// How many others are within two ties of each resident on one day, over ties of every kind. Worked out from nothing once for a day, from
/// then on it follows what changes. Memory: 4 bytes a resident, shared where nothing changed.
/// </summary>
internal sealed class TwoTieReach
{
    private readonly Chunks<int> others;

    private TwoTieReach(Chunks<int> others) => this.others = others;

    public int this[int ordinal] => others[ordinal];

    /// <summary>From nothing. Cost: for everybody the ties of those tied to her, wards side by side.</summary>
    public static TwoTieReach Of(AreaGraph graph, EdgeChoice choice)
    {
        var links = AreaLinks.Of(graph, choice);
        var others = new int[links.Numbers.Residents];
        Parallel.ForEach(
            graph.Parts.Values,
            () => new int[links.Numbers.Residents],
            (ward, _, seen) =>
            {
                foreach (var resident in ward.Residents)
                {
                    others[resident] = Count(links, resident, seen);
                }

                return seen;
            },
            _ => { });
        return new TwoTieReach(Chunks<int>.Of(others));
    }

    /// <summary>That of one resident alone. Cost: the rows of those tied to her.</summary>
    public static int Of(AreaGraph graph, ResidentNode person, int day)
    {
        var beside = CurrentConnections.Of(graph, person, day).Residents.Keys;
        HashSet<int> others = [.. beside];
        foreach (var one in beside)
        {
            others.UnionWith(CurrentConnections.Of(graph, graph.Resident(one), day).Residents.Keys);
        }

        others.Remove(person.Ordinal);
        return others.Count;
    }

    /// <summary>
    /// The reach in <paramref name="now"/>, this being that in <paramref name="old"/>; null if following would cost more than a good part
    /// of beginning anew. Either picture may be the older one. A way of two ties that came or went begins or ends in the middle of an edge
    /// that did: whoever is at its ends or beside them, in either picture, is counted again, and nobody else.
    /// </summary>
    public TwoTieReach? Follow(AreaGraph old, AreaGraph now, EdgeChoice choice, Touched touched, EdgeLineage lineage)
    {
        var numbers = NodeNumbers.Of(now);
        var (before, after) = (new DayGraph(old, choice, numbers), new DayGraph(now, choice, numbers));
        var budget = lineage.Limits.Budget(numbers.Count);
        if (EdgeDifference.Between(before, after, touched, budget) is not { } difference)
        {
            return null;
        }

        HashSet<int> stale = [];
        List<int> beside = [];
        foreach (var end in difference.Added.Concat(difference.Removed).SelectMany(edge => new[] { edge.From, edge.To }).Distinct())
        {
            beside.Clear();
            before.AddNeighbours(end, beside);
            after.AddNeighbours(end, beside);
            stale.Add(end);
            stale.UnionWith(beside);
            if (!budget.Spend(1 + beside.Count))
            {
                return null;
            }
        }

        return Recounted(after, stale, budget) is { } followed ? new TwoTieReach(followed) : null;
    }

    private Chunks<int>? Recounted(DayGraph now, HashSet<int> stale, WorkBudget budget)
    {
        var write = others.Write();
        List<int> beside = [], beyond = [];
        HashSet<int> seen = [];
        foreach (var resident in stale)
        {
            beside.Clear();
            now.AddNeighbours(resident, beside);
            seen.Clear();
            seen.UnionWith(beside);
            foreach (var one in beside)
            {
                beyond.Clear();
                now.AddNeighbours(one, beyond);
                seen.UnionWith(beyond);
                if (!budget.Spend(1 + beyond.Count))
                {
                    return null;
                }
            }

            seen.Remove(resident);
            if (write[resident] != seen.Count)
            {
                write[resident] = seen.Count;
            }
        }

        return write.Done();
    }

    // A number is seen in a walk if it carries that walk's own mark, so nothing has to be wiped between walks.
    private static int Count(AreaLinks links, int resident, int[] seen)
    {
        var mark = resident + 1;
        seen[resident] = mark;
        var count = 0;
        foreach (var beside in links.Beside(resident))
        {
            count += Sees(seen, beside, mark);
            foreach (var beyond in links.Beside(beside))
            {
                count += Sees(seen, beyond, mark);
            }
        }

        return count;
    }

    private static int Sees(int[] seen, int node, int mark)
    {
        if (seen[node] == mark)
        {
            return 0;
        }

        seen[node] = mark;
        return 1;
    }
}
