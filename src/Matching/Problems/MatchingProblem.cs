using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Matching.Policies;
using Orleans;

namespace Networks.Matching.Problems;

/// <summary>
/// Everything one matching round decides on, frozen when it opened. The same problem gives the same plan, byte for byte, in whatever
/// order its parts are listed. Pins, forbids and deferrals are the coordinator's; they, and whom the round has to leave out since, are all
/// that changes afterwards.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.problem")]
public sealed record MatchingProblem
{
    /// <summary>The round's unique name.</summary>
    [Id(0)] public required RoundName Round { get; init; }

    /// <summary>The day on which ages, checks, consents and waits are judged, in the area's time zone.</summary>
    [Id(1)] public required DateOnly AsOf { get; init; }

    /// <summary>When the round opened.</summary>
    [Id(2)] public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Fixed when the round opens, from who is frozen and the day alone, so that it cannot be drawn again.</summary>
    [Id(3)] public required string LotterySeed { get; init; }

    [Id(4)] public MatchingPolicy Policy { get; init; } = MatchingPolicy.Default;

    /// <summary>The wards of the round and of its offers, with a point for people and places whose own is unknown.</summary>
    [Id(5)] public ImmutableArray<WardPlace> Wards { get; init; } = [];

    [Id(6)] public ImmutableArray<Seeker> Seekers { get; init; } = [];

    [Id(7)] public ImmutableArray<MatchingOffer> Offers { get; init; } = [];

    /// <summary>Pairs the plan must hold.</summary>
    [Id(8)] public ImmutableArray<PairRule> Pins { get; init; } = [];

    /// <summary>Pairs the plan may not hold.</summary>
    [Id(9)] public ImmutableArray<PairRule> Forbids { get; init; } = [];

    /// <summary>Wishes not put forward this time because somebody asked for later; they keep their wait.</summary>
    [Id(10)] public ImmutableArray<Deferral> Deferrals { get; init; } = [];

    /// <summary>
    /// People frozen when the round opened and taken out since: they left, were erased, paused, or took their consent back. Nothing of them
    /// is kept but the reference, without which nobody could check the lottery's seed; they are in no list and nobody waits for them.
    /// </summary>
    [Id(11)] public ImmutableArray<ResidentId> Withdrawn { get; init; } = [];

    /// <summary>
    /// The plan that stood before, where the round is solved again: of plans that help the same people and fit as well, the one that keeps
    /// most of these pairs is the round's, so that nobody moves for nothing. Pairs of people withdrawn are left out.
    /// </summary>
    [Id(12)] public ImmutableArray<PairBefore> Before { get; init; } = [];
}

/// <summary>A pair of the plan before, and how it fitted.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.pair-before")]
public sealed record PairBefore([property: Id(0)] ResidentId Resident, [property: Id(1)] OfferId Offer, [property: Id(2)] int Fit);

/// <summary>A ward as far as matching needs it.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.ward-place")]
public sealed record WardPlace([property: Id(0)] WardCode Code, [property: Id(1)] string Name, [property: Id(2)] GeoPoint? Point);

/// <summary>A pair pinned or forbidden by a coordinator, and why.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.pair-rule")]
public sealed record PairRule(
    [property: Id(0)] ResidentId Resident, [property: Id(1)] OfferId Offer, [property: Id(2)] string Reason, [property: Id(3)] string By);

/// <summary>A wish that is not put forward this time.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.deferral")]
public sealed record Deferral([property: Id(0)] ResidentId Resident, [property: Id(1)] WishClass Class);
