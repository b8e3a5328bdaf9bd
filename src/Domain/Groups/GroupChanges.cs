using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Domain.Groups;

/// <summary>Changes to what is known of a group, fact by fact. Closing it and setting its places are commands of their own.</summary>
[GenerateSerializer, Immutable, Alias("networks.group-changes")]
public sealed record GroupChanges
{
    [Id(0)] public Change<string> Name { get; init; }

    [Id(1)] public Change<WardCode> Ward { get; init; }

    [Id(2)] public Change<OfferKind> Kind { get; init; }

    [Id(3)] public Change<GeoPoint?> Place { get; init; }

    [Id(4)] public Change<bool> OpenAccess { get; init; }

    [Id(5)] public Change<ImmutableArray<string>> Interests { get; init; }

    [Id(6)] public Change<ImmutableArray<string>> Situations { get; init; }

    [Id(7)] public Change<ImmutableArray<string>> Languages { get; init; }

    [Id(8)] public Change<bool?> StepFree { get; init; }

    [Id(9)] public Change<ImmutableArray<string>> Sessions { get; init; }

    [Id(10)] public Change<DateOnly?> OpenedOn { get; init; }

    [Id(11)] public Change<DateOnly?> AssuredOn { get; init; }

    [Id(12)] public Change<bool?> OpenToAll { get; init; }

    [Id(13)] public Change<string?> SourceId { get; init; }

    [Id(14)] public Change<OrganisationId?> Organisation { get; init; }

    [Id(15)] public Change<ImmutableArray<string>> Access { get; init; }

    [Id(16)] public Change<decimal?> CostPounds { get; init; }

    [Id(17)] public Change<int?> AgeFrom { get; init; }

    [Id(18)] public Change<int?> AgeTo { get; init; }

    [Id(19)] public Change<int?> TransportSeats { get; init; }

    [Id(20)] public Change<string?> Description { get; init; }

    [Id(21)] public Change<string?> PublicContact { get; init; }

    [Id(22)] public Change<string?> Venue { get; init; }

    [Id(23)] public Change<string?> FundedBy { get; init; }

    [Id(24)] public Change<DateOnly?> FundedUntil { get; init; }

    [Id(25)] public Change<ImmutableArray<string>> Competences { get; init; }

    /// <summary>The facts as they shall be.</summary>
    public GroupFacts Over(GroupFacts present) => present with
    {
        Name = Name.Or(present.Name),
        Ward = Ward.Or(present.Ward),
        Kind = Kind.Or(present.Kind),
        Place = Place.Or(present.Place),
        OpenAccess = OpenAccess.Or(present.OpenAccess),
        Interests = Interests.Or(present.Interests),
        Situations = Situations.Or(present.Situations),
        Languages = Languages.Or(present.Languages),
        StepFree = StepFree.Or(present.StepFree),
        Sessions = Sessions.Or(present.Sessions),
        OpenedOn = OpenedOn.Or(present.OpenedOn),
        AssuredOn = AssuredOn.Or(present.AssuredOn),
        OpenToAll = OpenToAll.Or(present.OpenToAll),
        SourceId = SourceId.Or(present.SourceId),
        Organisation = Organisation.Or(present.Organisation),
        Access = Access.Or(present.Access),
        CostPounds = CostPounds.Or(present.CostPounds),
        AgeFrom = AgeFrom.Or(present.AgeFrom),
        AgeTo = AgeTo.Or(present.AgeTo),
        TransportSeats = TransportSeats.Or(present.TransportSeats),
        Description = Description.Or(present.Description),
        PublicContact = PublicContact.Or(present.PublicContact),
        Venue = Venue.Or(present.Venue),
        FundedBy = FundedBy.Or(present.FundedBy),
        FundedUntil = FundedUntil.Or(present.FundedUntil),
        Competences = Competences.Or(present.Competences),
    };
}
