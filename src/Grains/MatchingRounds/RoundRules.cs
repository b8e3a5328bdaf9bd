using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Files;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Grains.MatchingRounds;

/// <summary>
/// The rulebook of a round's life: for each command what shall be, or why not. Refusals in order: by, then the command's fields, then how
/// the round stands, then how the proposal stands.
/// </summary>
internal static class RoundRules
{
    /// <summary>The longest reason or note kept.</summary>
    public const int ReasonMax = 1000;

    /// <summary>Decides <paramref name="command"/> on a round that is open.</summary>
    /// <param name="present">The round.</param>
    /// <param name="frozen">Its problem as frozen.</param>
    /// <param name="plan">The plan that stands; null if none does.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="at">Now.</param>
    public static Decision<MatchingRoundState> Decide(
        MatchingRoundState present, MatchingProblem frozen, MatchingPlan? plan, RoundCommand command, Moment at)
    {
        if (Unnamed(command) is { } unnamed)
        {
            return unnamed;
        }

        return command switch
        {
            PinPair pin => Pair(present, frozen, plan, new PairRule(pin.Resident, pin.Offer, pin.Reason, pin.By), pins: true, pin.Undo),
            ForbidPair forbid => Pair(
                present, frozen, plan, new PairRule(forbid.Resident, forbid.Offer, forbid.Reason, forbid.By), pins: false, forbid.Undo),
            DecidePairs decide => Decide(present, frozen, plan, decide),
            UndoDecision => Undo(present, frozen),
            SolveRound => Solve(present),
            PublishRound publish => Publish(present, frozen, plan, publish, at),
            CancelRound => Cancel(present),
            AnswerProposal answer => Answer(present, answer, at),
            OpenRound =>
                new WrongState(Word(present.Stage), $"round '{present.Id}' is open already; solve it again, or choose another name"),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
        };
    }

    /// <summary>Every command is somebody's; nothing is decided by nobody.</summary>
    public static Refusal? Unnamed(RoundCommand command) => string.IsNullOrWhiteSpace(command.By)
        ? new InvalidValue("by", "Say who asks for this; a round is always somebody's decision.")
        : null;

    /// <summary>The problem as it is to be solved now.</summary>
    public static MatchingProblem ProblemOf(MatchingRoundState round, MatchingProblem frozen) =>
        frozen with
        {
            Policy = frozen.Policy.Without(resident => round.Withdrawn.Contains(resident)),
            Seekers = SituationRules.Without(
                round.Withdrawn.IsEmpty
                    ? frozen.Seekers
                    : frozen.Seekers.RemoveAll(seeker => round.Withdrawn.Contains(seeker.Resident)),
                round),
            Pins = round.Pins,
            Forbids = round.Forbids,
            Deferrals = round.Deferrals,
            Withdrawn = round.Withdrawn,
            Before = round.Before,
        };

    /// <summary>A round as it stands when its problem has just been frozen.</summary>
    public static MatchingRoundState OpenedOf(MatchingProblem problem, OpenRound command) => new()
    {
        Id = problem.Round,
        Stage = RoundStage.Open,
        OpenedAt = problem.OpenedAt,
        OpenedBy = command.By,
        AsOf = problem.AsOf,
        Wards = [.. problem.Wards.Select(ward => ward.Code)],
        Kinds = command.Kinds,
        Policy = problem.Policy.ToYaml(),
        LotterySeed = problem.LotterySeed,
        ProblemDigest = ProblemFile.Digest(problem),
        SeekersFrozen = problem.Seekers.Length,
        OffersFrozen = problem.Offers.Length,
        HoldDays = problem.Policy.HoldDays,
    };

    /// <summary>
    /// The round with every hold that has lapsed by now expired: read off the stored moment, so nothing has to happen for it.
    /// </summary>
    public static MatchingRoundState Expired(MatchingRoundState round, DateTimeOffset now) =>
        round.Proposals.Any(proposal => HasLapsed(proposal, now))
            ? round with { Proposals = [.. round.Proposals.Select(proposal => HasLapsed(proposal, now) ? Lapse(proposal) : proposal)] }
            : round;

    /// <summary>A published round all of whose proposals have come to an end is closed.</summary>
    public static MatchingRoundState Closed(MatchingRoundState round) =>
        round.Stage == RoundStage.Published && round.Proposals.All(proposal => IsFinal(proposal.Stage) && proposal.Errand == Errand.None)
            ? round with { Stage = RoundStage.Closed }
            : round;

    private static bool HasLapsed(ProposalState proposal, DateTimeOffset now) =>
        proposal.Stage is ProposalStage.Draft or ProposalStage.Held && proposal.HoldUntil <= now;

    private static ProposalState Lapse(ProposalState proposal) =>
        proposal with { Stage = ProposalStage.Expired, Errand = Errand.Release, Note = "No answer before the hold ended." };

    private static bool IsFinal(ProposalStage stage) => stage is not (ProposalStage.Draft or ProposalStage.Held or ProposalStage.Accepted);

    private static Decision<MatchingRoundState> Pair(
        MatchingRoundState present, MatchingProblem frozen, MatchingPlan? plan, PairRule rule, bool pins, bool undo)
    {
        var refusal = Values.First(
            Stranger(ProblemOf(present, frozen), [new PairDecision(rule.Resident, rule.Offer, PairVerdict.Yes)]),
            rule.Reason.Length <= ReasonMax ? null : new InvalidValue("reason", $"At most {ReasonMax} characters."),
            NotChangeable(present));
        if (refusal is not null)
        {
            return refusal;
        }

        var (kept, others) = (Without(present.Pins, rule), Without(present.Forbids, rule));
        return Changed(present, frozen, plan, present with
        {
            Pins = pins && !undo ? kept.Add(rule) : pins || !undo ? kept : present.Pins,
            Forbids = !pins && !undo ? others.Add(rule) : !pins || !undo ? others : present.Forbids,
        });
    }

    private static Decision<MatchingRoundState> Decide(
        MatchingRoundState present, MatchingProblem frozen, MatchingPlan? plan, DecidePairs command)
    {
        var problem = ProblemOf(present, frozen);
        if (Values.First(Stranger(problem, command.Decisions), NotChangeable(present)) is { } refusal)
        {
            return refusal;
        }

        var decided = PairDecisions.Over(problem, command.Decisions, command.By);
        return Changed(
            present, frozen, plan, present with { Pins = decided.Pins, Forbids = decided.Forbids, Deferrals = decided.Deferrals });
    }

    private static ImmutableArray<PairRule> Without(ImmutableArray<PairRule> rules, PairRule pair) =>
        rules.RemoveAll(rule => rule.Resident == pair.Resident && rule.Offer == pair.Offer);

    // A plan for other pins is no plan for these: the round is open again until it is solved.
    private static Decision<MatchingRoundState> Changed(
        MatchingRoundState present, MatchingProblem frozen, MatchingPlan? plan, MatchingRoundState next)
    {
        var problem = ProblemOf(next, frozen);
        if (PairDecisions.Unkeepable(problem).FirstOrDefault() is { } fault)
        {
            return new InvalidValue(fault.Field, fault.Reason);
        }

        return ProblemFile.Digest(problem) == present.ProblemDigest
            ? Decision<MatchingRoundState>.Unchanged(present)
            : Decision<MatchingRoundState>.Accept(Reopened(DecisionStep.Take(present, next, plan), frozen));
    }

    private static Decision<MatchingRoundState> Undo(MatchingRoundState present, MatchingProblem frozen) =>
        NotChangeable(present) is { } refusal
            ? refusal
            : present.Steps.IsEmpty
                ? new WrongState(Word(present.Stage), $"Round '{present.Id}' has no decision that could be taken back.")
                : Decision<MatchingRoundState>.Accept(Reopened(DecisionStep.TakeBack(present), frozen));

    private static MatchingRoundState Reopened(MatchingRoundState next, MatchingProblem frozen) => next with
    {
        Stage = RoundStage.Open,
        ProblemDigest = ProblemFile.Digest(ProblemOf(next, frozen)),
        Objective = null,
        Certificate = null,
        Fault = null,
    };

    private static InvalidValue? Stranger(MatchingProblem problem, IEnumerable<PairDecision> decisions) =>
        PairDecisions.Strangers(problem, decisions).FirstOrDefault() is { } fault ? new InvalidValue(fault.Field, fault.Reason) : null;

    private static WrongState? NotChangeable(MatchingRoundState present) => present.Stage switch
    {
        RoundStage.Open or RoundStage.Solved or RoundStage.Failed => null,
        RoundStage.Solving => new WrongState("solving", "The round is being solved; wait for the plan before changing it."),
        _ => Over(present),
    };

    private static WrongState Over(MatchingRoundState present) => new(Word(present.Stage), RoundSentences.Over(
        present.Id, present.Stage, present.PublishedOn, present.PublishedBy));

    private static Decision<MatchingRoundState> Solve(MatchingRoundState present) => present.Stage switch
    {
        RoundStage.Solving => Decision<MatchingRoundState>.Unchanged(present),
        RoundStage.Open or RoundStage.Solved or RoundStage.Failed => Decision<MatchingRoundState>.Accept(
            present with { Stage = RoundStage.Solving, Objective = null, Certificate = null, Fault = null }),
        _ => Over(present),
    };

    private static Decision<MatchingRoundState> Publish(
        MatchingRoundState present, MatchingProblem frozen, MatchingPlan? plan, PublishRound command, Moment at)
    {
        if (present.Stage is RoundStage.Published or RoundStage.Closed or RoundStage.Cancelled)
        {
            return Over(present);
        }

        if (command.ProblemDigest != present.ProblemDigest)
        {
            return new WrongState(
                "changed", "The round has changed since you looked at it; look at the plan again and publish what you see.");
        }

        if (present.Stage != RoundStage.Solved || plan is null)
        {
            return new WrongState(Word(present.Stage), $"Round '{present.Id}' has no plan to publish; solve it first.");
        }

        var until = at.Now.AddDays(present.HoldDays);
        var homes = VisitedTogether.Homes(ProblemOf(present, frozen));
        ImmutableArray<ProposalState> proposals =
        [
            .. plan.Pairs.Select(pair => Proposal(present, pair, until, command) with
            {
                Household = pair.Kind.IsOneToOne() ? homes.GetValueOrDefault(pair.Resident) : null,
            }),
        ];
        var unknown = command.Approved?.Where(id => !proposals.Any(proposal => proposal.Id == id)).ToArray() ?? [];
        return unknown.Length > 0
            ? new InvalidValue("approvedProposals", $"'{unknown[0]}' is no proposal of this plan.")
            : Decision<MatchingRoundState>.Accept(present with
            {
                Stage = RoundStage.Published, Proposals = proposals, PublishedAt = at.Now, PublishedOn = at.Today, PublishedBy = command.By,
                Steps = [],
            });
    }

    private static ProposalState Proposal(MatchingRoundState round, PlannedPair pair, DateTimeOffset until, PublishRound command)
    {
        var id = IdOf(round, pair);
        var approved = command.Approved?.Contains(id) ?? true;
        return new ProposalState
        {
            Id = id,
            Offer = pair.Offer,
            Mode = pair.Mode,
            HoldUntil = until,
            Stage = approved ? ProposalStage.Draft : ProposalStage.Withdrawn,
            ApprovedBy = approved ? command.Approvals.FirstOrDefault(one => one.Proposal == id)?.By ?? command.By : null,
            Note = approved ? null : "Not among the approved.",
            Errand = approved ? Errand.Hold : Errand.None,
        };
    }

    /// <summary>
    /// The proposal a pair of the plan becomes. Each pair refused by hand makes it a new one: what somebody approved by its id is never
    /// another person to meet.
    /// </summary>
    public static ProposalId IdOf(MatchingRoundState round, PlannedPair pair) => new(
        round.Id,
        pair.Kind,
        1 + round.Forbids.Count(forbid => forbid.Resident == pair.Resident && forbid.Offer.Holder == pair.Offer.Holder),
        pair.Resident);

    private static Decision<MatchingRoundState> Cancel(MatchingRoundState present) => present.Stage switch
    {
        RoundStage.Cancelled => Decision<MatchingRoundState>.Unchanged(present),
        RoundStage.Closed => Over(present),
        _ => Decision<MatchingRoundState>.Accept(present with
        {
            Stage = RoundStage.Cancelled,
            Steps = [],
            Proposals = [.. present.Proposals.Select(Withdraw)],
        }),
    };

    // What both sides have agreed to is finished, not undone.
    private static ProposalState Withdraw(ProposalState proposal) => proposal.Stage is ProposalStage.Draft or ProposalStage.Held
        ? proposal with { Stage = ProposalStage.Withdrawn, Errand = Errand.Release, Note = "The round was cancelled." }
        : proposal;

    private static Decision<MatchingRoundState> Answer(MatchingRoundState present, AnswerProposal command, Moment at)
    {
        var on = command.On ?? at.Today;
        var at0 = present.Proposals.IndexOf(present.Proposals.FirstOrDefault(known => known.Id == command.Proposal)!);
        if (at0 < 0)
        {
            return new NotRegistered("proposal", command.Proposal.ToString());
        }

        if (command.Reply == ProposalReply.NotAsked || on > at.Today || on < present.AsOf || command.Reason?.Length > ReasonMax)
        {
            return command.Reply == ProposalReply.NotAsked
                ? new InvalidValue("reply", "Say yes, no or later.")
                : command.Reason?.Length > ReasonMax
                    ? new InvalidValue("reason", $"At most {ReasonMax} characters.")
                    : new InvalidValue(
                        "on", $"Between the day the round opened ({present.AsOf:yyyy-MM-dd}) and today ({at.Today:yyyy-MM-dd}).");
        }

        var proposal = present.Proposals[at0];
        return proposal.Stage switch
        {
            ProposalStage.Held => Decision<MatchingRoundState>.Accept(
                present with { Proposals = present.Proposals.SetItem(at0, Answered(proposal, command, on)) }),
            ProposalStage.Draft => new WrongState("draft", "The place is not held yet; ask again in a moment."),
            var stage => new WrongState(
                Word(stage), $"Proposal '{proposal.Id}' is {Word(stage)}{(proposal.Note is null ? "" : ": " + proposal.Note)}"),
        };
    }

    private static ProposalState Answered(ProposalState proposal, AnswerProposal command, DateOnly on)
    {
        var answered = command.Side == ProposalSide.Resident
            ? proposal with { ResidentReply = command.Reply }
            : proposal with { OfferReply = command.Reply };
        if (command.Reply != ProposalReply.Yes)
        {
            return answered with { Stage = ProposalStage.Declined, Errand = Errand.Release, Note = command.Reason, DeclinedOn = on };
        }

        answered = answered with { Since = answered.Since is { } before && before > on ? before : on };
        return answered is { ResidentReply: ProposalReply.Yes, OfferReply: ProposalReply.Yes }
            ? answered with { Stage = ProposalStage.Accepted, Errand = Errand.Confirm }
            : answered;
    }

    private static string Word<T>(T stage)
        where T : struct, Enum => Vocabulary<T>.Word(stage);
}
