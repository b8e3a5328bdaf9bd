using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.Graph.Matches;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Orleans;

namespace Networks.GraphQLApi.Offers;

/// <summary>Where there is a free place.</summary>
[QueryType]
public static class OfferQueries
{
    private const double KilometresMax = 1000;

    /// <summary>Volunteers and groups with a free place; with a resident, nearest first.</summary>
    /// <param name="near">A resident, by reference or global id; adds distances.</param>
    /// <param name="wards">Only offers of these wards, by code or by name; left out, all wards.</param>
    /// <param name="withinKilometres">Only offers this near to the resident; 0 to 1000.</param>
    /// <param name="interests">Only offers that share at least one of these.</param>
    /// <param name="kinds">Only these kinds; left out, all.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public static async Task<OpenPlaceConnection> GetOpenPlacesAsync(
        [GraphQLType("ID")] string? near,
        IReadOnlyList<string>? wards,
        double? withinKilometres,
        IReadOnlyList<string>? interests,
        IReadOnlyList<OfferKind>? kinds,
        int? first,
        string? after,
        AreaRegister register,
        ResidentById residents,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var answer = await grains.Area().OpenPlaces(new OpenPlacesQuery
        {
            Near = await NearAsync(near, withinKilometres, residents, cancellationToken),
            Wards = await register.FindCodesAsync(wards, "wards"),
            Within = withinKilometres is { } kilometres ? Metres.FromKilometres(kilometres) : null,
            Interests = interests is null ? null : [.. interests],
            Kinds = kinds is null ? null : [.. kinds],
            Page = PageRequest.Of(first, after).ToPage()
        });
        return answer.Fault is { } fault ? throw Refused.BadArgument("openPlaces", fault) : Connection(answer);
    }

    private static OpenPlaceConnection Connection(OpenPlacesAnswer answer) => new()
    {
        Edges = [.. answer.Places.Select(place => new OpenPlaceEdge { Cursor = place.Cursor, Node = new(place) })],
        PageInfo = PageInfo.Of(answer.Places, place => place.Cursor, answer.HasNextPage, answer.HasPreviousPage),
        TotalCount = answer.TotalCount
    };

    private static async Task<ResidentId?> NearAsync(
        string? near,
        double? withinKilometres,
        ResidentById residents,
        CancellationToken cancellationToken)
    {
        if (withinKilometres is not (null or (>= 0 and <= KilometresMax)))
        {
            throw Refused.BadArgument("withinKilometres", $"withinKilometres must be from 0 to {KilometresMax}.");
        }

        if (near is null)
        {
            return withinKilometres is null ? null
                : throw Refused.BadArgument("withinKilometres", "withinKilometres needs 'near': the resident to measure from.");
        }

        var resident = await residents.FindAsync(near, cancellationToken)
            ?? throw Refused.BadArgument("near", $"near names no resident: '{near}' is neither a reference nor a global id of one.");
        return ResidentId.Of(resident.Reference);
    }
}
