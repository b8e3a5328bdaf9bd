using Networks.Matching.Flows;

namespace Networks.Matching.Instances;

/// <summary>
/// Reads DIMACS. <c>p min NODES ARCS</c>, <c>n NODE SUPPLY</c>, <c>a FROM TO LOWER UPPER COST</c>: a minimum-cost flow; an upper bound of
/// -1 is none. <c>p asn NODES ARCS</c>, <c>n NODE</c> for everybody who must have a place, <c>a PERSON PLACE COST</c>: an assignment of
/// least cost.
/// </summary>
internal static class DimacsFile
{
    private const long CountMax = 1 << 28;

    public static PublishedInstance Read(InstanceLines lines)
    {
        while (lines.Next())
        {
            if (lines.Word(0)[0] == 'c')
            {
                continue;
            }

            if (lines.Word(0) is not "p")
            {
                throw lines.Fault($"'{lines.Word(0)}' stands before the line of the problem, which begins with 'p min' or 'p asn'.");
            }

            var nodes = (int)lines.Whole(2, "The number of nodes", 1, CountMax);
            var arcs = (int)lines.Whole(3, "The number of arcs", 0, CountMax);
            return lines.Word(1) switch
            {
                "min" => ReadFlow(lines, nodes, arcs),
                "asn" => ReadAssignment(lines, nodes, arcs),
                var other => throw lines.Fault($"A problem of the kind '{other}' is not solved here; known are min and asn."),
            };
        }

        throw lines.Fault("There is no line of the problem, which begins with 'p min' or 'p asn'.");
    }

    private static PublishedInstance.MinimumCost ReadFlow(InstanceLines lines, int nodes, int arcs)
    {
        var (supply, from, to) = (new long[nodes], new int[arcs], new int[arcs]);
        var (lower, upper, cost) = (new long[arcs], new long[arcs], new long[arcs]);
        var costMax = FlowProblem.Unlimited / (nodes + 2L);
        var most = FlowProblem.Unlimited / (arcs + 2L) / 2;
        var read = 0;
        var named = new bool[nodes];
        while (NextLine(lines, named, ref read, arcs, out var isArc))
        {
            if (!isArc)
            {
                supply[lines.Whole(1, "The node", 1, nodes) - 1] = lines.Whole(2, "The supply", -most, most);
                continue;
            }

            var at = read - 1;
            (from[at], to[at]) = ((int)lines.Whole(1, "The start", 1, nodes) - 1, (int)lines.Whole(2, "The end", 1, nodes) - 1);
            lower[at] = lines.Whole(3, "The lower bound", -most, most);
            upper[at] = lines.Whole(4, "The upper bound", -most, long.MaxValue);
            if (upper[at] < lower[at])
            {
                upper[at] = upper[at] == -1
                    ? FlowProblem.Unlimited
                    : throw lines.Fault($"The upper bound {upper[at]} is below the lower bound {lower[at]}; -1 means that there is none.");
            }

            upper[at] = upper[at] > most ? FlowProblem.Unlimited : upper[at];
            cost[at] = lines.Whole(5, "The cost", -costMax, costMax);
        }

        return new PublishedInstance.MinimumCost(new FlowProblem(supply, from, to, lower, upper, cost));
    }

    private static PublishedInstance.Assignment ReadAssignment(InstanceLines lines, int nodes, int arcs)
    {
        var (isPerson, from, to, cost) = (new bool[nodes], new int[arcs], new int[arcs], new int[arcs]);
        var read = 0;
        while (NextLine(lines, isPerson, ref read, arcs, out var isArc))
        {
            if (!isArc)
            {
                continue;
            }

            var at = read - 1;
            (from[at], to[at]) = ((int)lines.Whole(1, "The person", 1, nodes) - 1, (int)lines.Whole(2, "The place", 1, nodes) - 1);
            cost[at] = (int)lines.Whole(3, "The cost", -Allocations.AllocationProblem.FitMax, Allocations.AllocationProblem.FitMax);
            if (!isPerson[from[at]] || isPerson[to[at]])
            {
                throw lines.Fault($"The arc runs from {from[at] + 1} to {to[at] + 1}; it must run from a node that an 'n' line names "
                    + "to one that none does.");
            }
        }

        return AssignmentRows.ToInstance(isPerson, from, to, cost);
    }

    // Nodes may be named before arcs only, for an arc says nothing without them; and the arcs must be as many as were announced.
    private static bool NextLine(InstanceLines lines, bool[] named, ref int read, int arcs, out bool isArc)
    {
        while (lines.Next())
        {
            isArc = lines.Word(0) is "a";
            if (isArc)
            {
                return ++read <= arcs ? true : throw lines.Fault($"This is arc {read}, and the problem's line announces {arcs}.");
            }

            if (lines.Word(0) is "n")
            {
                var node = (int)lines.Whole(1, "The node", 1, named.Length) - 1;
                if (read > 0 || named[node])
                {
                    throw lines.Fault(read > 0 ? "Nodes must be named before arcs." : $"Node {node + 1} is named twice.");
                }

                return named[node] = true;
            }

            if (lines.Word(0)[0] != 'c')
            {
                throw lines.Fault($"A line begins with '{lines.Word(0)}'; known are c, n and a.");
            }
        }

        isArc = false;
        return read == arcs ? false : throw lines.Fault($"The file ends after {read} arcs, and the problem's line announces {arcs}.");
    }
}
