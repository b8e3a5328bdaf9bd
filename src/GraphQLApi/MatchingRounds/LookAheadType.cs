using HotChocolate;
using Networks.Domain.Matches;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Wards;
using Networks.Matching.LookAhead;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>
/// Match now or wait: what holding pairs back until a later round would change, on average over futures drawn from the forecast. The wait
/// itself has no price here; that a human weighs.
/// </summary>
[GraphQLName("LookAhead")]
public sealed class LookAheadType
{
    private readonly LookAheadAnswer _answer;

    internal LookAheadType(LookAheadAnswer answer) => _answer = answer;

    /// <summary>Days until the later round.</summary>
    public int WaitDays => _answer.WaitDays;

    /// <summary>How many futures were drawn; the same question draws the same.</summary>
    public int Samples => _answer.Samples;

    /// <summary>First day of the history that the forecast is made from.</summary>
    public DateOnly HistoryFrom => _answer.Forecast.From;

    /// <summary>First day that is not of the history: the day of the round.</summary>
    public DateOnly HistoryUntil => _answer.Forecast.Until;

    /// <summary>How many referrals and places a week are expected, from the records of the round's wards.</summary>
    public IReadOnlyList<ForecastRateType> Forecast => [.. _answer.Forecast.Rates.Select(rate => new ForecastRateType(rate))];

    /// <summary>Pairs of the plan, those that fit least first; at most 25.</summary>
    public IReadOnlyList<LookAheadPairType> Pairs => [.. _answer.Pairs.Select(pair => new LookAheadPairType(pair))];

    /// <summary>How many pairs the plan has.</summary>
    public int PairsInPlan => _answer.PairsInPlan;
}

/// <summary>What a forecast counts.</summary>
public enum ForecastSubject
{
    /// <summary>People who are referred.</summary>
    Referral,

    /// <summary>Places that become free or are new.</summary>
    Place,
}

/// <summary>How often something is expected in a ward.</summary>
[GraphQLName("ForecastRate")]
public sealed class ForecastRateType
{
    private readonly ForecastRate _rate;

    internal ForecastRateType(ForecastRate rate) => _rate = rate;

    /// <summary>People or places.</summary>
    public ForecastSubject What => _rate.OfPlaces ? ForecastSubject.Place : ForecastSubject.Referral;

    /// <summary>Of which kind.</summary>
    public OfferKind Kind => _rate.Kind;

    /// <summary>Where.</summary>
    public Task<WardType> GetWardAsync(AreaRegister register) => register.WardAsync(_rate.Ward);

    /// <summary>How often it happened in the history.</summary>
    public int Count => _rate.Count;

    /// <summary>Expected in a week.</summary>
    public double PerWeek => _rate.PerWeek;

    /// <summary>Its exact 95 % interval (Garwood) from here.</summary>
    public double PerWeekLow => _rate.Low;

    /// <summary>To here.</summary>
    public double PerWeekHigh => _rate.High;
}

/// <summary>One pair held back while all others are matched now.</summary>
[GraphQLName("LookAheadPair")]
public sealed class LookAheadPairType
{
    private readonly LookAheadPair _pair;

    internal LookAheadPairType(LookAheadPair pair) => _pair = pair;

    /// <summary>The resident's reference.</summary>
    [GraphQLType("ID!")]
    public string Resident => _pair.Resident.Value;

    /// <summary>The volunteer's or group's reference.</summary>
    [GraphQLType("ID!")]
    public string Offer => _pair.Offer.Value;

    /// <summary>Of which kind.</summary>
    public OfferKind Kind => _pair.Kind;

    /// <summary>How well the pair fits now.</summary>
    public int Fit => _pair.Fit;

    /// <summary>Change of the total fit of both rounds together.</summary>
    public EstimateType FitGain => new(_pair.FitGain);

    /// <summary>Change in wishes helped by both rounds together.</summary>
    public EstimateType HelpedGain => new(_pair.HelpedGain);

    /// <summary>In how many of the futures the later round has a place for her.</summary>
    public int HelpedThen => _pair.HelpedThen;

    /// <summary>The same in a sentence.</summary>
    public string Sentence => _pair.Sentence;
}

/// <summary>A mean over the futures, with the 95 % interval that their number leaves.</summary>
[GraphQLName("Estimate")]
public sealed class EstimateType
{
    private readonly Estimate _estimate;

    internal EstimateType(Estimate estimate) => _estimate = estimate;

    /// <summary>The mean.</summary>
    public double Mean => _estimate.Mean;

    /// <summary>The interval from here.</summary>
    public double Low => _estimate.Low;

    /// <summary>To here.</summary>
    public double High => _estimate.High;
}
