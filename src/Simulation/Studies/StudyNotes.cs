using System.Collections.Immutable;
using Networks.Matching.Policies;
using Networks.Simulation.Scenarios;
using static System.FormattableString;

namespace Networks.Simulation.Studies;

/// <summary>What a reader of a report must know, in sentences.</summary>
internal static class StudyNotes
{
    public static ImmutableArray<string> Of(string precision, Scenario scenario, DateOnly fork, MatchingPolicy policy) =>
    [
        precision,
        .. scenario.Rounds.Own is null
            ? ImmutableArray<string>.Empty
            : [$"Rounds follow the policy in {scenario.Rounds.Policy}, SHA-256 {PreparedStudy.DigestOf(policy.ToYaml())} as written anew."],
        .. policy.Bounds is null ? ImmutableArray<string>.Empty
            : PolicyBounds.AreLeftOut(policy) ? ["The policy's guarantees and quotas of languages are not kept in runs."]
            : ["Each round keeps the policy's guarantees, as far as they can be filled, and its quotas."],
        .. policy.RankedChoices is null ? ImmutableArray<string>.Empty
            : ["Runs give places by need and fit; ranked choices are not asked."],
        .. scenario.Start > fork
            ? [Invariant($"Runs begin at the fork of {fork:yyyy-MM-dd}; outcomes are counted from {scenario.Start:yyyy-MM-dd} on.")]
            : ImmutableArray<string>.Empty,
        "Personal ties stand as they were at the fork; only matches and memberships change.",
        "Who waits both for somebody to meet and for a group is counted once for each.",
        scenario.Inputs.VolunteersJoinPerYear is { IsMeasured: false, High: 0 }
            ? "Volunteers who stop are replaced only by those whom a lever recruits; volunteersJoinPerYear would let others join."
            : "Volunteers join by themselves in every arm, like those on record and at a steady rate, besides those whom a lever recruits.",
        "New referrals are like people referred before; ages are judged on the day of the fork.",
        scenario.Inputs.ChecksRenewed.Low >= 1
            ? "Checks that run out are taken as renewed in time."
            : "A check that runs out and is not renewed stops new matches from its day; matches that go on are not ended by it.",
        "Proposals that were open at the fork are taken as accepted.",
        "Funding that runs out on a known day is taken as renewed, unless a lever ends it.",
    ];
}
