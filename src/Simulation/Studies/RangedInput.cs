using System.Collections.Immutable;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Streams;
using static System.FormattableString;

namespace Networks.Simulation.Studies;

/// <summary>An input that is known only within a range, and of which each replication draws its own value.</summary>
/// <param name="Key">Its key in scenario.yaml.</param>
/// <param name="Words">What it is, such as "how many volunteers leave each year".</param>
/// <param name="Range">Its range in words, such as "15 to 40 %".</param>
/// <param name="Number">The number its draws are made under.</param>
public sealed record RangedInput(string Key, string Words, string Range, ulong Number)
{
    /// <summary>Every range of a scenario, in the order in which inputs are written down, those of levers last.</summary>
    public static ImmutableArray<RangedInput> Of(Scenario scenario)
    {
        var inputs = scenario.Inputs;
        (string Key, string Words, NumberInput? Input, ulong Number, string Unit, double Times)[] all =
        [
            ("referralsPerWeek", "how many are referred", inputs.ReferralsPerWeek, DrawnInputs.Referrals, "a week", 1),
            ("referralGrowthPerYear", "how fast referrals grow", inputs.ReferralGrowthPerYear, DrawnInputs.Growth, "% a year", 100),
            ("leavesListAfter.mean", "how long people stay on the list", inputs.LeavesListAfter?.Mean, DrawnInputs.Patience, "days", 1),
            ("leavesListAfter.sd", "how much that differs", inputs.LeavesListAfter?.Deviation, DrawnInputs.Patience + 1, "days", 1),
            ("matchLength.mean", "how long matches last", inputs.MatchLength.Mean, DrawnInputs.Match, "days", 1),
            ("matchLength.sd", "how much the length of matches differs", inputs.MatchLength.Deviation, DrawnInputs.Match + 1, "days", 1),
            ("gapBeforeNextMatch", "how long volunteers rest between matches", inputs.GapBeforeNextMatch, DrawnInputs.Gap, "days", 1),
            ("volunteersLeavePerYear", "how many volunteers leave each year", inputs.VolunteersLeavePerYear, DrawnInputs.Leaving, "%", 100),
            ("volunteersJoinPerYear", "how many volunteers join each year", inputs.VolunteersJoinPerYear, DrawnInputs.Joining, "a year", 1),
            ("checksRenewed", "how many checks are renewed", inputs.ChecksRenewed, DrawnInputs.Renewing, "%", 100),
            ("recruitment.applyShare", "how many who enquire apply", inputs.Recruitment.ApplyShare, DrawnInputs.Applying, "%", 100),
            ("recruitment.checkTakes", "how long checks take", inputs.Recruitment.CheckTakes, DrawnInputs.Checking, "days", 1),
        ];
        var levers = scenario.Arms.SelectMany(arm => arm.Levers.Select(lever => (arm.Name, Lever: lever)))
            .Select((one, at) => (one.Name, Growth: one.Lever as ReferralGrowth, At: at))
            .Where(one => one.Growth?.Change.IsRange == true);
        return
        [
            .. all.Where(one => one.Input is { IsRange: true, IsMeasured: false })
                .Select(one => new RangedInput(one.Key, one.Words, Said(one.Input!, one.Times, one.Unit), one.Number)),
            .. levers.Select(one => new RangedInput(
                $"arms.{one.Name}.referralGrowth", $"how referrals change in {one.Name}", Said(one.Growth!.Change, 100, "%"),
                DrawnInputs.FirstLever + (ulong)one.At)),
        ];
    }

    /// <summary>Where in its range a replication's value lies, 0 to 1.</summary>
    public double ShareOf(ulong seed, int replication) => ShareOf(new RandomStreams(seed, (ulong)replication), Number);

    internal static double ShareOf(RandomStreams streams, ulong number) => streams.Of(Purpose.Input, 0, number).First;

    private static string Said(NumberInput input, double times, string unit) =>
        Invariant($"{input.Low * times:0.##} to {input.High * times:0.##} {unit}");
}
