using Networks.Domain.Commands;
using Networks.Domain.Measures;

namespace Networks.Domain.Residents;

/// <summary>What a resident's facts must be like before they are kept.</summary>
public static class ResidentFactsRules
{
    /// <summary>The earliest year of birth that is no typing error.</summary>
    public const int BirthYearMin = 1900;

    /// <summary>The furthest anybody's travel limit reaches: once across the country.</summary>
    public const int TravelMetresMax = 1_000_000;

    /// <summary>Most contacts a month anybody can wish for.</summary>
    public const int ContactsPerMonthMax = 100;

    /// <summary>The first fault in the order of the fields, or null.</summary>
    public static Refusal? Fault(ResidentFacts facts, Moment at) => Values.First(
        Values.Ward(facts.Ward),
        Values.Text("lsoa", facts.Lsoa),
        Values.Between("birthYear", facts.BirthYear, BirthYearMin, at.Today.Year),
        Values.Point(facts.Home),
        Values.Words("languages", facts.Languages),
        Values.Words("interests", facts.Interests),
        Values.Words("accessNeeds", facts.AccessNeeds),
        Values.Words("situations", facts.Situations),
        SituationsNeedConsent(facts, at),
        Values.Between("travelKilometresMax", facts.TravelMetresMax?.Value, 0, TravelMetresMax),
        Values.Between("wantedContactsPerMonth", facts.WantedContactsPerMonth, 0, ContactsPerMonthMax),
        Values.Between("priorityBand", facts.PriorityBand, PriorityBand.Most, PriorityBand.Least),
        Values.Planned("referredOn", facts.ReferredOn, at),
        ReferralSources.Fault("referralSource", facts.ReferralSource),
        ConsentRules.Fault(facts.Consents, at),
        Values.First([.. facts.Exclusions.Select(volunteer => Values.Reference("exclusions", volunteer.Value))]),
        facts.Organisation is { } organisation ? Values.Reference("organisation", organisation.Value) : null,
        Values.Planned("waitingSince", facts.WaitingSince, at),
        Values.Planned("connectionsAskedOn", facts.ConnectionsAskedOn, at),
        Values.Planned("registeredOn", facts.RegisteredOn, at),
        Values.End("leftOn", facts.RegisteredOn, facts.LeftOn, at),
        Values.Planned("pausedUntil", facts.PausedUntil, at),
        Values.Text("household", facts.Household),
        Values.Closed("homeFactors", facts.HomeFactors, HomeFactors.Words),
        Values.Closed("firm", facts.Firm, FirmConstraints.Words),
        Values.Closed("cannotBeWith", facts.CannotBeWith, HomeFactors.Words),
        Values.Words("supportNeeds", facts.SupportNeeds),
        Values.Text("tenure", facts.Tenure),
        Values.Planned("arrivedOn", facts.ArrivedOn, at),
        IntroductionRules.Fault(facts.IntroductionsAskedOn, at));

    private static InvalidValue? SituationsNeedConsent(ResidentFacts facts, Moment at) =>
        facts.Situations.IsEmpty || facts.HasConsent(Consent.SpecialCategory, at.Today)
            ? null
            : new InvalidValue("situations", $"They may be kept only with her consent '{Consent.SpecialCategory}'; record that first.");
}
