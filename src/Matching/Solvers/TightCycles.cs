namespace Networks.Matching.Solvers;

/// <summary>
/// Which offers could exchange people without losing fit. Two optimal plans differ only by cycles over pairs that lose nothing at the
/// optimal prices, a free place counting as a stop of its own; so nobody need ever look for a place outside her own offer's cycle (a
/// strongly connected component, found by Tarjan's method without recursion). The same of pairs whatever they lose says who could change
/// places at all.
/// </summary>
internal sealed class TightCycles
{
    private readonly Arcs arcs;
    private readonly Assignment assignment;
    private readonly long[] value;
    private readonly long[] price;
    private readonly bool onlyTight;
    private readonly bool throughFree;
    private readonly int free;
    private readonly int[] order;
    private readonly int[] lowest;
    private readonly int[] stack;
    private readonly int[] path;
    private readonly int[] nextSlot;
    private readonly int[] nextArc;
    private int found;
    private int onStack;

    private TightCycles(Arcs arcs, Assignment assignment, long[] value, long[] price, bool onlyTight, bool throughFree)
    {
        (this.arcs, this.assignment, this.value, this.price, free) = (arcs, assignment, value, price, price.Length);
        (this.onlyTight, this.throughFree) = (onlyTight, throughFree);
        var nodes = free + 1;
        (order, lowest, stack, path) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        (nextSlot, nextArc, Of) = (new int[nodes], new int[nodes], new int[nodes]);
        Array.Fill(Of, -1);
    }

    /// <summary>The same number for offers of one cycle; the last entry is that of free places.</summary>
    public int[] Of { get; }

    /// <summary>The numbers of all cycles, each after those it leads to.</summary>
    public List<int> InOrder { get; } = [];

    public static TightCycles Find(Arcs arcs, Assignment assignment, long[] value, long[] price) =>
        Find(new TightCycles(arcs, assignment, value, price, onlyTight: true, throughFree: true));

    /// <summary>The same of pairs whatever they lose.</summary>
    public static TightCycles FindAtAnyCost(Arcs arcs, Assignment assignment, long[] value, long[] price) =>
        Find(new TightCycles(arcs, assignment, value, price, onlyTight: false, throughFree: true));

    /// <summary>The same of pairs whatever they lose, and of people moving into each other's places alone.</summary>
    public static TightCycles FindOfMoves(Arcs arcs, Assignment assignment, int offers) =>
        Find(new TightCycles(arcs, assignment, [], new long[offers], onlyTight: false, throughFree: false));

    private static TightCycles Find(TightCycles cycles)
    {
        for (var node = 0; node <= cycles.free; node++)
        {
            if (cycles.order[node] == 0)
            {
                cycles.Visit(node);
            }
        }

        return cycles;
    }

    private void Visit(int root)
    {
        var depth = 0;
        Enter(root, depth);
        while (depth >= 0)
        {
            var node = path[depth];
            var next = node == free ? NextUnpriced() : NextOffer(node);
            if (next < 0)
            {
                Leave(node);
                depth--;
                if (depth >= 0)
                {
                    lowest[path[depth]] = Math.Min(lowest[path[depth]], lowest[node]);
                }
            }
            else if (order[next] == 0)
            {
                Enter(next, ++depth);
            }
            else if (Of[next] < 0)
            {
                lowest[node] = Math.Min(lowest[node], order[next]);
            }
        }
    }

    private void Enter(int node, int depth)
    {
        order[node] = lowest[node] = ++found;
        stack[onStack++] = node;
        path[depth] = node;
        nextArc[node] = -1;
    }

    private void Leave(int node)
    {
        if (lowest[node] != order[node])
        {
            return;
        }

        InOrder.Add(node);
        int member;
        do
        {
            member = stack[--onStack];
            Of[member] = node;
        }
        while (member != node);
    }

    // From a free place to any offer that may lose somebody without anybody coming.
    private int NextUnpriced()
    {
        while (throughFree && nextSlot[free] < free)
        {
            var offer = nextSlot[free]++;
            if (!onlyTight || price[offer] == 0)
            {
                return offer;
            }
        }

        return -1;
    }

    private int NextOffer(int offer)
    {
        var occupants = assignment.Occupants(offer);
        if (nextArc[offer] < 0)
        {
            nextArc[offer] = occupants.Length > 0 ? arcs.Start[occupants[0]] : 0;
            if (throughFree && assignment.HasFree(offer))
            {
                return free;
            }
        }

        while (nextSlot[offer] < occupants.Length)
        {
            var wish = occupants[nextSlot[offer]];
            while (nextArc[offer] < arcs.Start[wish + 1])
            {
                var arc = nextArc[offer]++;
                if (!onlyTight || value[wish] + price[arcs.Offer[arc]] == arcs.Fit[arc])
                {
                    return arcs.Offer[arc];
                }
            }

            if (++nextSlot[offer] < occupants.Length)
            {
                nextArc[offer] = arcs.Start[occupants[nextSlot[offer]]];
            }
        }

        return -1;
    }
}
