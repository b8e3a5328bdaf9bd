using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Networks.Simulation.Scenarios.Inputs;
using static System.FormattableString;

namespace Networks.Simulation.Scenarios.Levers;

/// <summary>A lever in a sentence, for reports.</summary>
public static class LeverWords
{
    /// <summary>What is done, on which day.</summary>
    public static string Of(Lever lever) => Invariant($"{lever.On:yyyy-MM-dd}: ") + What(lever) + ".";

    private static string What(Lever lever) => lever switch
    {
        Recruit recruit => Recruited(recruit),
        VolunteerLeaves leaves => $"volunteer {leaves.Volunteer.Word} leaves; {Ends(leaves.Matches)}",
        GrantEnds grant => $"the fund {grant.FundedBy.Word} ends with all it pays for; {Ends(grant.Matches)}",
        OpenGroup open => Opened(open),
        CloseGroup close => $"group {close.Group.Word} closes",
        OpenHub hub =>
            $"a hub opens in {hub.Ward.Word} with {Count(hub.Groups, "group")} of {Count(hub.PlacesEach, "place")}{Cost(hub.Cost, "")}",
        InductionBatch batch => $"inductions{(batch.Size is { } size ? Invariant($" take {size} people") : "")}"
            + (batch.Every is { } every ? $" every {every}" : ""),
        TravelLimit limit => Invariant($"volunteers travel up to {limit.Limit.Kilometres} km"),
        Seats seats => Count(seats.More, "more seat")
            + (seats.Group is { } group ? $" of group {group.Word}" : " of each group with transport") + Cost(seats.CostEach, " each"),
        FixedLength length => $"new matches end after {length.Length}",
        RoundEvery every => $"a round every {every.Every}",
        PriorityRule rule => rule.Rule == PriorityOrder.Bands ? "places go by band, then by wait" : "places go by wait alone",
        Quota quota => Invariant($"at least {100 * quota.AtLeast} % of each round's places for ")
            + (quota.Ward is { } ward ? ward.Word : Invariant($"band {quota.Band}")),
        ReferralGrowth growth => $"referrals change by {Percent(growth.Change)}{(growth.Ward is { } ward ? $" in {ward.Word}" : "")}",
        _ => throw new ArgumentOutOfRangeException(nameof(lever), lever.GetType().Name, "No words for this lever."),
    };

    private static string Recruited(Recruit recruit) =>
        Count(recruit.Count, Vocabulary<VolunteerRole>.Word(recruit.Role))
        + (recruit.Counting == Counting.Active ? " more, counted when ready for a match," : " more enquire")
        + $" in {recruit.Ward.Word}{Cost(recruit.CostEach, " each")}";

    private static string Opened(OpenGroup open) =>
        Count(open.Count, Vocabulary<OfferKind>.Word(open.Kind) + " group")
        + $" of {Count(open.Places, "place")} in {open.Ward.Word}{Cost(open.CostEach, " each")}";

    private static string Ends(EndedMatches matches) => matches switch
    {
        EndedMatches.End => "matches end that day",
        EndedMatches.Finish => "matches run their course and nobody new comes",
        _ => "matches end that day and the people come first in their band",
    };

    private static string Count(int count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Cost(decimal pounds, string each) => pounds == 0 ? "" : Invariant($", £{pounds:#,0.##}{each}");

    private static string Percent(NumberInput change) => change.IsRange
        ? $"{Signed(change.Low)} to {Signed(change.High)}"
        : Signed(change.Low);

    private static string Signed(double share) => (100 * share).ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture) + " %";
}
