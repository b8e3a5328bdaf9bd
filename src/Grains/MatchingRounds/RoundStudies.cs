using Networks.Matching.Fairness;
using Networks.Matching.Files;
using Networks.Matching.LookAhead;
using Networks.Matching.Losses;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Pooling;
using Networks.Matching.Problems;
using Networks.Matching.Recruiting;
using Networks.Matching.Rounds;

namespace Networks.Grains.MatchingRounds;

/// <summary>Answers questions about a plan off the turn, from what was frozen.</summary>
internal static class RoundStudies
{
    /// <summary>
    /// The answer; null where somebody is not in the round any more or had facts taken out of it, for then it is no plan for what is left.
    /// </summary>
    public static async Task<RoundStudy?> Of(
        MatchingProblem problem, RoundSolution solution, RoundQuestion question, Absences absences,
        Func<Task<RoundHistory>> history, CancellationToken cancellationToken)
    {
        var isOfToday = problem.Seekers.All(seeker => !absences.Absent.Contains(seeker.Resident))
            && ProblemFile.Digest(problem) == solution.Plan.ProblemDigest;
        if (!isOfToday)
        {
            return null;
        }

        var past = question is AskLookAhead ? await history() : null;
        return await Task.Run(
            () => question is AskLookAhead ask ? Ahead(problem, solution, ask, past!, cancellationToken)
                : Answer(problem, solution, question, cancellationToken), cancellationToken);
    }

    private static RoundStudy Ahead(
        MatchingProblem problem, RoundSolution solution, AskLookAhead ask, RoundHistory history, CancellationToken cancellationToken) =>
        LookAheads.Fault(problem, history, ask.WaitDays) is { } fault
            ? new StudyRefused("lookAhead", fault)
            : new LookAheadStudy(
                LookAheads.Of(problem, solution.Plan, history, ask.WaitDays, ask.Residents, cancellationToken));

    private static MatchingPolicy? PolicyOf(string yaml) => (MatchingPolicy.Read(yaml) as PolicyReading.Accepted)?.Policy;

    private static RoundStudy Answer(
        MatchingProblem problem, RoundSolution solution, RoundQuestion question, CancellationToken cancellationToken) => question switch
    {
        AskRecruiting or AskRecruits when problem.Policy is not { Bounds: null, RankedChoices: null } => new StudyRefused(
            "recruiting", "This round keeps guarantees or quotas, or respects ranked choices, and a recruit may then change who is helped "
            + "before others; what recruits would change is told of rounds without them."),
        AskRecruiting ask => new RecruitingStudy(
            RecruitingValues.Listed(problem, solution.Plan, solution.Certificate, ask.By, cancellationToken)),
        AskRecruits ask => new RecruitsStudy(
            RecruitingValues.Together(problem, solution.Plan, solution.Certificate, ask.Wishes, cancellationToken)),
        AskLoss ask => PlanLosses.Of(problem, solution.Plan, ask.Offer, ask.MovedMax, cancellationToken) is { } loss
            ? new LossStudy(loss)
            : new StudyRefused("offer", $"{ask.Offer.Value} is not in round '{problem.Round}'."),
        AskFairness ask => new FairnessStudy(FairnessLedgers.Of(
            problem, solution.Plan, ask.LastPolicy is { } yaml ? PolicyOf(yaml) : null, cancellationToken)),
        AskBounds ask => BoundPrices.Answer(problem, solution.Plan, ask.Dimension, ask.Bounds, cancellationToken) switch
        {
            { Price: { } price } => new BoundsStudy(price),
            var refused => new StudyRefused("bounds", refused.Refusal!),
        },
        AskPooling ask => PoolingValues.Fault(problem, ask.Organisations) is { } fault
            ? new StudyRefused("organisations", fault)
            : new PoolingStudy(PoolingValues.Of(problem, PoolingValues.TakingPart(problem, ask.Organisations), cancellationToken)
            ?? throw new InvalidOperationException("A round that has a plan contradicts itself.")),
        AskPair ask => PairStudies.Of(problem, solution, ask, cancellationToken),
        AskDifference => new DifferenceStudy(PlanDifferences.Of(problem, solution.Plan)),
        _ => throw new InvalidOperationException($"{question} is no question about a round."),
    };
}
