using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Orleans;

namespace Networks.Grains.MatchingRounds;

/// <summary>
/// A round's progress: everything that changes. The frozen problem and the plan have rows of their own, because they are large and this
/// is written at every step.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching-round-state")]
public sealed record MatchingRoundState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-3)] public int Schema { get; init; } = SchemaNow;

    [Id(1), JsonPropertyOrder(-2)] public RoundName Id { get; init; }

    [Id(2)] public RoundStage Stage { get; init; }

    [Id(3)] public DateTimeOffset OpenedAt { get; init; }

    [Id(4)] public string OpenedBy { get; init; } = "";

    [Id(5)] public DateOnly AsOf { get; init; }

    [Id(6)] public ImmutableArray<WardCode> Wards { get; init; } = [];

    [Id(7)] public ImmutableArray<OfferKind> Kinds { get; init; } = [];

    /// <summary>policy.yaml with every key.</summary>
    [Id(8)] public string Policy { get; init; } = "";

    [Id(9)] public string LotterySeed { get; init; } = "";

    /// <summary>Digest of the frozen problem with the pins, forbids and deferrals below.</summary>
    [Id(10)] public string ProblemDigest { get; init; } = "";

    [Id(11)] public int SeekersFrozen { get; init; }

    [Id(12)] public int OffersFrozen { get; init; }

    [Id(13)] public int HoldDays { get; init; }

    [Id(14)] public ImmutableArray<PairRule> Pins { get; init; } = [];

    [Id(15)] public ImmutableArray<PairRule> Forbids { get; init; } = [];

    [Id(16)] public ImmutableArray<Deferral> Deferrals { get; init; } = [];

    /// <summary>Of the plan that stands; null while none does.</summary>
    [Id(17)] public Objective? Objective { get; init; }

    [Id(18)] public CertificateReading? Certificate { get; init; }

    /// <summary>From publishing on.</summary>
    [Id(19)] public ImmutableArray<ProposalState> Proposals { get; init; } = [];

    [Id(20)] public DateTimeOffset? PublishedAt { get; init; }

    [Id(21)] public string? PublishedBy { get; init; }

    [Id(22)] public string? Fault { get; init; }

    [Id(23)] public ImmutableArray<StoredAnswer> Answers { get; init; } = [];

    /// <summary>People taken out of the problem since it was frozen, by reference; nothing else of them is kept.</summary>
    [Id(24)] public ImmutableArray<ResidentId> Withdrawn { get; init; } = [];

    /// <summary>The day of <see cref="PublishedAt"/> where the residents live.</summary>
    [Id(25)] public DateOnly? PublishedOn { get; init; }

    /// <summary>
    /// People who have taken back since it was frozen that their situations may be kept, by reference: they stay in the problem, their
    /// situations do not. Written before the problem's row is, so that a crash in between leaves both to mean the same problem.
    /// </summary>
    [Id(26)] public ImmutableArray<ResidentId> WithoutSituations { get; init; } = [];

    /// <summary>The plan that stood before the last decision: the next plan moves nobody of it for nothing.</summary>
    [Id(27)] public ImmutableArray<PairBefore> Before { get; init; } = [];

    /// <summary>Decisions that can still be taken back, the last one last; none once the plan is published.</summary>
    [Id(28)] public ImmutableArray<DecisionStep> Steps { get; init; } = [];
}

/// <summary>How one published proposal stands, and what is still to be asked of others for it.</summary>
[GenerateSerializer, Immutable, Alias("networks.proposal-state")]
public sealed record ProposalState
{
    [Id(0)] public required ProposalId Id { get; init; }

    [Id(1)] public required OfferId Offer { get; init; }

    [Id(2)] public ContactMode? Mode { get; init; }

    [Id(3)] public ProposalStage Stage { get; init; }

    /// <summary>Fixed when published, so that a late retry cannot lengthen a hold.</summary>
    [Id(4)] public required DateTimeOffset HoldUntil { get; init; }

    [Id(5)] public ProposalReply ResidentReply { get; init; }

    [Id(6)] public ProposalReply OfferReply { get; init; }

    [Id(7)] public string? ApprovedBy { get; init; }

    [Id(8)] public string? Note { get; init; }

    /// <summary>First day of the match, once both said yes.</summary>
    [Id(9)] public DateOnly? Since { get; init; }

    [Id(10)] public int? Match { get; init; }

    /// <summary>Written before it is begun and cleared after it is done, so that a crash in between only means doing it again.</summary>
    [Id(11)] public Errand Errand { get; init; }

    /// <summary>The day on which a side declined.</summary>
    [Id(12)] public DateOnly? DeclinedOn { get; init; }

    /// <summary>The household whose people are visited together, each by her own proposal, and share the place; null for most.</summary>
    [Id(13)] public string? Household { get; init; }
}

/// <summary>What is to be asked of a resident and of a place's owner for a proposal.</summary>
[GenerateSerializer, Alias("networks.proposal-errand")]
[JsonConverter(typeof(WordJsonConverter<Errand>))]
public enum Errand
{
    None,

    /// <summary>Open it with the resident, hold the place.</summary>
    Hold,

    /// <summary>Confirm the place, record the match or membership.</summary>
    Confirm,

    /// <summary>Release the place, close it with the resident.</summary>
    Release,
}

/// <summary>The frozen problem's row: without pins, forbids and deferrals, which the round's own row holds.</summary>
[GenerateSerializer, Immutable, Alias("networks.round-problem-state")]
public sealed record RoundProblemState
{
    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = MatchingRoundState.SchemaNow;

    [Id(1)] public MatchingProblem? Problem { get; init; }
}

/// <summary>The last plan's row.</summary>
[GenerateSerializer, Immutable, Alias("networks.round-solution-state")]
public sealed record RoundSolutionState
{
    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = MatchingRoundState.SchemaNow;

    [Id(1)] public RoundSolution? Solution { get; init; }
}
