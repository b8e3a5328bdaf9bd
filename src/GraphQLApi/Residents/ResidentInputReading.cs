using System.Collections.Immutable;
using HotChocolate;
using Networks.Domain.Commands;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Commands;
using Networks.Matching.Fits;

namespace Networks.GraphQLApi.Residents;

/// <summary>What an input says of a resident, as the domain says it.</summary>
internal static class ResidentInputReading
{
    private static readonly (Constraint Constraint, string Word)[] FirmWords =
    [
        (Constraint.Gender, "gender"), (Constraint.Time, "time"), (Constraint.Language, "language"), (Constraint.TooFar, "distance"),
        (Constraint.Mode, "mode"), (Constraint.HomeFactor, "home")
    ];

    /// <summary>The constraints a person may be firm about, as clients name them, and the words that records keep.</summary>
    public static IReadOnlyList<Constraint> Firm(IEnumerable<string> words) =>
        [.. FirmWords.Where(known => words.Contains(known.Word)).Select(known => known.Constraint)];

    public static ResidentChanges Read(ResidentInput given, Change<WardCode> ward, string root, FactsReader reader) => new()
    {
        Ward = ward,
        Organisation = reader.Reference<OrganisationId>("organisation", "Organisation", given.Organisation),
        Lsoa = FactsReader.As(given.Lsoa),
        BirthYear = FactsReader.As(given.BirthYear),
        Gender = reader.Word<Gender>("gender", given.Gender),
        LivesAlone = FactsReader.As(given.LivesAlone),
        Household = FactsReader.As(given.Household),
        Home = reader.Point(given.Latitude, given.Longitude),
        Languages = FactsReader.List(given.Languages),
        Interests = FactsReader.List(given.Interests),
        AccessNeeds = FactsReader.List(given.AccessNeeds),
        HomeFactors = FactsReader.List(given.HomeFactors),
        CannotBeWith = FactsReader.List(given.CannotBeWith),
        Situations = FactsReader.List(given.Situations),
        SupportNeeds = FactsReader.List(given.SupportNeeds),
        TravelMetresMax = reader.Kilometres("travelKilometresMax", given.TravelKilometresMax),
        PrefersGender = reader.Words<Gender>("prefersGender", given.PrefersGender),
        Firm = FirmOf(given.Firm, root, reader),
        Available = reader.Slots("available", given.Available),
        Seeking = FactsReader.List(given.Seeking),
        Modes = FactsReader.List(given.Modes),
        WantedContactsPerMonth = FactsReader.As(given.WantedContactsPerMonth),
        PriorityBand = FactsReader.As(given.PriorityBand),
        ReferredOn = FactsReader.As(given.ReferredOn),
        ReferralSource = FactsReader.As(given.ReferralSource),
        WaitingSince = FactsReader.As(given.WaitingSince),
        PausedUntil = FactsReader.As(given.PausedUntil),
        ConnectionsAskedOn = FactsReader.As(given.ConnectionsAskedOn),
        ContactBy = reader.Words<ContactWay>("contactBy", given.ContactBy),
        Tenure = FactsReader.As(given.Tenure),
        ArrivedOn = FactsReader.As(given.ArrivedOn),
        Consents = FactsReader.Read<IReadOnlyList<Consents.ConsentInput>?, ImmutableArray<Consent>>(
            given.Consents, consents => [.. (consents ?? []).Select(consent => consent.ToConsent())]),
        Exclusions = reader.References<VolunteerId>("exclusions", "Volunteer", given.Exclusions)
    };

    private static Change<ImmutableArray<string>> FirmOf(Optional<IReadOnlyList<Constraint>?> given, string root, FactsReader reader) =>
        FactsReader.Read<IReadOnlyList<Constraint>?, ImmutableArray<string>>(given, firm =>
        {
            var words = ImmutableArray.CreateBuilder<string>();
            for (var i = 0; i < (firm?.Count ?? 0); i++)
            {
                if (FirmWords.FirstOrDefault(known => known.Constraint == firm![i]).Word is { } word)
                {
                    words.Add(word);
                }
                else
                {
                    reader.Add(
                        [root, "firm", FactsReader.Place(i)],
                        "This constraint is never proposed for relaxing, so it need not be said.",
                        ["GENDER", "TIME", "LANGUAGE", "TOO_FAR", "MODE", "HOME_FACTOR"]);
                }
            }

            return words.ToImmutable();
        });
}
