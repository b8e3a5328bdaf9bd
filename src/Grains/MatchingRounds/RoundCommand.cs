using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Grains.MatchingRounds;

/// <summary>Everything that can be asked of a matching round. Which round it is for, the grain's key says.</summary>
[GenerateSerializer, Immutable, Alias("networks.round-command")]
public abstract record RoundCommand
{
    private protected RoundCommand()
    {
    }

    /// <summary>The caller's id of this command: the same id with the same input changes nothing twice.</summary>
    [Id(0)] public required CommandId CommandId { get; init; }

    /// <summary>The human who asks, as they are known to their organisation.</summary>
    [Id(1)] public required string By { get; init; }
}

/// <summary>Opens the round: freezes who waits and which places are free in these wards.</summary>
[GenerateSerializer, Immutable, Alias("networks.open-round")]
public sealed record OpenRound : RoundCommand
{
    [Id(0)] public required ImmutableArray<WardCode> Wards { get; init; }

    /// <summary>Only these kinds; empty = all.</summary>
    [Id(1)] public ImmutableArray<OfferKind> Kinds { get; init; } = [];

    /// <summary>policy.yaml as text; null = the defaults.</summary>
    [Id(2)] public string? Policy { get; init; }
}

/// <summary>Puts a pair into the plan, or with <see cref="Undo"/> takes that back. The plan must be solved again.</summary>
[GenerateSerializer, Immutable, Alias("networks.pin-pair")]
public sealed record PinPair : RoundCommand
{
    [Id(0)] public required ResidentId Resident { get; init; }

    [Id(1)] public required OfferId Offer { get; init; }

    [Id(2)] public required string Reason { get; init; }

    [Id(3)] public bool Undo { get; init; }
}

/// <summary>Keeps a pair out of the plan, or with <see cref="Undo"/> takes that back. The plan must be solved again.</summary>
[GenerateSerializer, Immutable, Alias("networks.forbid-pair")]
public sealed record ForbidPair : RoundCommand
{
    [Id(0)] public required ResidentId Resident { get; init; }

    [Id(1)] public required OfferId Offer { get; init; }

    [Id(2)] public required string Reason { get; init; }

    [Id(3)] public bool Undo { get; init; }
}

/// <summary>
/// Takes a coordinator's decisions on the plan, all or none: yes pins the pair, no forbids it, later leaves the wish out of this round. A
/// pair not named stays as it was decided before. The plan must be solved again.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.decide-pairs")]
public sealed record DecidePairs : RoundCommand
{
    [Id(0)] public required ImmutableArray<PairDecision> Decisions { get; init; }
}

/// <summary>What a coordinator decided on one pair.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Offer">With whom or where.</param>
/// <param name="Verdict">yes, no or later.</param>
/// <param name="By">Who decided; null = whoever sends the command.</param>
[GenerateSerializer, Immutable, Alias("networks.pair-decision")]
public sealed record PairDecision(
    [property: Id(0)] ResidentId Resident,
    [property: Id(1)] OfferId Offer,
    [property: Id(2)] PairVerdict Verdict,
    [property: Id(3)] string? By = null);

/// <summary>yes, no or later.</summary>
[GenerateSerializer, Alias("networks.pair-verdict")]
[JsonConverter(typeof(WordJsonConverter<PairVerdict>))]
public enum PairVerdict
{
    Yes,
    No,
    Later,
}

/// <summary>
/// Takes back the last pin, forbid or set of decisions that has not been taken back yet, until the plan is published: the round is to be
/// solved as it was before, and gives the plan it gave then.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.undo-decision")]
public sealed record UndoDecision : RoundCommand;

/// <summary>Solves the frozen problem around today's pins, forbids and deferrals.</summary>
[GenerateSerializer, Immutable, Alias("networks.solve-round")]
public sealed record SolveRound : RoundCommand;

/// <summary>
/// Publishes the plan: from now places are held for its proposals. Always by a named human, for the problem that human saw.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.publish-round")]
public sealed record PublishRound : RoundCommand
{
    /// <summary>Digest of the problem as seen; refused if the round has another by now.</summary>
    [Id(0)] public required string ProblemDigest { get; init; }

    /// <summary>Only these; null = all. The others are withdrawn.</summary>
    [Id(1)] public ImmutableArray<ProposalId>? Approved { get; init; }

    /// <summary>Who said yes to a proposal where that was somebody else than who publishes.</summary>
    [Id(2)] public ImmutableArray<ProposalApproval> Approvals { get; init; } = [];
}

/// <summary>The human who approved a proposal.</summary>
[GenerateSerializer, Immutable, Alias("networks.proposal-approval")]
public sealed record ProposalApproval([property: Id(0)] ProposalId Proposal, [property: Id(1)] string By);

/// <summary>Ends the round: every place it still holds is released. Confirmed matches stay.</summary>
[GenerateSerializer, Immutable, Alias("networks.cancel-round")]
public sealed record CancelRound : RoundCommand;

/// <summary>Records what one side said to a proposal. Two times yes confirms it; no or later by either side frees the place.</summary>
[GenerateSerializer, Immutable, Alias("networks.answer-proposal")]
public sealed record AnswerProposal : RoundCommand
{
    [Id(0)] public required ProposalId Proposal { get; init; }

    [Id(1)] public required ProposalSide Side { get; init; }

    /// <summary>Yes, No or Later. Later keeps her wait as it is and says: try again.</summary>
    [Id(2)] public required ProposalReply Reply { get; init; }

    /// <summary>When it was said, and from when a match counts; null = today.</summary>
    [Id(3)] public DateOnly? On { get; init; }

    [Id(4)] public string? Reason { get; init; }
}
