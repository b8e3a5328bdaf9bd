using Networks.Matching.Allocations;
using Networks.Matching.Problems;

namespace Networks.Matching.Solvers;

/// <summary>
/// The exact solver: who is helped by a matroid greedy, by whom by an auction with integer prices (<see cref="AllocationSolver"/>), and of
/// equals the smallest list (<see cref="SmallestPlan"/>).
/// </summary>
public sealed class ExactMatchingSolver : IMatchingSolver
{
    /// <inheritdoc/>
    public SolverAnswer Solve(MatchingProblem problem, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        var (solved, fault) = SolvedProblem.Of(problem, progress, cancellationToken);
        if (solved is null)
        {
            return new SolverAnswer.Refused(fault!);
        }

        var plan = solved.ToPlan();
        return new SolverAnswer.Solved(plan, solved.ToCertificate(plan)) { Compiled = solved.Problem };
    }
}
