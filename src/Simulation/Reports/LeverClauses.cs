using System.Globalization;
using Networks.Domain.Measures;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;
using static System.FormattableString;

namespace Networks.Simulation.Reports;

/// <summary>Levers as what follows "if": "the fund community-fund ends on 31 March 2027".</summary>
internal static class LeverClauses
{
    // More than this in one sentence is no sentence any more; the levers stand in a list of their own.
    private const int Most = 3;

    /// <summary>What is done, one after the other; null if there is nothing, or too much for a sentence.</summary>
    public static string? Of(IReadOnlyList<Lever> levers) => levers.Count is 0 or > Most ? null
        : levers.Count == 1 ? Of(levers[0])
        : string.Join(", ", levers.Take(levers.Count - 1).Select(Of)) + " and " + Of(levers[^1]);

    private static string Of(Lever lever) => lever switch
    {
        Recruit recruit => $"{Count(recruit.Count, Spoken(Vocabulary<Domain.Volunteers.VolunteerRole>.Word(recruit.Role)))} "
            + (recruit.Counting == Counting.Active ? Is(recruit.Count) + " recruited" : "more enquire" + (recruit.Count == 1 ? "s" : ""))
            + $" in {recruit.Ward.Word} from {Day(lever.On)}",
        VolunteerLeaves leaves => $"volunteer {leaves.Volunteer.Word} leaves on {Day(lever.On)}",
        GrantEnds grant => $"the fund {grant.FundedBy.Word} ends on {Day(lever.On)}",
        OpenGroup open => $"{Count(open.Count, Spoken(Vocabulary<Domain.Matches.OfferKind>.Word(open.Kind)) + " group")} "
            + $"{(open.Count == 1 ? "opens" : "open")} in {open.Ward.Word} on {Day(lever.On)}",
        CloseGroup close => $"group {close.Group.Word} closes on {Day(lever.On)}",
        OpenHub hub => $"a hub with {Count(hub.Groups, "group")} opens in {hub.Ward.Word} on {Day(lever.On)}",
        InductionBatch { Size: { } size } => $"inductions take {size.ToString(CultureInfo.InvariantCulture)} people from {Day(lever.On)}",
        FixedLength length => $"matches that begin from {Day(lever.On)} end after {length.Length}",
        RoundEvery every => $"a round is held every {Length(every.Every)} from {Day(lever.On)}",
        PriorityRule { Rule: PriorityOrder.Bands } => $"places go by band, then by wait, from {Day(lever.On)}",
        PriorityRule => $"places go by wait alone from {Day(lever.On)}",
        ReferralGrowth { Change: { IsRange: false } change } growth => $"referrals change by {Percent(change.Low)} "
            + $"{(growth.Ward is { } ward ? $"in {ward.Word} " : "")}from {Day(lever.On)}",
        TravelLimit limit => Invariant($"volunteers travel up to {limit.Limit.Kilometres} km from {Day(lever.On)}"),
        Seats seats => $"{(seats.Group is { } group ? $"group {group.Word}" : "each group with transport")} has "
            + $"{Count(seats.More, "more seat")} from {Day(lever.On)}",
        Quota quota => Invariant($"at least {100 * quota.AtLeast:0.#} % of places go to ")
            + (quota.Ward is { } ward ? ward.Word : Invariant($"band {quota.Band}")) + $" from {Day(lever.On)}",
        _ => "this is done: " + LeverWords.Of(lever).TrimEnd('.'),
    };

    private static string Count(int count, string what) => count == 1 ? "one " + what : Invariant($"{count} {what}s");

    private static string Is(int count) => count == 1 ? "is" : "are";

    private static string Spoken(string word) => word.Replace('-', ' ');

    private static string Length(Days length) => length.Count switch
    {
        Days.InWeek => "week",
        Days.InMonth => "month",
        _ => length.ToString(),
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture) + " %";
}
