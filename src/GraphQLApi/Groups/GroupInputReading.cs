using System.Globalization;
using HotChocolate;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Organisations;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Commands;

namespace Networks.GraphQLApi.Groups;

/// <summary>What an input says of a group, as the domain says it.</summary>
internal static class GroupInputReading
{
    private const double PoundsMax = 10_000;

    public static GroupChanges Read(GroupInput given, Change<WardCode> ward, string root, FactsReader reader) => new()
    {
        Name = reader.Needed("name", given.Name),
        Ward = ward,
        Organisation = reader.Reference<OrganisationId>("organisation", "Organisation", given.Organisation),
        Kind = FactsReader.Read<OfferKind?, OfferKind>(given.Kind, kind => kind ?? OfferKind.Other),
        Place = reader.Point(given.Latitude, given.Longitude),
        OpenAccess = FactsReader.Read<bool?, bool>(given.OpenAccess, open => open ?? false),
        Interests = FactsReader.List(given.Interests),
        Situations = FactsReader.List(given.Situations),
        Languages = FactsReader.List(given.Languages),
        StepFree = FactsReader.As(given.StepFree),
        Access = FactsReader.List(given.Access),
        Competences = FactsReader.List(given.Competences),
        Sessions = FactsReader.List(given.Sessions),
        CostPounds = Pounds(given.CostPounds, root, reader),
        AgeFrom = FactsReader.As(given.AgeFrom),
        AgeTo = FactsReader.As(given.AgeTo),
        TransportSeats = FactsReader.As(given.TransportSeats),
        Description = FactsReader.As(given.Description),
        PublicContact = FactsReader.As(given.PublicContact),
        Venue = FactsReader.As(given.Venue),
        FundedBy = FactsReader.As(given.FundedBy),
        FundedUntil = FactsReader.As(given.FundedUntil),
        OpenedOn = FactsReader.As(given.OpenedOn),
        AssuredOn = FactsReader.As(given.AssuredOn),
        OpenToAll = FactsReader.As(given.OpenToAll),
        SourceId = FactsReader.As(given.SourceId)
    };

    private static Change<decimal?> Pounds(Optional<double?> given, string root, FactsReader reader) =>
        FactsReader.Read<double?, decimal?>(given, pounds =>
        {
            if (pounds is null or (>= 0 and <= PoundsMax))
            {
                return (decimal?)pounds;
            }

            reader.Add([root, "costPounds"], $"{pounds.Value.ToString(CultureInfo.InvariantCulture)} is no price of a session in pounds.");
            return null;
        });
}
