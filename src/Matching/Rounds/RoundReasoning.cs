using Networks.Matching.Fairness;
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
        var places = PlacesOf(compiled, solved, cancellationToken);
        var bounds = places is null ? null : new BoundWords(solved, residual, places);
        return new RoundSolution
        {
            Plan = answer.Plan,
            Certificate = answer.Certificate,
            Matches = MatchReasons.Of(solved, residual, answer.Plan, progress, cancellationToken),
            Unmatched = UnmatchedReasons.Of(solved, residual, bounds, progress, cancellationToken),
            MarginalValues = places is null
                ? MarginalValueFinder.Find(solved, residual, progress, cancellationToken)
                : BoundedMarginals.Find(solved, residual, places, answer.Certificate.Primal, progress, cancellationToken),
            Bounds = places is null ? [] : BoundOutcomes.Of(solved, places.Groups, answer.Plan, cancellationToken),
        };
    }

    private static BoundedPlaces? PlacesOf(CompiledProblem compiled, SolvedProblem solved, CancellationToken cancellationToken) =>
        compiled.Problem.Policy.Bounds is not { } bounds ? null
            : BoundedCover.Of(compiled, bounds, cancellationToken) is { Cover: { } cover } ? new BoundedPlaces(solved, cover)
            : throw new InvalidOperationException("A solver gave a plan for bounds that cannot be kept.");
}
