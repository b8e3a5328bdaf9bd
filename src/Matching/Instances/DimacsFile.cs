using Networks.Matching.Allocations;
using Networks.Matching.Flows;

namespace Networks.Matching.Instances;

/// <summary>
/// Reads DIMACS. <c>p min NODES ARCS</c>, <c>n NODE SUPPLY</c>, <c>a FROM TO LOWER UPPER COST</c>: a minimum-cost flow; an upper bound of
/// -1 is none. <c>p asn NODES ARCS</c>, <c>n NODE</c> for everybody who must have a place, <c>a PERSON PLACE COST</c>: an assignment of
/// least cost.
/// </summary>
internal static class DimacsFile
{
    private const long NodesMax = 1 << 24;
    private const long ArcsMax = 1 << 27;

    // Room is made as arcs are read, because a wrong line of the problem may announce any number.
    private const int ArcsAtFirst = 1 << 16;

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

            var nodes = (int)lines.Whole(2, "The number of nodes", 1, NodesMax);
            var arcs = (int)lines.Whole(3, "The number of arcs", 0, ArcsMax);
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
        var (supply, named) = (new long[nodes], new bool[nodes]);
        var rows = new List<(int From, int To, long Lower, long Upper, long Cost)>(Math.Min(arcs, ArcsAtFirst));
        var costMax = FlowProblem.Unlimited / (nodes + 2L);
        var most = FlowProblem.Unlimited / (nodes + arcs + 2L) / 2;
        var read = 0;
        while (NextLine(lines, named, ref read, arcs, out var isArc))
        {
            if (!isArc)
            {
                supply[lines.Whole(1, "The node", 1, nodes) - 1] = lines.Whole(2, "The supply", -most, most);
                continue;
            }

            var (from, to) = ((int)lines.Whole(1, "The start", 1, nodes) - 1, (int)lines.Whole(2, "The end", 1, nodes) - 1);
            var lower = lines.Whole(3, "The lower bound", -most, most);
            var upper = lines.Whole(4, "The upper bound", -most, long.MaxValue);
            if (upper < lower)
            {
                upper = upper == -1
                    ? FlowProblem.Unlimited
                    : throw lines.Fault($"The upper bound {upper} is below the lower bound {lower}; -1 means that there is none.");
            }

            rows.Add((from, to, lower, upper > most ? FlowProblem.Unlimited : upper, lines.Whole(5, "The cost", -costMax, costMax)));
        }

        return new PublishedInstance.MinimumCost(new FlowProblem(
            supply, [.. rows.Select(row => row.From)], [.. rows.Select(row => row.To)], [.. rows.Select(row => row.Lower)],
            [.. rows.Select(row => row.Upper)], [.. rows.Select(row => row.Cost)]));
    }

    private static PublishedInstance.Assignment ReadAssignment(InstanceLines lines, int nodes, int arcs)
    {
        var isPerson = new bool[nodes];
        var rows = new List<(int From, int To, int Cost)>(Math.Min(arcs, ArcsAtFirst));
        var read = 0;
        while (NextLine(lines, isPerson, ref read, arcs, out var isArc))
        {
            if (!isArc)
            {
                continue;
            }

            var (from, to) = ((int)lines.Whole(1, "The person", 1, nodes) - 1, (int)lines.Whole(2, "The place", 1, nodes) - 1);
            if (!isPerson[from] || isPerson[to])
            {
                throw lines.Fault($"The arc runs from {from + 1} to {to + 1}; it must run from a node that an 'n' line names "
                    + "to one that none does.");
            }

            rows.Add((from, to, (int)lines.Whole(3, "The cost", -AllocationProblem.FitMax, AllocationProblem.FitMax)));
        }

        return AssignmentRows.ToInstance(
            isPerson, [.. rows.Select(row => row.From)], [.. rows.Select(row => row.To)], [.. rows.Select(row => row.Cost)]);
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
