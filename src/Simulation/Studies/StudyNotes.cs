using System.Collections.Immutable;
using Networks.Simulation.Scenarios;
using static System.FormattableString;

namespace Networks.Simulation.Studies;

/// <summary>What a reader of a report must know, in sentences.</summary>
internal static class StudyNotes
{
    public static ImmutableArray<string> Of(string precision, Scenario scenario, DateOnly fork) =>
    [
        precision,
        .. scenario.Start > fork
            ? [Invariant($"Runs begin at the fork of {fork:yyyy-MM-dd}; outcomes are counted from {scenario.Start:yyyy-MM-dd} on.")]
            : ImmutableArray<string>.Empty,
        "Personal ties stand as they were at the fork; only matches and memberships change.",
        "Who waits both for somebody to meet and for a group is counted once for each.",
        "Volunteers who stop are replaced only by those whom a lever recruits.",
        "New referrals are like people referred before; ages and checks are judged on the day of the fork.",
        "Proposals that were open at the fork are taken as accepted.",
        "Funding that runs out on a known day is taken as renewed, unless a lever ends it.",
    ];
}
