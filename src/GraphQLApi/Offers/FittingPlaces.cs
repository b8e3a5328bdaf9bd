using Networks.Graph.Matches;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Pages;

namespace Networks.GraphQLApi.Offers;

/// <summary>
/// Pages of offers that fit one resident. The graph knows who is near and free, not who fits, so its list is walked; cursors stay the
/// graph's, so they stay valid when offers come and go.
/// </summary>
internal static class FittingPlaces
{
    public static async Task<OpenPlaceConnection> PageAsync(
        Func<OpenPlacesQuery, Task<OpenPlacesAnswer>> ask,
        OpenPlacesQuery query,
        OfferFit fit,
        Func<OpenPlaceType, Task<bool>> passes)
    {
        var wanted = query.Page.First ?? PageRequest.RowsDefault;
        var total = (await FittingAsync(await ask(query with { All = true }), fit, passes)).Count;
        var found = new List<OpenPlaceEdge>();
        var page = new Page { First = PageRequest.RowsMax, After = query.Page.After };
        bool more;
        do
        {
            var answer = await ask(query with { Page = page });
            found.AddRange(await FittingAsync(answer, fit, passes));
            more = answer.HasNextPage;
            page = page with { After = answer.Places.LastOrDefault()?.Cursor };
        }
        while (more && found.Count <= wanted);
        OpenPlaceEdge[] rows = [.. found.Take(wanted)];
        return new OpenPlaceConnection
        {
            Edges = rows,
            PageInfo = PageInfo.Of(rows, row => row.Cursor, found.Count > wanted, query.Page.After is not null),
            TotalCount = total
        };
    }

    private static async Task<List<OpenPlaceEdge>> FittingAsync(
        OpenPlacesAnswer answer, OfferFit fit, Func<OpenPlaceType, Task<bool>> passes)
    {
        OpenPlaceEdge[] edges = [.. answer.Places.Select(place => new OpenPlaceEdge { Cursor = place.Cursor, Node = new(place, fit) })];
        var fitting = await Task.WhenAll(edges.Select(edge => passes(edge.Node)));
        return [.. edges.Where((_, i) => fitting[i])];
    }
}
