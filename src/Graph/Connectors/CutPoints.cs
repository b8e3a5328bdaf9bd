using Networks.Graph.Areas;

namespace Networks.Graph.Connectors;

/// <summary>
/// The nodes without which their component falls apart, with what would be cut off: the lowpoints of Hopcroft and Tarjan (1973) with the
/// people below each node, in one walk without recursion, however long a chain is. Only residents are people. Cost: nodes + edges; seven
/// numbers a node while it works.
/// </summary>
internal sealed class CutPoints
{
    private const int None = -1;

    private readonly AreaLinks links;
    private readonly int[] parents;
    private readonly int[] visits;
    private readonly int[] lows;
    private readonly int[] places;
    private readonly int[] people;
    private readonly int[] parted;
    private readonly int[] largestParted;
    private readonly int[] parts;
    private readonly List<int> order = [];
    private readonly List<CutPoint> found = [];

    private CutPoints(AreaLinks links)
    {
        this.links = links;
        places = links.Starts();
        parents = new int[places.Length];
        visits = new int[places.Length];
        lows = new int[places.Length];
        people = new int[places.Length];
        parted = new int[places.Length];
        largestParted = new int[places.Length];
        parts = new int[places.Length];
    }

    /// <summary>Every node without which at least one person would be cut off from the largest remaining part.</summary>
    public static List<CutPoint> Of(AreaLinks links)
    {
        var search = new CutPoints(links);
        for (var resident = 0; resident < links.Numbers.Residents; resident++)
        {
            if (search.visits[resident] == 0 && links.Beside(resident).Length > 0)
            {
                search.Walk(resident);
                search.Judge();
            }
        }

        return search.found;
    }

    private void Walk(int root)
    {
        order.Clear();
        Enter(root, None);
        for (var node = root; node != None;)
        {
            var next = links.At(node, places[node]++);
            if (next < 0)
            {
                Leave(node);
                node = parents[node];
            }
            else if (visits[next] == 0)
            {
                Enter(next, node);
                node = next;
            }
            else if (next != parents[node])
            {
                lows[node] = Math.Min(lows[node], visits[next]);
            }
        }
    }

    private void Enter(int node, int parent)
    {
        order.Add(node);
        parents[node] = parent;
        visits[node] = lows[node] = order.Count;
        people[node] = Own(node);
    }

    // Nothing below a child whose lowpoint does not pass its parent hangs together with the rest except through that parent.
    private void Leave(int node)
    {
        var parent = parents[node];
        if (parent == None)
        {
            return;
        }

        people[parent] += people[node];
        if (lows[node] < visits[parent])
        {
            lows[parent] = Math.Min(lows[parent], lows[node]);
            return;
        }

        parted[parent] += people[node];
        largestParted[parent] = Math.Max(largestParted[parent], people[node]);
        parts[parent] += people[node] > 0 ? 1 : 0;
    }

    private void Judge()
    {
        var all = people[order[0]];
        foreach (var node in order)
        {
            var others = all - Own(node);
            var rest = others - parted[node];
            var cutOff = others - Math.Max(largestParted[node], rest);
            if (cutOff > 0)
            {
                found.Add(new CutPoint(node, cutOff, parts[node] + (rest > 0 ? 1 : 0)));
            }
        }
    }

    private int Own(int node) => links.Numbers.IsResident(node) ? 1 : 0;
}

/// <summary>A node, how many people would be cut off without it, and how many parts with people would remain.</summary>
internal readonly record struct CutPoint(int Node, int CutOff, int Parts);
