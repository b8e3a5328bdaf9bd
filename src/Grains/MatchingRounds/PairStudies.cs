using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;

namespace Networks.Grains.MatchingRounds;

/// <summary>What putting two together by hand, or keeping them apart, would change: the round solved so, held against its plan.</summary>
internal static class PairStudies
{
    public static RoundStudy Of(MatchingProblem problem, RoundSolution solution, AskPair ask, CancellationToken cancellationToken)
    {
        var decision = new PairDecision(ask.Resident, ask.Offer, ask.Together ? PairVerdict.Yes : PairVerdict.No);
        if (PairDecisions.Strangers(problem, [decision]).FirstOrDefault() is { } stranger)
        {
            return new StudyRefused(stranger.Field, stranger.Reason);
        }

        var asked = PairDecisions.Over(problem, [decision], by: "") with { Before = DecisionStep.PairsOf(solution.Plan) };
        if (PairDecisions.Unkeepable(asked).FirstOrDefault() is { } unkeepable)
        {
            return new StudyRefused(unkeepable.Field == "decision" ? "offer" : unkeepable.Field, unkeepable.Reason);
        }

        return new ExactMatchingSolver { Before = solution.Certificate }.Solve(asked, null, cancellationToken) switch
        {
            SolverAnswer.Solved solved => new DifferenceStudy(PlanDifferences.Of(asked, solved.Plan)),
            SolverAnswer.Refused refused => new StudyRefused("offer", refused.Reason),
            var other => throw new InvalidOperationException($"{other} is no solver's answer."),
        };
    }
}
