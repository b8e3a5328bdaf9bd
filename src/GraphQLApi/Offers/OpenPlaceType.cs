using HotChocolate;
using Networks.Domain.Matches;
using Networks.Graph.Matches;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Volunteers;

namespace Networks.GraphQLApi.Offers;

/// <summary>A volunteer or a group with a free place for one kind; a volunteer of two roles appears once for each.</summary>
[GraphQLName("OpenPlace")]
public sealed class OpenPlaceType
{
    private static readonly (double BelowKilometres, string Band)[] Bands =
        [(1, "under 1 km"), (2, "1 to 2 km"), (5, "2 to 5 km"), (10, "5 to 10 km"), (double.PositiveInfinity, "10 km or more")];

    private readonly OpenPlace _place;

    internal OpenPlaceType(OpenPlace place) => _place = place;

    /// <summary>Whose place.</summary>
    public async Task<IOffer> GetOfferAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        _place.Volunteer is { } volunteer
            ? await volunteers.RequiredAsync(volunteer, cancellationToken)
            : await groups.RequiredAsync(_place.Group!.Value, cancellationToken);

    /// <summary>What is offered.</summary>
    public OfferKind Kind => _place.Kind;

    /// <summary>Free places; null means no limit.</summary>
    public int? Free => _place.Free;

    /// <summary>From the resident asked about, as the crow flies; null without a resident, or where no place is known.</summary>
    public double? DistanceKilometres => _place.Distance?.Kilometres;

    /// <summary>The same roughly, in words.</summary>
    public string? DistanceBand => _place.Distance is { } distance ? Bands.First(band => distance.Kilometres < band.BelowKilometres).Band : null;
}

/// <summary>A page of open places.</summary>
public sealed class OpenPlaceConnection : Connection<OpenPlaceEdge, OpenPlaceType>;

/// <summary>One open place of the list.</summary>
public sealed class OpenPlaceEdge : Edge<OpenPlaceType>;
