using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>
/// Changes to what is known of a resident, fact by fact. An empty list clears a list. Leaving the register is a command of its own.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.resident-changes")]
public sealed record ResidentChanges
{
    [Id(0)] public Change<WardCode> Ward { get; init; }

    [Id(1)] public Change<string?> Lsoa { get; init; }

    [Id(2)] public Change<int?> BirthYear { get; init; }

    [Id(3)] public Change<Gender?> Gender { get; init; }

    [Id(4)] public Change<bool?> LivesAlone { get; init; }

    [Id(5)] public Change<GeoPoint?> Home { get; init; }

    [Id(6)] public Change<ImmutableArray<string>> Languages { get; init; }

    [Id(7)] public Change<ImmutableArray<string>> Interests { get; init; }

    [Id(8)] public Change<ImmutableArray<string>> AccessNeeds { get; init; }

    [Id(9)] public Change<ImmutableArray<string>> Situations { get; init; }

    [Id(10)] public Change<Metres?> TravelMetresMax { get; init; }

    [Id(11)] public Change<ImmutableArray<Gender>> PrefersGender { get; init; }

    [Id(12)] public Change<TimeSlots> Available { get; init; }

    [Id(13)] public Change<int?> WantedContactsPerMonth { get; init; }

    [Id(14)] public Change<int?> PriorityBand { get; init; }

    [Id(15)] public Change<DateOnly?> ReferredOn { get; init; }

    [Id(16)] public Change<string?> ReferralSource { get; init; }

    [Id(17)] public Change<ImmutableArray<Consent>> Consents { get; init; }

    [Id(18)] public Change<ImmutableArray<VolunteerId>> Exclusions { get; init; }

    [Id(19)] public Change<OrganisationId?> Organisation { get; init; }

    [Id(20)] public Change<ImmutableArray<OfferKind>> Seeking { get; init; }

    [Id(21)] public Change<ImmutableArray<ContactMode>> Modes { get; init; }

    [Id(22)] public Change<DateOnly?> WaitingSince { get; init; }

    [Id(23)] public Change<DateOnly?> ConnectionsAskedOn { get; init; }

    [Id(24)] public Change<DateOnly?> PausedUntil { get; init; }

    [Id(25)] public Change<string?> Household { get; init; }

    [Id(26)] public Change<ImmutableArray<string>> HomeFactors { get; init; }

    [Id(27)] public Change<ImmutableArray<string>> Firm { get; init; }

    [Id(28)] public Change<ImmutableArray<string>> CannotBeWith { get; init; }

    [Id(29)] public Change<ImmutableArray<string>> SupportNeeds { get; init; }

    [Id(30)] public Change<ImmutableArray<ContactWay>> ContactBy { get; init; }

    [Id(31)] public Change<string?> Tenure { get; init; }

    [Id(32)] public Change<DateOnly?> ArrivedOn { get; init; }

    /// <summary>The facts as they shall be.</summary>
    public ResidentFacts Over(ResidentFacts present) => present with
    {
        Ward = Ward.Or(present.Ward),
        Lsoa = Lsoa.Or(present.Lsoa),
        BirthYear = BirthYear.Or(present.BirthYear),
        Gender = Gender.Or(present.Gender),
        LivesAlone = LivesAlone.Or(present.LivesAlone),
        Home = Home.Or(present.Home),
        Languages = Languages.Or(present.Languages),
        Interests = Interests.Or(present.Interests),
        AccessNeeds = AccessNeeds.Or(present.AccessNeeds),
        Situations = Situations.Or(present.Situations),
        TravelMetresMax = TravelMetresMax.Or(present.TravelMetresMax),
        PrefersGender = PrefersGender.Or(present.PrefersGender),
        Available = Available.Or(present.Available),
        WantedContactsPerMonth = WantedContactsPerMonth.Or(present.WantedContactsPerMonth),
        PriorityBand = PriorityBand.Or(present.PriorityBand),
        ReferredOn = ReferredOn.Or(present.ReferredOn),
        ReferralSource = ReferralSource.Or(present.ReferralSource),
        Consents = Consents.Or(present.Consents),
        Exclusions = Exclusions.Or(present.Exclusions),
        Organisation = Organisation.Or(present.Organisation),
        Seeking = Seeking.Or(present.Seeking),
        Modes = Modes.Or(present.Modes),
        WaitingSince = WaitingSince.Or(present.WaitingSince),
        ConnectionsAskedOn = ConnectionsAskedOn.Or(present.ConnectionsAskedOn),
        PausedUntil = PausedUntil.Or(present.PausedUntil),
        Household = Household.Or(present.Household),
        HomeFactors = HomeFactors.Or(present.HomeFactors),
        Firm = Firm.Or(present.Firm),
        CannotBeWith = CannotBeWith.Or(present.CannotBeWith),
        SupportNeeds = SupportNeeds.Or(present.SupportNeeds),
        ContactBy = ContactBy.Or(present.ContactBy),
        Tenure = Tenure.Or(present.Tenure),
        ArrivedOn = ArrivedOn.Or(present.ArrivedOn),
    };
}
