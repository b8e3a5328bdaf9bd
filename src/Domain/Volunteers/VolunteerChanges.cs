using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Domain.Volunteers;

/// <summary>Changes to what is known of a volunteer, fact by fact. Setting the capacity is a command of its own.</summary>
[GenerateSerializer, Immutable, Alias("networks.volunteer-changes")]
public sealed record VolunteerChanges
{
    [Id(0)] public Change<WardCode> Ward { get; init; }

    [Id(1)] public Change<ImmutableArray<VolunteerRole>> Roles { get; init; }

    [Id(2)] public Change<Gender?> Gender { get; init; }

    [Id(3)] public Change<int?> BirthYear { get; init; }

    [Id(4)] public Change<GeoPoint?> Home { get; init; }

    [Id(5)] public Change<Metres?> TravelMetresMax { get; init; }

    [Id(6)] public Change<ImmutableArray<string>> Languages { get; init; }

    [Id(7)] public Change<ImmutableArray<string>> Interests { get; init; }

    [Id(8)] public Change<ImmutableArray<string>> Competences { get; init; }

    [Id(9)] public Change<TimeSlots> Available { get; init; }

    [Id(10)] public Change<ImmutableArray<Check>> Checks { get; init; }

    [Id(11)] public Change<DateOnly?> ActiveFrom { get; init; }

    [Id(12)] public Change<DateOnly?> ActiveUntil { get; init; }

    [Id(13)] public Change<OrganisationId?> Organisation { get; init; }

    [Id(14)] public Change<ImmutableArray<ContactMode>> Modes { get; init; }

    [Id(15)] public Change<ResidentId?> Resident { get; init; }

    [Id(16)] public Change<int?> ContactsPerMonth { get; init; }

    [Id(17)] public Change<ImmutableArray<Gender>> PrefersGender { get; init; }

    [Id(18)] public Change<ImmutableArray<string>> CannotBeWith { get; init; }

    [Id(19)] public Change<ImmutableArray<string>> HomeFactors { get; init; }

    [Id(20)] public Change<ImmutableArray<ResidentId>> Exclusions { get; init; }

    [Id(21)] public Change<DateOnly?> EnquiredOn { get; init; }

    [Id(22)] public Change<DateOnly?> AppliedOn { get; init; }

    [Id(23)] public Change<DateOnly?> InductedOn { get; init; }

    [Id(24)] public Change<string?> FundedBy { get; init; }

    [Id(25)] public Change<DateOnly?> FundedUntil { get; init; }

    [Id(26)] public Change<ImmutableArray<string>> Situations { get; init; }

    /// <summary>The facts as they shall be.</summary>
    public VolunteerFacts Over(VolunteerFacts present) => present with
    {
        Ward = Ward.Or(present.Ward),
        Roles = Roles.Or(present.Roles),
        Gender = Gender.Or(present.Gender),
        BirthYear = BirthYear.Or(present.BirthYear),
        Home = Home.Or(present.Home),
        TravelMetresMax = TravelMetresMax.Or(present.TravelMetresMax),
        Languages = Languages.Or(present.Languages),
        Interests = Interests.Or(present.Interests),
        Competences = Competences.Or(present.Competences),
        Situations = Situations.Or(present.Situations),
        Available = Available.Or(present.Available),
        Checks = Checks.Or(present.Checks),
        ActiveFrom = ActiveFrom.Or(present.ActiveFrom),
        ActiveUntil = ActiveUntil.Or(present.ActiveUntil),
        Organisation = Organisation.Or(present.Organisation),
        Modes = Modes.Or(present.Modes),
        Resident = Resident.Or(present.Resident),
        ContactsPerMonth = ContactsPerMonth.Or(present.ContactsPerMonth),
        PrefersGender = PrefersGender.Or(present.PrefersGender),
        CannotBeWith = CannotBeWith.Or(present.CannotBeWith),
        HomeFactors = HomeFactors.Or(present.HomeFactors),
        Exclusions = Exclusions.Or(present.Exclusions),
        EnquiredOn = EnquiredOn.Or(present.EnquiredOn),
        AppliedOn = AppliedOn.Or(present.AppliedOn),
        InductedOn = InductedOn.Or(present.InductedOn),
        FundedBy = FundedBy.Or(present.FundedBy),
        FundedUntil = FundedUntil.Or(present.FundedUntil),
    };
}
