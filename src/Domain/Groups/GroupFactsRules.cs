using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using static System.FormattableString;

namespace Networks.Domain.Groups;

/// <summary>What a group's facts must be like before they are kept.</summary>
public static class GroupFactsRules
{
    /// <summary>The oldest age a group can be for.</summary>
    public const int AgeMax = 120;

    /// <summary>The most one session can cost, in pounds.</summary>
    public const decimal CostPoundsMax = 10_000;

    /// <summary>The most people a group can fetch and bring home.</summary>
    public const int TransportSeatsMax = 1_000;

    /// <summary>Most characters of a description.</summary>
    public const int DescriptionMax = 4_000;

    /// <summary>The first fault in the order of the fields, or null.</summary>
    public static Refusal? Fault(GroupFacts facts, Moment at) => Values.First(
        string.IsNullOrWhiteSpace(facts.Name) ? new InvalidValue("name", "A group needs a name.") : Values.Text("name", facts.Name),
        Values.Ward(facts.Ward),
        Kind(facts.Kind),
        Values.Point(facts.Place),
        Values.Words("interests", facts.Interests),
        Values.Words("situations", facts.Situations),
        Values.Words("languages", facts.Languages),
        Values.Words("sessions", facts.Sessions),
        Values.Planned("openedOn", facts.OpenedOn, at),
        Values.End("closedOn", facts.OpenedOn, facts.ClosedOn, at),
        Values.Planned("assuredOn", facts.AssuredOn, at),
        Values.Text("sourceId", facts.SourceId),
        facts.Organisation is { } organisation ? Values.Reference("organisation", organisation.Value) : null,
        Values.Words("access", facts.Access),
        Cost(facts.CostPounds),
        Values.Between("ageFrom", facts.AgeFrom, 0, AgeMax),
        Values.Between("ageTo", facts.AgeTo, facts.AgeFrom ?? 0, AgeMax),
        Values.Between("transportSeats", facts.TransportSeats, 0, TransportSeatsMax),
        Values.Text("description", facts.Description, DescriptionMax),
        Values.Text("publicContact", facts.PublicContact),
        Values.Text("venue", facts.Venue),
        Values.Text("fundedBy", facts.FundedBy),
        Values.Funded("fundedUntil", facts.FundedUntil, at),
        Values.Words("competences", facts.Competences));

    private static InvalidValue? Kind(OfferKind kind) => !kind.IsOneToOne() ? null
        : new InvalidValue("kind", $"'{Vocabulary<OfferKind>.Word(kind)}' is given one to one by a volunteer, not by a group.")
        {
            Allowed = [.. Enum.GetValues<OfferKind>().Where(known => !known.IsOneToOne()).Select(Vocabulary<OfferKind>.Word)],
        };

    private static InvalidValue? Cost(decimal? pounds) => pounds is null or >= 0 and <= CostPoundsMax
        ? null
        : new InvalidValue("costPounds", Invariant($"{pounds} was given; a session costs 0 to {CostPoundsMax} pounds."));
}
