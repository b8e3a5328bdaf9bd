using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Matching.LookAhead;

/// <summary>
/// What holding a pair back until a later round would change, on average over futures that the forecast makes likely. It says nothing of
/// what the wait itself costs her; that a human weighs.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.look-ahead")]
public sealed record LookAheadAnswer
{
    /// <summary>Days until the later round.</summary>
    [Id(0)] public required int WaitDays { get; init; }

    /// <summary>How many futures were drawn.</summary>
    [Id(1)] public required int Samples { get; init; }

    /// <summary>What they were drawn from.</summary>
    [Id(2)] public required RoundForecast Forecast { get; init; }

    /// <summary>Those that fit least first, for they have most to gain.</summary>
    [Id(3)] public ImmutableArray<LookAheadPair> Pairs { get; init; } = [];

    /// <summary>How many pairs the plan has.</summary>
    [Id(4)] public required int PairsInPlan { get; init; }
}

/// <summary>One pair held back while all others are matched now.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.look-ahead-pair")]
public sealed record LookAheadPair
{
    [Id(0)] public required ResidentId Resident { get; init; }

    [Id(1)] public required OfferId Offer { get; init; }

    [Id(2)] public required OfferKind Kind { get; init; }

    /// <summary>How well the pair fits now.</summary>
    [Id(3)] public required int Fit { get; init; }

    /// <summary>Change of the total fit of both rounds together.</summary>
    [Id(4)] public required Estimate FitGain { get; init; }

    /// <summary>Change in wishes helped by both rounds together.</summary>
    [Id(5)] public required Estimate HelpedGain { get; init; }

    /// <summary>In how many of the futures the later round helps her.</summary>
    [Id(6)] public required int HelpedThen { get; init; }

    [Id(7)] public required string Sentence { get; init; }
}

/// <summary>A mean over samples with the 95 % interval that the number of samples leaves.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.estimate")]
public readonly record struct Estimate([property: Id(0)] double Mean, [property: Id(1)] double Low, [property: Id(2)] double High)
{
    /// <summary>The estimate of at least two values.</summary>
    internal static Estimate Of(IReadOnlyCollection<long> values)
    {
        var mean = values.Average();
        var half = 1.96 * Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) / values.Count);
        return new Estimate(mean, mean - half, mean + half);
    }
}
