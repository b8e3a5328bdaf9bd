using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Scenarios.Levers;
using static System.FormattableString;

namespace Networks.Simulation.Studies;

/// <summary>
/// What no town and no machine can hold: each number may be in its range, and all of them together beyond sense. Refused where it is
/// written, instead of running out of memory hours later.
/// </summary>
internal static class StudyLimits
{
    /// <summary>Most people referred in one run.</summary>
    public const int ReferralsMost = 1_000_000;

    /// <summary>Most times as many referrals a day as at the fork.</summary>
    public const int GrowthMost = 1000;

    /// <summary>Most volunteers and groups that all levers of a scenario bring together.</summary>
    public const int BroughtMost = 20_000;

    /// <summary>What is beyond sense, given how many are referred a day at the fork.</summary>
    public static IEnumerable<ScenarioFault> Of(Scenario scenario, DateOnly fork, double perDay)
    {
        var days = scenario.EndOf(fork).DayNumber - fork.DayNumber;
        var yearly = Math.Pow(1 + Math.Max(0, scenario.Inputs.ReferralGrowthPerYear.High), days / Days.InYear);
        var (worst, arm) = scenario.Arms.Select(arm => (Grown(arm), arm)).Prepend((1.0, new Arm(Scenario.Baseline, [])))
            .MaxBy(pair => pair.Item1);
        if (yearly * worst > GrowthMost)
        {
            yield return new ScenarioFault(
                PlaceOf(scenario, arm), Invariant($"Referrals would grow to more than {GrowthMost} times what they are within the run."),
                "Let them grow less, or make the run shorter.");
        }
        else if (yearly * worst * RatePerDay(scenario, perDay) * days > ReferralsMost)
        {
            yield return new ScenarioFault(
                PlaceOf(scenario, arm), Invariant($"More than {ReferralsMost} people would be referred within one run."),
                "Give fewer referrals a week, or make the run shorter.");
        }
    }

    /// <summary>The first lever with which a scenario brings more than there is room for.</summary>
    public static IEnumerable<ScenarioFault> OfLevers(Scenario scenario)
    {
        var brought = 0L;
        foreach (var lever in scenario.Arms.SelectMany(arm => arm.Levers))
        {
            brought += lever switch { Recruit recruit => recruit.Count, OpenGroup open => open.Count, OpenHub hub => hub.Groups, _ => 0 };
            if (brought > BroughtMost)
            {
                yield return new ScenarioFault(
                    lever.Place, Invariant($"The levers of all arms bring more than {BroughtMost} volunteers and groups together."),
                    "Bring fewer, or ask in two scenarios.");
                yield break;
            }
        }
    }

    /// <summary>More volunteers who join by themselves than there is room for.</summary>
    public static IEnumerable<ScenarioFault> OfJoiners(Scenario scenario, int most) => most <= BroughtMost ? []
        : [new ScenarioFault(
            scenario.Inputs.VolunteersJoinPerYear.At, Invariant($"More than {BroughtMost} volunteers would join within one run."),
            "Give fewer a year, or make the run shorter.")];

    private static double RatePerDay(Scenario scenario, double measured) =>
        scenario.Inputs.ReferralsPerWeek.IsMeasured ? measured : scenario.Inputs.ReferralsPerWeek.High / Days.InWeek;

    private static double Grown(Arm arm) =>
        arm.Levers.OfType<ReferralGrowth>().Aggregate(1.0, (times, growth) => times * (1 + Math.Max(0, growth.Change.High)));

    private static YamlPlace PlaceOf(Scenario scenario, Arm arm)
    {
        NumberInput yearly = scenario.Inputs.ReferralGrowthPerYear, perWeek = scenario.Inputs.ReferralsPerWeek;
        return Grown(arm) > 1 ? arm.Levers.OfType<ReferralGrowth>().Last().Place
            : yearly.High > 0 ? yearly.At
            : perWeek.At.Line > 0 ? perWeek.At
            : scenario.LengthAt;
    }
}
