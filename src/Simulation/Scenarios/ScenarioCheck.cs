using System.Collections.Immutable;
using Networks.Simulation.Scenarios.Levers;
using static System.FormattableString;

namespace Networks.Simulation.Scenarios;

/// <summary>
/// Holds a scenario against the register and the calendar before a run begins: a ward that is not there, or a lever that is pulled after
/// the last day, would change nothing and be shown as if nothing had changed.
/// </summary>
public static class ScenarioCheck
{
    /// <summary>All that is wrong, in the order of its lines; empty if the scenario can be run.</summary>
    public static ImmutableArray<ScenarioFault> Of(Scenario scenario, RegisteredNames names)
    {
        var faults = new List<ScenarioFault>();
        if (BadStart(scenario, names.Day) is { } start)
        {
            return [start];
        }

        faults.AddRange(scenario.Wards.Select(ward => Ward(ward, names)).OfType<ScenarioFault>());
        foreach (var lever in scenario.Arms.SelectMany(arm => arm.Levers))
        {
            faults.AddRange(Named(lever, names).Append(Unheard(scenario, lever, names)).OfType<ScenarioFault>());
            if (Outside(scenario, lever, names) is { } outside)
            {
                faults.Add(outside);
            }
        }

        faults.AddRange(scenario.Arms.SelectMany(arm => Quotas([.. arm.Levers.OfType<Quota>()])));
        return [.. faults.OrderBy(fault => fault.At.Line).ThenBy(fault => fault.At.Column)];
    }

    // What is counted may begin later than the fork, never before it: nobody can run the past again.
    private static ScenarioFault? BadStart(Scenario scenario, DateOnly fork) => scenario.Start is not { } start ? null
        : start < fork
            ? new ScenarioFault(
                scenario.StartAt, Invariant($"start is {start:yyyy-MM-dd}, and the fork was taken on {fork:yyyy-MM-dd}."),
                Invariant($"Leave it out, or write {fork:yyyy-MM-dd} or a later day."))
            : start.DayNumber - fork.DayNumber > WrittenValues.DaysMax
                ? new ScenarioFault(
                    scenario.StartAt, Invariant($"start is {start:yyyy-MM-dd}, over a hundred years after the fork of {fork:yyyy-MM-dd}."),
                    Invariant($"Did you mean {fork:yyyy-MM-dd}?"))
                : null;

    private static ScenarioFault? Outside(Scenario scenario, Lever lever, RegisteredNames names)
    {
        var start = scenario.Start ?? names.Day;
        var end = scenario.EndOf(names.Day);
        return lever.On < start
            ? new ScenarioFault(
                lever.Place, Invariant($"The lever is pulled on {lever.On:yyyy-MM-dd}, before the run begins on {start:yyyy-MM-dd}."),
                Invariant($"Did you mean {start:yyyy-MM-dd}?"))
            : lever.On >= end
                ? new ScenarioFault(
                    lever.Place,
                    Invariant($"The lever is pulled on {lever.On:yyyy-MM-dd}, after the run's last day, {end.AddDays(-1):yyyy-MM-dd}."),
                    Weeks(lever.On, start) * Days.InWeek <= WrittenValues.DaysMax
                        ? Invariant($"Make the run longer (length: {Weeks(lever.On, start)} weeks) or pull it sooner.")
                        : "Pull it sooner.")
                : null;
    }

    private static int Weeks(DateOnly on, DateOnly start) => (on.DayNumber - start.DayNumber) / 7 + 26;

    private static IEnumerable<ScenarioFault?> Named(Lever lever, RegisteredNames names) => lever switch
    {
        Recruit recruit => [Ward(recruit.Ward, names)],
        OpenGroup group => [Ward(group.Ward, names)],
        OpenHub hub => [Ward(hub.Ward, names)],
        Quota { Ward: { } ward } => [Ward(ward, names)],
        ReferralGrowth { Ward: { } ward } => [Ward(ward, names)],
        VolunteerLeaves leaves => [Known("active volunteer", leaves.Volunteer, names.Volunteers)],
        CloseGroup close => [Known("running group", close.Group, names.Groups)],
        Seats { Group: { } group } => [Known("running group", group, names.Groups) ?? Seated(group, names)],
        Seats when !names.Transport.Any(group => group.Seats > 0) =>
            [new ScenarioFault(
                lever.Place, "No group with transport is on record on the day of the fork.", "Name a group, or leave it out.")],
        GrantEnds grant => [Known("fund", grant.FundedBy, names.Funds)],
        _ => [],
    };

    // Where it is not known how many seats there are, the live rounds take them as enough: more of them would change nothing.
    private static ScenarioFault? Seated(WrittenWord group, RegisteredNames names) =>
        names.Transport.Any(one => one.Group == group.Word) ? null
            : new ScenarioFault(
                group.At, $"How many seats group '{group.Word}' has is not on record, so that more of them would change nothing.",
                names.Transport.IsEmpty ? "Record its transport_seats, or leave the lever out."
                    : $"Known of: {string.Join(", ", names.Transport.Select(one => one.Group))}.");

    // A ward outside the scenario has no people in the run.
    private static ScenarioFault? Unheard(Scenario scenario, Lever lever, RegisteredNames names)
    {
        var ward = lever switch { Quota quota => quota.Ward, ReferralGrowth growth => growth.Ward, _ => null };
        return ward is not null && names.Ward(ward.Word) is { } code && !scenario.Wards.IsEmpty
            && scenario.Wards.All(one => names.Ward(one.Word) != code)
                ? new ScenarioFault(ward.At, $"'{ward.Word}' is not among the wards of this scenario.", "Add it to 'wards'.")
                : null;
    }

    // Crossing groups, a ward and a band, cannot both be counted by the solver; more than everything cannot be kept.
    private static IEnumerable<ScenarioFault> Quotas(ImmutableArray<Quota> quotas)
    {
        if (quotas.FirstOrDefault(quota => quota.Ward is null != quotas[0].Ward is null) is { } other)
        {
            yield return new ScenarioFault(
                other.Place, "The quotas of one arm are all of wards or all of bands.", "Ask for the others in an arm of their own.");
        }

        var shares = quotas.GroupBy(quota => quota.Ward?.Word ?? Invariant($"{quota.Band}"))
            .Sum(group => group.Max(quota => quota.AtLeast));
        if (shares > 1 + 1e-9)
        {
            yield return new ScenarioFault(
                quotas[^1].Place, Invariant($"The quotas of this arm keep {100 * shares:0.#} % of the places."),
                "Keep at most 100% in all.");
        }
    }

    private static ScenarioFault? Ward(WrittenWord ward, RegisteredNames names) => names.Ward(ward.Word) is not null ? null
        : new ScenarioFault(
            ward.At, $"There is no ward '{ward.Word}' in this area.",
            WrittenValues.Meant(ward.Word, [.. names.Wards.Select(one => one.Name).Concat(names.Wards.Select(one => one.Code.Value))]));

    private static ScenarioFault? Known(string what, WrittenWord name, ImmutableArray<string> known) => known.Contains(name.Word) ? null
        : new ScenarioFault(
            name.At, $"There is no {what} '{name.Word}' on the day of the fork.",
            known.IsEmpty ? "None is on record." : WrittenValues.Meant(name.Word, known));
}
