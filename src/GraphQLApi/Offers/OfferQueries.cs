using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Grains;
using Networks.Grains.Residents;
using Networks.Graph.Matches;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;
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
    /// <param name="fittingOnly">Only offers that fit the resident, by the rules of a matching round.</param>
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
        TimeProvider time,
        ResidentById residents,
        VolunteerById volunteers,
        GroupById groups,
        IGrainFactory grains,
        CancellationToken cancellationToken,
        bool? fittingOnly = false)
    {
        var page = PageRequest.Of(first, after);
        var resident = await NearAsync(near, withinKilometres, residents, cancellationToken);
        var query = new OpenPlacesQuery
        {
            Near = resident?.Resident.Id,
            Wards = await register.FindCodesAsync(wards, "wards"),
            Within = withinKilometres is { } kilometres ? Metres.FromKilometres(kilometres) : null,
            Interests = interests is null ? null : [.. interests],
            Kinds = kinds is null ? null : [.. kinds],
            Page = page.ToPage()
        };
        if (resident is null)
        {
            return fittingOnly == true
                ? throw Refused.BadArgument("fittingOnly", "fittingOnly needs 'near': the resident whom offers shall fit.")
                : OpenPlaceConnection.Of(await AskAsync(grains, query), null);
        }

        var wardRegister = await register.ReadAsync();
        var fit = new OfferFit(resident.Resident, wardRegister, new Moment(time.GetUtcNow(), register.Today(wardRegister.Area)));
        return fittingOnly == true
            ? await FittingPlaces.PageAsync(
                next => AskAsync(grains, next), query, fit, place => place.PassesAsync(volunteers, groups, cancellationToken))
            : OpenPlaceConnection.Of(await AskAsync(grains, query), fit);
    }

    private static async Task<OpenPlacesAnswer> AskAsync(IGrainFactory grains, OpenPlacesQuery query)
    {
        var answer = await grains.Area().OpenPlaces(query);
        return answer.Fault is { } fault ? throw Refused.BadArgument("openPlaces", fault) : answer;
    }

    private static async Task<ResidentReading?> NearAsync(
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

        return await residents.FindReadingAsync(near, cancellationToken)
            ?? throw Refused.BadArgument("near", $"near names no resident: '{near}' is neither a reference nor a global id of one.");
    }
}
