using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;

namespace Networks.Simulation.Studies;

/// <summary>What a scenario may say and a run cannot do: refused with its line, as it would be shown as no change.</summary>
internal static class NotRun
{
    public static IEnumerable<ScenarioFault> Of(Scenario scenario)
    {
        foreach (var recruit in scenario.Arms.SelectMany(arm => arm.Levers).OfType<Recruit>())
        {
            if (Domain.Matches.OfferKinds.Offers(recruit.Role) is null)
            {
                yield return new ScenarioFault(recruit.Place, "A volunteer in this role offers no places of her own.", "");
            }
        }

        if (scenario.Rounds is { Policy: var policy, Own: null } && policy != RoundPlan.LivePolicy)
        {
            yield return new ScenarioFault(
                scenario.Rounds.PolicyAt, $"The policy '{policy}' is a file, and no file can be read from here.",
                "Write policy: live, or run the scenario with 'networks simulate' where the file lies.");
        }
    }
}
