using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Domain.Volunteers;

/// <summary>What a volunteer's facts must be like before they are kept.</summary>
public static class VolunteerFactsRules
{
    /// <summary>Most contacts a month one volunteer can give, over all matches.</summary>
    public const int ContactsPerMonthMax = 1_000;

    /// <summary>The first fault in the order of the fields, or null.</summary>
    public static Refusal? Fault(VolunteerFacts facts, Moment at) => Values.First(
        Values.Ward(facts.Ward),
        Values.Between("birthYear", facts.BirthYear, ResidentFactsRules.BirthYearMin, at.Today.Year),
        Values.Point(facts.Home),
        Values.Between("travelKilometresMax", facts.TravelMetresMax?.Value, 0, ResidentFactsRules.TravelMetresMax),
        Values.Words("languages", facts.Languages),
        Values.Words("interests", facts.Interests),
        Values.Words("competences", facts.Competences),
        Values.Words("situations", facts.Situations),
        Values.Words("checks", [.. facts.Checks.Select(check => check.Kind)]),
        Values.First([.. facts.Checks.Select(check => Values.End("checks", check.On, null, at))]),
        Values.First([.. facts.Checks.Select(check => Values.Order("checks", check.On, check.Until))]),
        Values.Planned("activeFrom", facts.ActiveFrom, at),
        Values.End("activeUntil", facts.ActiveFrom, facts.ActiveUntil, at),
        facts.Organisation is { } organisation ? Values.Reference("organisation", organisation.Value) : null,
        facts.Resident is { } resident ? Values.Reference("resident", resident.Value) : null,
        Values.Between("contactsPerMonth", facts.ContactsPerMonth, 0, ContactsPerMonthMax),
        Values.Closed("cannotBeWith", facts.CannotBeWith, HomeFactors.Words),
        Values.Closed("homeFactors", facts.HomeFactors, HomeFactors.Words),
        Values.First([.. facts.Exclusions.Select(resident => Values.Reference("exclusions", resident.Value))]),
        Values.Planned("enquiredOn", facts.EnquiredOn, at),
        Values.Planned("appliedOn", facts.AppliedOn, at),
        Values.Planned("inductedOn", facts.InductedOn, at),
        Values.Text("fundedBy", facts.FundedBy),
        Values.Funded("fundedUntil", facts.FundedUntil, at));

    /// <summary>
    /// Each check with the day it was written down: what it says already, else what the same check said before, else today.
    /// </summary>
    public static ImmutableArray<Check> Stamped(ImmutableArray<Check> before, ImmutableArray<Check> next, Moment at) =>
        [.. next.Select(check => check with
        {
            RecordedOn = check.RecordedOn
                ?? before.FirstOrDefault(known => known with { RecordedOn = null } == check)?.RecordedOn
                ?? at.Today,
        })];
}
