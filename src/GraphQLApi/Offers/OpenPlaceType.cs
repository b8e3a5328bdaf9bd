using HotChocolate;
using Networks.Domain.Matches;
using Networks.Graph.Matches;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Volunteers;
using Networks.Matching.Fits;

namespace Networks.GraphQLApi.Offers;

/// <summary>A volunteer or a group with a free place for one kind; a volunteer of two roles appears once for each.</summary>
[GraphQLName("OpenPlace")]
public sealed class OpenPlaceType
{
    private static readonly (double BelowKilometres, string Band)[] Bands =
        [(1, "under 1 km"), (2, "1 to 2 km"), (5, "2 to 5 km"), (10, "5 to 10 km"), (double.PositiveInfinity, "10 km or more")];

    private readonly OpenPlace _place;
    private readonly OfferFit? _fit;

    internal OpenPlaceType(OpenPlace place, OfferFit? fit) => (_place, _fit) = (place, fit);

    /// <summary>Whose place.</summary>
    public Task<IOffer> GetOfferAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        OfferSources.RequiredAsync(Id, volunteers, groups, cancellationToken);

    /// <summary>What is offered.</summary>
    public OfferKind Kind => _place.Kind;

    /// <summary>Free places; null means no limit.</summary>
    public int? Free => _place.Free;

    /// <summary>From the resident asked about, as the crow flies; null without a resident, or where no place is known.</summary>
    public double? DistanceKilometres => _place.Distance?.Kilometres;

    /// <summary>The same roughly, in words.</summary>
    public string? DistanceBand =>
        _place.Distance is { } distance ? Bands.First(band => distance.Kilometres < band.BelowKilometres).Band : null;

    /// <summary>
    /// Whether it fits the resident asked about, as a matching round judges; what is not known counts as fitting. Null without a resident.
    /// </summary>
    public async Task<bool?> GetFitsAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        (await VerdictAsync(volunteers, groups, cancellationToken))?.Passes;

    /// <summary>Why it does not fit; empty when it does, and without a resident.</summary>
    public async Task<IReadOnlyList<MisfitType>> GetMisfitsAsync(
        VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        await VerdictAsync(volunteers, groups, cancellationToken) is { } verdict ? OfferFit.Misfits(verdict) : [];

    /// <summary>When a group meets next; null for a volunteer, and where the sessions do not say both day and hour.</summary>
    public async Task<DateTimeOffset?> GetNextSessionAsync(
        GroupById groups, AreaRegister register, TimeProvider time, CancellationToken cancellationToken) =>
        _place.Group is { } group && await groups.FindAsync(group, cancellationToken) is { } found
            ? await found.GetNextSessionAsync(register, time)
            : null;

    internal async Task<bool> PassesAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        await VerdictAsync(volunteers, groups, cancellationToken) is { Passes: true };

    private OfferId Id => _place.Volunteer is { } volunteer ? OfferId.Of(volunteer) : OfferId.Of(_place.Group!.Value);

    private async Task<Verdict?> VerdictAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        _fit is null ? null : await _fit.JudgeAsync(Id, _place.Kind, volunteers, groups, cancellationToken);
}

/// <summary>A page of open places.</summary>
public sealed class OpenPlaceConnection : Connection<OpenPlaceEdge, OpenPlaceType>
{
    internal static OpenPlaceConnection Of(OpenPlacesAnswer answer, OfferFit? fit) => new()
    {
        Edges = [.. answer.Places.Select(place => new OpenPlaceEdge { Cursor = place.Cursor, Node = new(place, fit) })],
        PageInfo = PageInfo.Of(answer.Places, place => place.Cursor, answer.HasNextPage, answer.HasPreviousPage),
        TotalCount = answer.TotalCount
    };
}

/// <summary>One open place of the list.</summary>
public sealed class OpenPlaceEdge : Edge<OpenPlaceType>;
