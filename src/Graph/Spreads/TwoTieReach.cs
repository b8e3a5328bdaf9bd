using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Spreads;

/// <summary>
/// How many others are within two ties of each resident on one day, over ties of every kind. Cost: for everybody the ties of those tied to
/// her, wards side by side; memory 4 bytes a resident while it is remembered.
/// </summary>
internal sealed class TwoTieReach
{
    private readonly int[] others;

    private TwoTieReach(int[] others) => this.others = others;

    public int this[int ordinal] => others[ordinal];

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
        return new TwoTieReach(others);
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
