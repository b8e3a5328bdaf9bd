using System.Globalization;
using Networks.Matching.Allocations;
using Networks.Matching.Flows;

namespace Networks.Matching.Instances;

/// <summary>What came of solving a published instance.</summary>
public abstract record InstanceAnswer
{
    private InstanceAnswer()
    {
    }

    /// <summary>
    /// Solves an instance and checks the proof of what was found: assignments by the auction, flows by the network simplex.
    /// </summary>
    public static InstanceAnswer Of(PublishedInstance instance, CancellationToken cancellationToken = default) => instance switch
    {
        PublishedInstance.Assignment assignment => OfAssignment(assignment, cancellationToken),
        PublishedInstance.MinimumCost flow => OfFlow(flow.Problem, cancellationToken),
        _ => throw new InvalidOperationException($"{instance} is no published instance."),
    };

    /// <summary>The least cost, proved.</summary>
    /// <param name="Optimum">The cost.</param>
    /// <param name="Lines">The solution as DIMACS writes it: "s COST", then "f FROM TO FLOW" or "a PERSON PLACE COST".</param>
    public sealed record Solved(long Optimum, IEnumerable<string> Lines) : InstanceAnswer;

    /// <summary>There is no solution, or none is the cheapest; or a proof did not hold.</summary>
    public sealed record Unsolved(string Reason) : InstanceAnswer;

    private static InstanceAnswer OfAssignment(PublishedInstance.Assignment instance, CancellationToken cancellationToken)
    {
        var problem = instance.Problem;
        var found = AllocationSolver.Solve(problem, cancellationToken: cancellationToken);
        if (AllocationProof.FirstFault(problem, found) is { } fault)
        {
            return new Unsolved($"The proof does not hold: {fault}");
        }

        return found.Helped == problem.People
            ? new Solved(-found.Fit, Pairs(instance, found))
            : new Unsolved(Text($"There is no assignment of everybody: at most {found.Helped} of {problem.People} can be assigned."));
    }

    private static IEnumerable<string> Pairs(PublishedInstance.Assignment instance, Allocation found)
    {
        yield return Text($"s {-found.Fit}");
        var problem = instance.Problem;
        for (var person = 0; person < problem.People; person++)
        {
            var (place, fit) = (found.OfferOf[person], int.MinValue);
            for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
            {
                fit = problem.Offer[at] == place ? Math.Max(fit, problem.Fit[at]) : fit;
            }

            yield return Text($"a {instance.People[person] + 1} {instance.Places[place] + 1} {-fit}");
        }
    }

    private static InstanceAnswer OfFlow(FlowProblem problem, CancellationToken cancellationToken)
    {
        if (problem.Supply.Sum() is var left && left != 0)
        {
            return new Unsolved(Text($"There is no flow: supplies and demands differ by {left}."));
        }

        FlowAnswer answer;
        try
        {
            answer = NetworkSimplex.Solve(problem, cancellationToken);
        }
        catch (OverflowException)
        {
            return new Unsolved("The cheapest flow costs more than can be counted in 64 bits; with smaller costs or supplies it could be.");
        }

        return answer switch
        {
            FlowAnswer.Infeasible infeasible => new Unsolved(Text(
                $"There is no flow: {infeasible.Missing} units cannot be brought from where they are to where they are needed.")),
            FlowAnswer.Unbounded(var arc) => new Unsolved(Text(
                $"No flow is cheapest: a cycle without upper bound over {problem.From[arc] + 1} and {problem.To[arc] + 1} costs below 0.")),
            FlowAnswer.Optimal flow when FlowProof.FirstFault(problem, flow) is { } fault =>
                new Unsolved($"The proof does not hold: {fault}"),
            FlowAnswer.Optimal flow => new Solved(flow.Cost, Flows(problem, flow)),
            var other => throw new InvalidOperationException($"{other} is no answer of the simplex."),
        };
    }

    private static IEnumerable<string> Flows(FlowProblem problem, FlowAnswer.Optimal answer)
    {
        yield return Text($"s {answer.Cost}");
        for (var arc = 0; arc < problem.Arcs; arc++)
        {
            yield return Text($"f {problem.From[arc] + 1} {problem.To[arc] + 1} {answer.Flow[arc]}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
