using Networks.Domain.Residents;
using Networks.Matching.Files;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;

namespace Networks.Grains.MatchingRounds;

/// <summary>
/// What becomes of a round when people it froze are absent. Before publishing they are taken out of the problem, and written down as taken
/// out, so that the proof of the next plan is a proof about everybody else. After it their proposals are withdrawn.
/// </summary>
internal static class AbsenceRules
{
    private const string Note = "She is not to be put forward any more.";

    /// <summary>The round without the absent; the same object if nobody is newly absent. A solve under way is left to end first.</summary>
    public static MatchingRoundState Without(MatchingRoundState round, MatchingProblem frozen, MatchingPlan? plan, Absences absences)
    {
        var next = round.Stage switch
        {
            RoundStage.Open or RoundStage.Solved or RoundStage.Failed => Unsolved(round, frozen, plan, absences),
            RoundStage.Published => Published(SituationRules.Noted(round, absences), absences),
            RoundStage.Solving => round,
            _ => SituationRules.Noted(round, absences),
        };
        return absences.Erased.Any(resident => Tells(next, resident)) ? Forgotten(next, absences) : next;
    }

    /// <summary>
    /// What <paramref name="round"/> shows of its solution: nothing of the absent, nor of people withdrawn before, nor of situations taken
    /// back.
    /// </summary>
    public static RoundSolution Shown(RoundSolution solution, MatchingRoundState round, Absences absences)
    {
        bool IsAbsent(ResidentId resident) => absences.Absent.Contains(resident);
        solution = SituationRules.Without(solution, round);
        return absences.Absent.IsEmpty ? solution : solution with
        {
            Matches = solution.Matches.RemoveAll(match => IsAbsent(match.Resident)),
            Unmatched = solution.Unmatched.RemoveAll(person => IsAbsent(person.Resident)),
            MarginalValues =
            [
                .. solution.MarginalValues.Select(value =>
                    value.FirstPerson is { } first && IsAbsent(first) ? value with { FirstPerson = null } : value),
            ],
            Choices = solution.Choices is { } choices
                ? choices with { First = choices.First.RemoveAll(pair => IsAbsent(pair.Resident)) }
                : null,
            Bounds =
            [
                .. solution.Bounds.Select(outcome => outcome with
                {
                    Price = outcome.Price with
                    {
                        Gain = outcome.Price.Gain.RemoveAll(IsAbsent), Lose = outcome.Price.Lose.RemoveAll(IsAbsent),
                    },
                }),
            ],
        };
    }

    /// <summary>
    /// The problem's row without facts of the people withdrawn or erased, and without situations taken back; the same object if it holds
    /// none.
    /// </summary>
    public static MatchingProblem Forgetting(MatchingProblem frozen, MatchingRoundState round, Absences absences)
    {
        var present = frozen.Seekers.Any(seeker => IsToForget(seeker.Resident, round, absences))
            ? frozen.Seekers.RemoveAll(seeker => IsToForget(seeker.Resident, round, absences))
            : frozen.Seekers;
        var kept = SituationRules.Without(present, round);
        var policy = frozen.Policy.Without(resident => IsToForget(resident, round, absences));
        return kept == frozen.Seekers && policy == frozen.Policy ? frozen : frozen with { Seekers = kept, Policy = policy };
    }

    /// <summary>True if a solution's row says anything about somebody erased.</summary>
    public static bool Tells(RoundSolution solution, Absences absences) => absences.Erased.Any(resident => Tells(solution, resident));

    /// <summary>True if a solution's row says anything about <paramref name="resident"/> beyond the pair that was proved.</summary>
    public static bool Tells(RoundSolution solution, ResidentId resident) =>
        solution.Matches.Any(match => match.Resident == resident)
        || solution.Unmatched.Any(person => person.Resident == resident)
        || solution.MarginalValues.Any(value => value.FirstPerson == resident)
        || solution.Choices?.First.Any(pair => pair.Resident == resident) == true
        || solution.Bounds.Any(bound => bound.Price.Gain.Contains(resident) || bound.Price.Lose.Contains(resident));

    /// <summary>True if a round's row holds words about <paramref name="resident"/>, or that she took situations back.</summary>
    public static bool Tells(MatchingRoundState round, ResidentId resident) =>
        round.Proposals.Any(proposal => proposal.Id.Resident == resident && proposal.Note is not null)
        || round.Pins.Concat(round.Forbids).Any(rule => rule.Resident == resident && rule.Reason.Length > 0)
        || round.Steps.Any(step => step.Tells(resident))
        || round.WithoutSituations.Contains(resident)
        || PolicyOf(round)?.RankedChoices?.Names(one => one == resident) == true;

    // Most policies name nobody, and reading one again takes time.
    private static MatchingPolicy? PolicyOf(MatchingRoundState round) =>
        round.Policy.Contains("rankedChoices", StringComparison.Ordinal) && MatchingPolicy.Read(round.Policy) is PolicyReading.Accepted read
            ? read.Policy
            : null;

    private static string PolicyWithout(MatchingRoundState round, Func<ResidentId, bool> isGone) =>
        PolicyOf(round)?.Without(isGone).ToYaml() ?? round.Policy;

    private static MatchingRoundState Forgotten(MatchingRoundState round, Absences absences) => round with
    {
        Policy = PolicyWithout(round, absences.Erased.Contains),
        Proposals =
        [
            .. round.Proposals.Select(one => absences.Erased.Contains(one.Id.Resident) ? one with { Note = null } : one),
        ],
        Pins = [.. round.Pins.Select(rule => absences.Erased.Contains(rule.Resident) ? rule with { Reason = "" } : rule)],
        Forbids = [.. round.Forbids.Select(rule => absences.Erased.Contains(rule.Resident) ? rule with { Reason = "" } : rule)],
        WithoutSituations = round.WithoutSituations.RemoveAll(absences.Erased.Contains),
        Steps = [],
    };

    private static bool IsToForget(ResidentId resident, MatchingRoundState round, Absences absences) =>
        absences.Erased.Contains(resident) || round.Withdrawn.Contains(resident);

    // The plan that stood is the plan before, but for who has gone; earlier decisions were about other people and stay.
    private static MatchingRoundState Unsolved(MatchingRoundState round, MatchingProblem frozen, MatchingPlan? plan, Absences absences)
    {
        ResidentId[] gone = [.. absences.Absent.Except(round.Withdrawn).Order()];
        if (gone.Length == 0 && !SituationRules.IsNews(round, absences))
        {
            return round;
        }

        var next = SituationRules.Noted(round, absences) with
        {
            Withdrawn = [.. round.Withdrawn.Concat(gone).Order()],
            Policy = PolicyWithout(round, gone.Contains),
            Pins = round.Pins.RemoveAll(pin => gone.Contains(pin.Resident)),
            Forbids = round.Forbids.RemoveAll(forbid => gone.Contains(forbid.Resident)),
            Deferrals = round.Deferrals.RemoveAll(deferral => gone.Contains(deferral.Resident)),
            Before = (plan is null ? round.Before : DecisionStep.PairsOf(plan)).RemoveAll(pair => gone.Contains(pair.Resident)),
            Steps = [],
        };
        return next with
        {
            Stage = RoundStage.Open,
            ProblemDigest = ProblemFile.Digest(RoundRules.ProblemOf(next, frozen)),
            Objective = null,
            Certificate = null,
            Fault = null,
        };
    }

    private static MatchingRoundState Published(MatchingRoundState round, Absences absences) =>
        round.Proposals.Any(proposal => IsLost(proposal, absences))
            ? round with { Proposals = [.. round.Proposals.Select(proposal => IsLost(proposal, absences) ? Withdraw(proposal) : proposal)] }
            : round;

    // Her record gave the place back when she paused or left, also where she has come back since: then she waits for the next round.
    private static bool IsLost(ProposalState proposal, Absences absences) => proposal.Stage switch
    {
        ProposalStage.Draft => absences.Absent.Contains(proposal.Id.Resident),
        ProposalStage.Held => !absences.Open.Contains(proposal.Id),
        _ => false,
    };

    private static ProposalState Withdraw(ProposalState proposal) =>
        proposal with { Stage = ProposalStage.Withdrawn, Errand = Errand.Release, Note = Note };
}
