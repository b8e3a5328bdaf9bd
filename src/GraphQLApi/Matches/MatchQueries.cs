using HotChocolate.Types;
using Networks.Grains.Matches;
using Networks.Grains.Wards;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Pages;
using Orleans;

namespace Networks.GraphQLApi.Matches;

/// <summary>Questions about matches.</summary>
[QueryType]
public static class MatchQueries
{
    /// <summary>Matches that have not ended and whose review is due, the longest due first.</summary>
    /// <param name="wards">Only of residents of these wards, by code or by name; left out, all wards.</param>
    /// <param name="by">Due on this day or before; left out, today.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public static async Task<MatchConnection> GetReviewsDueAsync(
        IReadOnlyList<string>? wards,
        DateOnly? by,
        int? first,
        string? after,
        AreaRegister register,
        IGrainFactory grains,
        IEntityRows rows,
        CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(first, after);
        var named = await register.FindAsync(wards, "wards") ?? (await register.ReadAsync()).Wards;
        var today = await register.TodayAsync();
        var due = await DueReviews.Find(grains, rows, named.Select(ward => ward.Code), today, by ?? today, cancellationToken);
        return MatchConnection.Of(page.Cut([.. due.Select(review => new MatchType(review.Owner, review.Match))]));
    }
}
