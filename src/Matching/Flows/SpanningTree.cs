namespace Networks.Matching.Flows;

/// <summary>
/// The basis of the network simplex: a tree over all nodes, hung up at a root beside them. Children stand in lists of siblings, so that a
/// subtree is cut off and hung up elsewhere in the time of its path and walked in the time of its size.
/// </summary>
internal sealed class SpanningTree
{
    private readonly int[] firstChild;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] walk;

    /// <summary>A star: every node hangs at the root by the arc of the same number counted from <paramref name="firstArc"/>.</summary>
    public SpanningTree(int nodes, int firstArc)
    {
        Root = nodes;
        (Parent, Arc, Depth, IsUp) = (new int[nodes + 1], new int[nodes + 1], new int[nodes + 1], new bool[nodes + 1]);
        (firstChild, next, previous, walk) = (new int[nodes + 1], new int[nodes + 1], new int[nodes + 1], new int[nodes + 1]);
        Array.Fill(firstChild, -1);
        (Parent[Root], next[Root], previous[Root]) = (-1, -1, -1);
        for (var node = nodes - 1; node >= 0; node--)
        {
            (Arc[node], Depth[node]) = (firstArc + node, 1);
            Attach(node, Root);
        }
    }

    public int Root { get; }

    /// <summary>What each node hangs at; -1 for the root.</summary>
    public int[] Parent { get; }

    /// <summary>The arc each node hangs by.</summary>
    public int[] Arc { get; }

    /// <summary>Arcs between each node and the root.</summary>
    public int[] Depth { get; }

    /// <summary>True if that arc runs from the node to its parent.</summary>
    public bool[] IsUp { get; }

    /// <summary>Where the ways from two nodes to the root meet.</summary>
    public int Join(int one, int other)
    {
        while (one != other)
        {
            if (Depth[one] >= Depth[other])
            {
                one = Parent[one];
            }
            else
            {
                other = Parent[other];
            }
        }

        return one;
    }

    /// <summary>
    /// Cuts the arc above <paramref name="cut"/> and hangs what was below it at <paramref name="onto"/> by its node
    /// <paramref name="by"/>, which from there on is its top.
    /// </summary>
    public void Move(int cut, int by, int onto, int arc, bool isUp)
    {
        var (node, parent) = (by, onto);
        while (true)
        {
            var (above, oldArc, oldUp) = (Parent[node], Arc[node], IsUp[node]);
            Detach(node);
            (Arc[node], IsUp[node]) = (arc, isUp);
            Attach(node, parent);
            if (node == cut)
            {
                return;
            }

            (parent, node, arc, isUp) = (node, above, oldArc, !oldUp);
        }
    }

    /// <summary>Everything that hangs at <paramref name="top"/>, itself first, with depths put right.</summary>
    public ReadOnlySpan<int> Below(int top)
    {
        var count = 1;
        walk[0] = top;
        for (var at = 0; at < count; at++)
        {
            var node = walk[at];
            Depth[node] = Depth[Parent[node]] + 1;
            for (var child = firstChild[node]; child >= 0; child = next[child])
            {
                walk[count++] = child;
            }
        }

        return walk.AsSpan(0, count);
    }

    private void Attach(int node, int parent)
    {
        (Parent[node], previous[node], next[node]) = (parent, -1, firstChild[parent]);
        if (firstChild[parent] >= 0)
        {
            previous[firstChild[parent]] = node;
        }

        firstChild[parent] = node;
    }

    private void Detach(int node)
    {
        if (previous[node] >= 0)
        {
            next[previous[node]] = next[node];
        }
        else
        {
            firstChild[Parent[node]] = next[node];
        }

        if (next[node] >= 0)
        {
            previous[next[node]] = previous[node];
        }
    }
}
