using Networks.Matching.MarginalValues;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Solvers;

namespace Networks.Matching.Rounds;

/// <summary>Turns a plan and its proof into what people read.</summary>
internal static class RoundReasoning
{
    public static RoundSolution Explain(
        MatchingProblem problem, SolverAnswer.Solved answer, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        var compiled = answer.Compiled ?? CompiledProblem.Of(problem, cancellationToken).Compiled
            ?? throw new InvalidOperationException("A solver gave a plan for a problem that contradicts itself.");
        var solved = SolvedProblem.FromProof(compiled, answer.Plan, answer.Certificate);
        var residual = new Residual(solved);
        return new RoundSolution
        {
            Plan = answer.Plan,
            Certificate = answer.Certificate,
            Matches = MatchReasons.Of(solved, residual, answer.Plan, progress, cancellationToken),
            Unmatched = UnmatchedReasons.Of(solved, residual, progress, cancellationToken),
            MarginalValues = MarginalValueFinder.Find(solved, residual, progress, cancellationToken),
        };
    }
}
