using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Rounds;

/// <summary>Turns a solved plan into what people read.</summary>
internal static class RoundReasoning
{
    public static RoundSolution Explain(
        MatchingProblem problem, SolverAnswer.Solved solved, IProgress<SolveProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
