using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Matching.Losses;

/// <summary>
/// What happens to a plan when one volunteer or group drops out: who would lose the place, and the re-shuffle that keeps most of them by
/// moving at most so many others. Nobody who has a place loses it by a re-shuffle.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.loss-answer")]
public sealed record LossAnswer
{
    [Id(0)] public required OfferId Offer { get; init; }

    /// <summary>How many others may be moved.</summary>
    [Id(1)] public required int MovedMax { get; init; }

    /// <summary>Whose place it was, in the order in which people are helped.</summary>
    [Id(2)] public required ImmutableArray<LostPlace> Lost { get; init; }

    /// <summary>Of them those whom the re-shuffle gives another place.</summary>
    [Id(3)] public required int Kept { get; init; }

    /// <summary>Everybody else whom it moves, by resident's reference.</summary>
    [Id(4)] public required ImmutableArray<MovedPlace> Moved { get; init; }

    /// <summary>Change of the plan's total fit, the places lost included; seldom above 0.</summary>
    [Id(5)] public required long Fit { get; init; }

    /// <summary>People whom the volunteer meets already, outside this plan; null where not known.</summary>
    [Id(6)] public int? SupportedNow { get; init; }

    [Id(7)] public required string Sentence { get; init; }
}

/// <summary>Somebody whose place in the plan is lost.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Kind">What she was to be given.</param>
/// <param name="To">Whose place she has after the re-shuffle; null = none.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.lost-place")]
public sealed record LostPlace([property: Id(0)] ResidentId Resident, [property: Id(1)] OfferKind Kind, [property: Id(2)] OfferId? To);

/// <summary>Somebody who is given another place so that somebody else keeps one.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Kind">What she was to be given.</param>
/// <param name="From">Whose place the plan gave her.</param>
/// <param name="To">Whose place she would have.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.moved-place")]
public sealed record MovedPlace(
    [property: Id(0)] ResidentId Resident, [property: Id(1)] OfferKind Kind, [property: Id(2)] OfferId From, [property: Id(3)] OfferId To);
