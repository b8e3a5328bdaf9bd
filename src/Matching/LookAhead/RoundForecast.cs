using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Matching.LookAhead;

/// <summary>What is foretold and what from: as many referrals and places a week as the history had, as a Poisson process each.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.round-forecast")]
public sealed record RoundForecast
{
    /// <summary>First day of the history.</summary>
    [Id(0)] public required DateOnly From { get; init; }

    /// <summary>First day that is not of it: the day of the round.</summary>
    [Id(1)] public required DateOnly Until { get; init; }

    /// <summary>Referrals first, by kind and ward; what never happened is left out.</summary>
    [Id(2)] public ImmutableArray<ForecastRate> Rates { get; init; } = [];

    /// <summary>The forecast that a history gives.</summary>
    public static RoundForecast Of(RoundHistory history) => new()
    {
        From = history.From,
        Until = history.Until,
        Rates = [.. RatesOf(history, history.Referrals, ofPlaces: false), .. RatesOf(history, history.Places, ofPlaces: true)],
    };

    private static IEnumerable<ForecastRate> RatesOf(RoundHistory history, ImmutableArray<PastEvent> events, bool ofPlaces) =>
        from one in events.Where(one => one.On >= history.From && one.On < history.Until)
        group one by (one.Kind, one.Ward) into same
        orderby same.Key.Kind, same.Key.Ward
        select ForecastRate.Of(ofPlaces, same.Key.Kind, same.Key.Ward, same.Count(), history.Days);
}

/// <summary>How often something happens.</summary>
/// <param name="OfPlaces">True for places that become free or are new, false for people who are referred.</param>
/// <param name="Kind">Of which kind.</param>
/// <param name="Ward">Where.</param>
/// <param name="Count">How often it happened.</param>
/// <param name="PerWeek">Expected in a week.</param>
/// <param name="Low">The exact 95 % interval of that (Garwood, 1936) from here.</param>
/// <param name="High">To here.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.forecast-rate")]
public sealed record ForecastRate(
    [property: Id(0)] bool OfPlaces,
    [property: Id(1)] OfferKind Kind,
    [property: Id(2)] WardCode Ward,
    [property: Id(3)] int Count,
    [property: Id(4)] double PerWeek,
    [property: Id(5)] double Low,
    [property: Id(6)] double High)
{
    private const double Normal975 = 1.959963984540054;

    /// <summary>The rate of <paramref name="count"/> events in so many days.</summary>
    public static ForecastRate Of(bool ofPlaces, OfferKind kind, WardCode ward, int count, int days) => new(
        ofPlaces, kind, ward, count, 7.0 * count / days,
        count == 0 ? 0 : 7.0 / days * ChiSquare(2 * count, -Normal975) / 2, 7.0 / days * ChiSquare(2 * count + 2, Normal975) / 2);

    // Quantiles of chi-square by Wilson and Hilferty (1931): right to a hundredth here.
    private static double ChiSquare(int freedom, double normal)
    {
        var part = 2.0 / (9 * freedom);
        return freedom * Math.Pow(1 - part + normal * Math.Sqrt(part), 3);
    }
}
