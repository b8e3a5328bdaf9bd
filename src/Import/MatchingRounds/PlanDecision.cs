using System.Text.Json.Serialization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Import.MatchingRounds;

/// <summary>What a coordinator wrote beside a pair.</summary>
[JsonConverter(typeof(WordJsonConverter<DecisionWord>))]
public enum DecisionWord
{
    Yes,
    No,
    Later,
}

/// <summary>A row of plan.csv as it came back.</summary>
/// <param name="Line">Line of the row.</param>
/// <param name="Resident">Who.</param>
/// <param name="Kind">What.</param>
/// <param name="Offer">With whom or where.</param>
/// <param name="Decision">yes, no or later; null = undecided.</param>
/// <param name="DecidedBy">Who decided; null if not said.</param>
public sealed record PlanDecision(
    int Line, ResidentId Resident, OfferKind Kind, OfferId Offer, DecisionWord? Decision, string? DecidedBy);

/// <summary>A row of plan.csv as it is shown, cell by cell; an empty cell is empty text.</summary>
public sealed record ShownPair(
    int Line, string Round, string Resident, string Kind, string Offer, string Mode, string Band, string WaitingDays, string DistanceKm,
    string Fit, string NextBest, string NextBestCosts);
