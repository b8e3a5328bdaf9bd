namespace Networks.Matching.Verification;

/// <summary>One row of plan.csv as it stands in the file, cell by cell; an empty cell is empty text.</summary>
/// <param name="Line">Line of the row, from 1.</param>
/// <param name="Round">The round's name.</param>
/// <param name="Resident">Who.</param>
/// <param name="Kind">What, such as befriending.</param>
/// <param name="Offer">With whom or where.</param>
/// <param name="Mode">How they meet; empty in a group.</param>
/// <param name="Band">The band she ranked as.</param>
/// <param name="WaitingDays">Days waited; empty if it is not known since when.</param>
/// <param name="DistanceKm">Kilometres with one decimal; empty where no distance counts.</param>
/// <param name="Fit">0 to 1000.</param>
/// <param name="NextBest">The offer she would have without this one; empty if somebody would then be left out.</param>
/// <param name="NextBestCosts">By how much the whole plan would then fit less.</param>
public sealed record PlanRow(
    int Line, string Round, string Resident, string Kind, string Offer, string Mode, string Band, string WaitingDays, string DistanceKm,
    string Fit, string NextBest, string NextBestCosts);
