using Networks.Matching.Allocations;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Solvers;

/// <summary>
/// The exact solver: who is helped by a matroid greedy, by whom by an auction with integer prices (<see cref="AllocationSolver"/>), and of
/// equals the smallest list (<see cref="SmallestPlan"/>).
/// </summary>
public sealed class ExactMatchingSolver : IMatchingSolver
{
    /// <summary>The proof of the plan before, from whose prices the search begins; null = from nothing. The plan is the same.</summary>
    public PlanCertificate? Before { get; init; }

    /// <inheritdoc/>
    public SolverAnswer Solve(MatchingProblem problem, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        var (solved, fault) = SolvedProblem.Of(problem, progress, cancellationToken, Before);
        if (solved is null)
        {
            return new SolverAnswer.Refused(fault!);
        }

        var plan = solved.ToPlan();
        return new SolverAnswer.Solved(plan, solved.ToCertificate(plan)) { Compiled = solved.Problem };
    }
}
