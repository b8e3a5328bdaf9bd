using Networks.Matching.Fairness;
using Networks.Matching.MarginalValues;
using Networks.Matching.Problems;
using Networks.Matching.RankedChoices;
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
        var again = Again(solved, residual, cancellationToken);
        return new RoundSolution
        {
            Plan = answer.Plan,
            Certificate = answer.Certificate,
            Matches = MatchReasons.Of(solved, residual, answer.Plan, progress, cancellationToken),
            Unmatched = UnmatchedReasons.Of(solved, residual, Words(solved, residual, again), progress, cancellationToken),
            MarginalValues = again is null
                ? MarginalValueFinder.Find(solved, residual, progress, cancellationToken)
                : MarginalsAgain.Find(solved, again, progress, cancellationToken),
            Bounds = again is BoundedPlaces places ? BoundOutcomes.Of(solved, places.Groups, answer.Plan, cancellationToken) : [],
            Choices = ChoiceReports.Of(solved, cancellationToken),
        };
    }

    // Most rounds are read off paths of their plan; these are solved again for each question.
    private static RoundAgain? Again(SolvedProblem solved, Residual residual, CancellationToken cancellationToken) =>
        solved.Problem.Problem.Policy switch
        {
            { RankedChoices: { } choices } => new RankedPlaces(solved, choices),
            { Bounds: { } bounds } => BoundedCover.Of(solved.Problem, bounds, cancellationToken) is { Cover: { } cover }
                ? new BoundedPlaces(solved, residual, cover)
                : throw new InvalidOperationException("A solver gave a plan for bounds that cannot be kept."),
            _ => null,
        };

    private static WordsAgain? Words(SolvedProblem solved, Residual residual, RoundAgain? again) => again switch
    {
        BoundedPlaces bounded => new BoundWords(solved, residual, bounded),
        RankedPlaces ranked => new ChoiceWords(solved.Problem, ranked),
        _ => null,
    };
}
