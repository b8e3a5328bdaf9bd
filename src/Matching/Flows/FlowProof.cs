using System.Globalization;

namespace Networks.Matching.Flows;

/// <summary>Checks a flow without solving anything, in one pass over the arcs: bounds, balance, complementary slackness, cost.</summary>
public static class FlowProof
{
    /// <summary>The first fault in one sentence; null if the flow is proved to be a cheapest one.</summary>
    public static string? FirstFault(FlowProblem problem, FlowAnswer.Optimal answer)
    {
        var balance = (long[])problem.Supply.Clone();
        Int128 cost = 0;
        for (var arc = 0; arc < problem.Arcs; arc++)
        {
            var (flow, from, to) = (answer.Flow[arc], problem.From[arc], problem.To[arc]);
            if (flow < problem.Lower[arc] || flow > problem.Upper[arc])
            {
                return Text($"Arc {arc} carries {flow}, outside {problem.Lower[arc]} to {problem.Upper[arc]}.");
            }

            var reduced = problem.Cost[arc] + answer.Potential[from] - answer.Potential[to];
            if (reduced < 0 && flow < problem.Upper[arc] || reduced > 0 && flow > problem.Lower[arc])
            {
                return Text($"Arc {arc} carries {flow} at a reduced cost of {reduced}: another flow would cost less.");
            }

            balance[from] -= flow;
            balance[to] += flow;
            cost += (Int128)flow * problem.Cost[arc];
        }

        for (var node = 0; node < problem.Nodes; node++)
        {
            if (balance[node] != 0)
            {
                return Text($"Node {node} is out of balance by {balance[node]}.");
            }
        }

        return cost == answer.Cost ? null : Text($"The flow costs {cost}; {answer.Cost} is stated.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
