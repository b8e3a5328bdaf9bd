using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Matching.Plans;

/// <summary>Who is given which place: the optimum of the frozen problem, in the order of references.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.plan")]
public sealed record MatchingPlan
{
    /// <summary>Digest of the problem it answers.</summary>
    [Id(0)] public required string ProblemDigest { get; init; }

    /// <summary>The pairs, by resident's reference, one-to-one before group.</summary>
    [Id(1)] public required ImmutableArray<PlannedPair> Pairs { get; init; }

    [Id(2)] public required Objective Objective { get; init; }
}

/// <summary>One person and the place she is given.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Kind">Which of the kinds she seeks.</param>
/// <param name="Offer">Whose place.</param>
/// <param name="Mode">How they meet; null in a group.</param>
/// <param name="Distance">Between the two, null where no distance counts.</param>
/// <param name="Fit">0 to 1000.</param>
/// <param name="Pinned">True if a coordinator put it there.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.planned-pair")]
public sealed record PlannedPair(
    [property: Id(0)] ResidentId Resident,
    [property: Id(1)] OfferKind Kind,
    [property: Id(2)] OfferId Offer,
    [property: Id(3)] ContactMode? Mode,
    [property: Id(4)] Metres? Distance,
    [property: Id(5)] int Fit,
    [property: Id(6)] bool Pinned);

/// <summary>What the plan reaches. A person who seeks both one to one and a group counts as two wishes.</summary>
/// <param name="Waiting">Wishes in the round.</param>
/// <param name="Matched">Wishes helped.</param>
/// <param name="MatchedByBand">Of them in bands 1 to 4.</param>
/// <param name="Fit">Total fit.</param>
/// <param name="Places">Free places in all, offers without a limit left out.</param>
/// <param name="PlacesUnused">Of them still free.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.objective")]
public sealed record Objective(
    [property: Id(0)] int Waiting,
    [property: Id(1)] int Matched,
    [property: Id(2)] ImmutableArray<int> MatchedByBand,
    [property: Id(3)] long Fit,
    [property: Id(4)] int Places,
    [property: Id(5)] int PlacesUnused);
