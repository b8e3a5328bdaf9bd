using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Scenarios.Levers;

namespace Networks.Simulation.Studies;

/// <summary>What a scenario may say and a run cannot do: refused with its line, as it would be shown as no change.</summary>
internal static class NotRun
{
    public static IEnumerable<ScenarioFault> Of(Scenario scenario)
    {
        foreach (var lever in scenario.Arms.SelectMany(arm => arm.Levers))
        {
            var name = lever switch { TravelLimit => "travelLimit", Seats => "seats", Quota => "quota", _ => null };
            if (name is not null)
            {
                yield return new ScenarioFault(lever.Place, $"The lever '{name}' cannot be run in this version.", "Leave it out.");
            }
            else if (lever is Recruit recruit && Domain.Matches.OfferKinds.Offers(recruit.Role) is null)
            {
                yield return new ScenarioFault(lever.Place, "A volunteer in this role offers no places of her own.", "");
            }
        }

        if (scenario.Rounds.Policy != RoundPlan.LivePolicy)
        {
            yield return new ScenarioFault(
                scenario.Rounds.PolicyAt, "Only the live policy can be run in this version.", "Write policy: live.");
        }

        NumberInput?[] others =
        [
            scenario.Inputs.ReferralGrowthPerYear, scenario.Inputs.LeavesListAfter?.Mean, scenario.Inputs.GapBeforeNextMatch,
            scenario.Inputs.VolunteersLeavePerYear, scenario.Inputs.Recruitment.ApplyShare, scenario.Inputs.Recruitment.CheckTakes,
        ];
        foreach (var input in others.OfType<NumberInput>().Where(input => input.IsMeasured))
        {
            yield return new ScenarioFault(
                input.At, "Only referralsPerWeek and matchLength can be measured in this version.", "Give a number, or a range.");
        }
    }
}
