using Networks.Matching.Problems;

namespace Networks.Matching.Solvers;

/// <summary>Coverage by a matroid greedy, quality by shortest augmenting paths with integer duals.</summary>
public sealed class ExactMatchingSolver : IMatchingSolver
{
    /// <inheritdoc/>
    public SolverAnswer Solve(MatchingProblem problem, IProgress<SolveProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
