using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Matching.MarginalValues;

/// <summary>
/// What one more or one fewer place at an offer would change, exactly as if the round were solved again. Values of different offers are
/// not additive.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.marginal-value")]
public sealed record MarginalValue
{
    [Id(0)] public required OfferId Offer { get; init; }

    [Id(1)] public required OfferKind Kind { get; init; }

    [Id(2)] public required WardCode Ward { get; init; }

    /// <summary>Free places in this round; null = no limit.</summary>
    [Id(3)] public int? Places { get; init; }

    /// <summary>More people helped with one more place: 0 or 1.</summary>
    [Id(4)] public required int PlusOneMatches { get; init; }

    /// <summary>The band of the person who would gain; null if none.</summary>
    [Id(5)] public int? PlusOneBand { get; init; }

    /// <summary>Change of the plan's total fit with one more place.</summary>
    [Id(6)] public required long PlusOneFit { get; init; }

    /// <summary>More people helped with 2, 3 ... more places, cumulative.</summary>
    [Id(7)] public ImmutableArray<int> FurtherMatches { get; init; } = [];

    /// <summary>Change in people helped with one place fewer: 0 or -1.</summary>
    [Id(8)] public required int MinusOneMatches { get; init; }

    /// <summary>Who would be helped by one more place; null if nobody.</summary>
    [Id(9)] public ResidentId? FirstPerson { get; init; }

    [Id(10)] public required string Sentence { get; init; }
}
