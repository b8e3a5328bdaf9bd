using HotChocolate.Types;
using Networks.Domain.Matches;
using Networks.Graph.Matches;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Pages;
using Orleans;

namespace Networks.GraphQLApi.WaitingLists;

/// <summary>Who is waiting.</summary>
[QueryType]
public static class WaitingListQueries
{
    /// <summary>People waiting: the most urgent need first, then the longest wait.</summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="seeking">Only people waiting for one of these; left out, all.</param>
    /// <param name="asOf">The day asked about; left out, it is the day of knowledge, which is today in the area's time zone.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is now.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="paused">True asks for those who would be waiting but are paused today, instead of those who wait.</param>
    public static async Task<WaitingConnection> GetWaitingListAsync(
        IReadOnlyList<string>? wards,
        IReadOnlyList<OfferKind>? seeking,
        DateOnly? asOf,
        DateOnly? knownAt,
        int? first,
        string? after,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken,
        bool? paused = false)
    {
        var query = new WaitingQuery
        {
            Wards = await register.FindCodesAsync(wards, "wards"),
            AsOf = asOf,
            Seeking = seeking is null ? null : [.. seeking],
            Paused = paused == true,
            Page = PageRequest.Of(first, after).ToPage()
        };
        var answer = await KnownDay.AskAsync(knownAt, register, grains, area => area.Waiting(query), cancellationToken);
        return answer.Fault is { } fault ? throw Refused.BadArgument("waitingList", fault) : Connection(answer);
    }

    private static WaitingConnection Connection(WaitingAnswer answer) => new()
    {
        Edges = [.. answer.People.Select(person => new WaitingEdge { Cursor = person.Cursor, Node = new(person) })],
        PageInfo = PageInfo.Of(answer.People, person => person.Cursor, answer.HasNextPage, answer.HasPreviousPage),
        TotalCount = answer.TotalCount
    };
}
