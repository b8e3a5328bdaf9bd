using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Orleans;

namespace Networks.Grains.MatchingRounds;

/// <summary>How a round stands.</summary>
[GenerateSerializer, Alias("networks.round-stage")]
[JsonConverter(typeof(WordJsonConverter<RoundStage>))]
public enum RoundStage
{
    /// <summary>Frozen; not solved, or changed by hand since.</summary>
    Open,

    Solving,

    /// <summary>A plan with a verified proof can be shown.</summary>
    Solved,

    /// <summary>Places are held and answers awaited.</summary>
    Published,

    /// <summary>Every proposal has its answer.</summary>
    Closed,

    Cancelled,

    /// <summary>The plan did not pass its check, or the pins contradict each other; the reading's fault says what.</summary>
    Failed,
}

/// <summary>How a proposal stands.</summary>
[GenerateSerializer, Alias("networks.proposal-stage")]
[JsonConverter(typeof(WordJsonConverter<ProposalStage>))]
public enum ProposalStage
{
    /// <summary>In the plan; no place is held yet.</summary>
    Draft,

    /// <summary>The place is held until <see cref="ProposalReading.HoldUntil"/>.</summary>
    Held,

    /// <summary>Both sides said yes; the match is being recorded.</summary>
    Accepted,

    /// <summary>The match or membership exists.</summary>
    Confirmed,

    Declined,
    Expired,

    /// <summary>Not published, cancelled, or the place was no longer there.</summary>
    Withdrawn,
}

/// <summary>Which side of a proposal spoke; neither signs in, so a coordinator records what was said.</summary>
[GenerateSerializer, Alias("networks.proposal-side")]
[JsonConverter(typeof(WordJsonConverter<ProposalSide>))]
public enum ProposalSide
{
    /// <summary>The resident.</summary>
    Resident,

    /// <summary>The volunteer or group.</summary>
    Offer,
}

/// <summary>What a side said.</summary>
[GenerateSerializer, Alias("networks.proposal-reply")]
[JsonConverter(typeof(WordJsonConverter<ProposalReply>))]
public enum ProposalReply
{
    NotAsked,
    Yes,
    No,
    Later,
}

/// <summary>A round as read. Plan, reasons and values of places are read apart (<see cref="IMatchingRoundGrain.Solution"/>).</summary>
[GenerateSerializer, Immutable, Alias("networks.round-reading")]
public sealed record RoundReading
{
    [Id(0)] public required RoundName Name { get; init; }

    [Id(1)] public required int Version { get; init; }

    [Id(2)] public required RoundStage Stage { get; init; }

    [Id(3)] public required DateTimeOffset OpenedAt { get; init; }

    [Id(4)] public required string OpenedBy { get; init; }

    /// <summary>The day on which the round judges everything.</summary>
    [Id(5)] public required DateOnly AsOf { get; init; }

    [Id(6)] public required ImmutableArray<WardCode> Wards { get; init; }

    [Id(7)] public ImmutableArray<OfferKind> Kinds { get; init; } = [];

    /// <summary>policy.yaml with every key.</summary>
    [Id(8)] public required string Policy { get; init; }

    [Id(9)] public required string LotterySeed { get; init; }

    /// <summary>Digest of the frozen problem with today's pins, forbids and deferrals.</summary>
    [Id(10)] public required string ProblemDigest { get; init; }

    /// <summary>People and offers frozen.</summary>
    [Id(11)] public required int SeekersFrozen { get; init; }

    [Id(12)] public required int OffersFrozen { get; init; }

    /// <summary>How far the solve under way has come; its stage is empty if none is.</summary>
    [Id(13)] public required RoundProgress Progress { get; init; }

    /// <summary>Of the plan that stands; null if none does.</summary>
    [Id(14)] public Objective? Objective { get; init; }

    [Id(15)] public CertificateReading? Certificate { get; init; }

    /// <summary>By resident, one-to-one before group; drafts while solved.</summary>
    [Id(16)] public ImmutableArray<ProposalReading> Proposals { get; init; } = [];

    [Id(17)] public DateTimeOffset? PublishedAt { get; init; }

    [Id(18)] public string? PublishedBy { get; init; }

    /// <summary>Why it failed, in one sentence.</summary>
    [Id(19)] public string? Fault { get; init; }

    /// <summary>The day of publishing where the residents live.</summary>
    [Id(20)] public DateOnly? PublishedOn { get; init; }
}

/// <summary>How far a solve has come.</summary>
[GenerateSerializer, Immutable, Alias("networks.round-progress")]
public sealed record RoundProgress([property: Id(0)] string Stage, [property: Id(1)] int Done, [property: Id(2)] int Total)
{
    /// <summary>No solve is under way.</summary>
    public static RoundProgress None { get; } = new("", 0, 0);
}

/// <summary>The proof of the plan that stands.</summary>
/// <param name="Digest">SHA-256 of the certificate.</param>
/// <param name="Primal">Fit the plan reaches.</param>
/// <param name="Dual">Fit no plan can exceed.</param>
/// <param name="Verified">True: a plan whose proof fails is never shown.</param>
[GenerateSerializer, Immutable, Alias("networks.certificate-reading")]
public sealed record CertificateReading(
    [property: Id(0)] string Digest, [property: Id(1)] long Primal, [property: Id(2)] long Dual, [property: Id(3)] bool Verified);

/// <summary>A proposal as read.</summary>
[GenerateSerializer, Immutable, Alias("networks.proposal-reading")]
public sealed record ProposalReading
{
    [Id(0)] public required ProposalId Id { get; init; }

    [Id(1)] public required OfferId Offer { get; init; }

    [Id(2)] public ContactMode? Mode { get; init; }

    [Id(3)] public required ProposalStage Stage { get; init; }

    /// <summary>Until when the place is held, once published.</summary>
    [Id(4)] public DateTimeOffset? HoldUntil { get; init; }

    [Id(5)] public ProposalReply ResidentReply { get; init; }

    [Id(6)] public ProposalReply OfferReply { get; init; }

    [Id(7)] public string? ApprovedBy { get; init; }

    /// <summary>Why it was declined or withdrawn.</summary>
    [Id(8)] public string? Note { get; init; }

    /// <summary>The number of her match, once confirmed; null for a group.</summary>
    [Id(9)] public int? Match { get; init; }

    /// <summary>The household whose people share the place, each by a proposal of her own; null for most.</summary>
    [Id(10)] public string? Household { get; init; }

    /// <summary>Whose proposal it is.</summary>
    public ResidentId Resident => Id.Resident;

    /// <summary>One to one or a group.</summary>
    public WishClass Class => Wish.ClassOf(Id.Kind);
}
