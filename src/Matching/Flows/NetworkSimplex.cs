namespace Networks.Matching.Flows;

/// <summary>
/// The primal network simplex for minimum-cost flows with lower and upper bounds. The entering arc is the worst of a block of arcs,
/// blocks taken in turns; the tree stays strongly feasible (an arc without flow leads to the root), which rules out cycling.
/// Deterministic. It is the engine for rounds with guarantees and quotas, and holds the auction against something that shares no code
/// with it.
/// </summary>
public sealed class NetworkSimplex
{
    private const int BlockMin = 20;
    private const int PivotsBetweenLooks = 4096;

    private readonly FlowProblem problem;
    private readonly int arcs;
    private readonly int[] from;
    private readonly int[] to;
    private readonly long[] room;
    private readonly long[] cost;
    private readonly long[] flow;
    private readonly sbyte[] side;
    private readonly long[] potential;
    private readonly SpanningTree tree;
    private readonly int block;
    private int nextArc;

    private NetworkSimplex(FlowProblem problem)
    {
        this.problem = problem;
        arcs = problem.Arcs;
        var all = arcs + problem.Nodes;
        (from, to, room, cost) = (new int[all], new int[all], new long[all], new long[all]);
        (flow, side, potential) = (new long[all], new sbyte[all], new long[problem.Nodes + 1]);
        tree = new SpanningTree(problem.Nodes, arcs);
        block = Math.Max(BlockMin, (int)Math.Sqrt(arcs));
        Begin();
    }

    /// <summary>Solves <paramref name="problem"/>.</summary>
    public static FlowAnswer Solve(FlowProblem problem, CancellationToken cancellationToken = default)
    {
        for (var arc = 0; arc < problem.Arcs; arc++)
        {
            if (problem.Lower[arc] > problem.Upper[arc])
            {
                return new FlowAnswer.Infeasible(problem.Lower[arc] - problem.Upper[arc]);
            }
        }

        if (problem.Supply.Sum() is var left && left != 0)
        {
            return new FlowAnswer.Infeasible(Math.Abs(left));
        }

        var simplex = new NetworkSimplex(problem);
        for (var pivots = 1; simplex.Entering() is >= 0 and var entering; pivots++)
        {
            if (pivots % PivotsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (!simplex.Pivot(entering))
            {
                return new FlowAnswer.Unbounded(entering);
            }
        }

        return simplex.Answer();
    }

    // Arcs carry what is above their lower bound. What a node has too much goes to the root at no cost, and comes back from there at more
    // than any way through the arcs could cost.
    private void Begin()
    {
        var supply = (long[])problem.Supply.Clone();
        long most = 0;
        for (var arc = 0; arc < arcs; arc++)
        {
            (from[arc], to[arc], cost[arc], side[arc]) = (problem.From[arc], problem.To[arc], problem.Cost[arc], 1);
            room[arc] = problem.Upper[arc] >= FlowProblem.Unlimited ? FlowProblem.Unlimited : problem.Upper[arc] - problem.Lower[arc];
            supply[from[arc]] -= problem.Lower[arc];
            supply[to[arc]] += problem.Lower[arc];
            most = Math.Max(most, Math.Abs(cost[arc]));
        }

        var dear = (most + 1) * (problem.Nodes + 1);
        for (var node = 0; node < problem.Nodes; node++)
        {
            var arc = arcs + node;
            var isUp = supply[node] >= 0;
            (from[arc], to[arc]) = isUp ? (node, tree.Root) : (tree.Root, node);
            (room[arc], flow[arc]) = (FlowProblem.Unlimited, Math.Abs(supply[node]));
            cost[arc] = isUp ? 0 : dear;
            potential[node] = isUp ? 0 : dear;
            tree.IsUp[node] = isUp;
        }
    }

    // The arc with the worst reduced cost of the first block that has any; -1 if no arc would make the flow cheaper.
    private int Entering()
    {
        var (worst, found, left) = (0L, -1, block);
        for (var looked = 0; looked < arcs; looked++)
        {
            var arc = nextArc;
            nextArc = nextArc + 1 == arcs ? 0 : nextArc + 1;
            var reduced = side[arc] * (cost[arc] + potential[from[arc]] - potential[to[arc]]);
            if (reduced < worst)
            {
                (worst, found) = (reduced, arc);
            }

            if (--left == 0)
            {
                if (found >= 0)
                {
                    return found;
                }

                left = block;
            }
        }

        return found;
    }

    // Sends what it can around the cycle the entering arc closes, and takes out the arc that stopped it. False if nothing does.
    private bool Pivot(int entering)
    {
        var (first, second) = side[entering] > 0 ? (from[entering], to[entering]) : (to[entering], from[entering]);
        var join = tree.Join(first, second);
        var (most, cut, isFirst) = Leaving(entering, first, second, join);
        if (most >= FlowProblem.Unlimited)
        {
            return false;
        }

        if (most > 0)
        {
            flow[entering] += side[entering] * most;
            Send(first, join, -most);
            Send(second, join, most);
        }

        if (cut < 0)
        {
            side[entering] = (sbyte)-side[entering];
            return true;
        }

        var leaving = tree.Arc[cut];
        side[leaving] = (sbyte)(flow[leaving] == 0 ? 1 : -1);
        side[entering] = 0;
        var (by, onto) = isFirst ? (first, second) : (second, first);
        tree.Move(cut, by, onto, entering, from[entering] == by);
        var rise = potential[onto] - potential[by] + (from[entering] == by ? -cost[entering] : cost[entering]);
        foreach (var node in tree.Below(by))
        {
            potential[node] += rise;
        }

        return true;
    }

    // The cycle runs join, first, second, join. Of several arcs that stop it the last is taken, so that the tree stays strongly feasible.
    private (long Most, int Cut, bool IsFirst) Leaving(int entering, int first, int second, int join)
    {
        var (most, cut, isFirst) = (room[entering], -1, false);
        for (var node = first; node != join; node = tree.Parent[node])
        {
            var arc = tree.Arc[node];
            var left = tree.IsUp[node] ? flow[arc] : Left(arc);
            if (left < most)
            {
                (most, cut, isFirst) = (left, node, true);
            }
        }

        for (var node = second; node != join; node = tree.Parent[node])
        {
            var arc = tree.Arc[node];
            var left = tree.IsUp[node] ? Left(arc) : flow[arc];
            if (left <= most)
            {
                (most, cut, isFirst) = (left, node, false);
            }
        }

        return (most, cut, isFirst);
    }

    private long Left(int arc) => room[arc] >= FlowProblem.Unlimited ? FlowProblem.Unlimited : room[arc] - flow[arc];

    private void Send(int node, int join, long amount)
    {
        for (; node != join; node = tree.Parent[node])
        {
            flow[tree.Arc[node]] += tree.IsUp[node] ? amount : -amount;
        }
    }

    private FlowAnswer Answer()
    {
        long missing = 0;
        for (var arc = arcs; arc < from.Length; arc++)
        {
            missing += from[arc] == tree.Root ? flow[arc] : 0;
        }

        if (missing > 0)
        {
            return new FlowAnswer.Infeasible(missing);
        }

        var carried = new long[arcs];
        Int128 total = 0;
        for (var arc = 0; arc < arcs; arc++)
        {
            carried[arc] = flow[arc] + problem.Lower[arc];
            total += (Int128)carried[arc] * cost[arc];
        }

        return new FlowAnswer.Optimal(carried, potential[..problem.Nodes], checked((long)total));
    }
}
