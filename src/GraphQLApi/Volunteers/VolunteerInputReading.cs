using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Commands;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>What an input says of a volunteer, as the domain says it.</summary>
internal static class VolunteerInputReading
{
    public static VolunteerChanges Read(VolunteerInput given, Change<WardCode> ward, FactsReader reader) => new()
    {
        Ward = ward,
        Organisation = reader.Reference<OrganisationId>("organisation", "Organisation", given.Organisation),
        Resident = reader.Reference<ResidentId>("resident", "Resident", given.Resident),
        Roles = FactsReader.List(given.Roles),
        Gender = reader.Word<Gender>("gender", given.Gender),
        BirthYear = FactsReader.As(given.BirthYear),
        Home = reader.Point(given.Latitude, given.Longitude),
        TravelMetresMax = reader.Kilometres("travelKilometresMax", given.TravelKilometresMax),
        Languages = FactsReader.List(given.Languages),
        Interests = FactsReader.List(given.Interests),
        Competences = FactsReader.List(given.Competences),
        Situations = FactsReader.List(given.Situations),
        Available = reader.Slots("available", given.Available),
        Modes = FactsReader.List(given.Modes),
        ContactsPerMonth = FactsReader.As(given.ContactsPerMonth),
        PrefersGender = reader.Words<Gender>("prefersGender", given.PrefersGender),
        CannotBeWith = FactsReader.List(given.CannotBeWith),
        HomeFactors = FactsReader.List(given.HomeFactors),
        Exclusions = reader.References<ResidentId>("exclusions", "Resident", given.Exclusions),
        Checks = FactsReader.Read<IReadOnlyList<CheckInput>?, ImmutableArray<Check>>(
            given.Checks, checks => [.. (checks ?? []).Select(check => new Check(check.Kind, check.On, check.Until))]),
        EnquiredOn = FactsReader.As(given.EnquiredOn),
        AppliedOn = FactsReader.As(given.AppliedOn),
        InductedOn = FactsReader.As(given.InductedOn),
        ActiveFrom = FactsReader.As(given.ActiveFrom),
        ActiveUntil = FactsReader.As(given.ActiveUntil),
        FundedBy = FactsReader.As(given.FundedBy),
        FundedUntil = FactsReader.As(given.FundedUntil)
    };
}
