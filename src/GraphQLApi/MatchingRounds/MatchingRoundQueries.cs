using HotChocolate;
using HotChocolate.Types;
using Networks.Grains;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Pages;
using Orleans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>Questions about matching rounds.</summary>
[QueryType]
public static class MatchingRoundQueries
{
    /// <summary>One matching round; null when no round of this name was opened.</summary>
    /// <param name="id">The round's name or global id.</param>
    public static async Task<MatchingRoundType?> GetMatchingRoundAsync([GraphQLType("ID!")] string id, IGrainFactory grains) =>
        await MatchingRoundType.FindAsync(grains, id)
        ?? (GlobalId.Read("MatchingRound", id) is { } name ? await MatchingRoundType.FindAsync(grains, name) : null);

    /// <summary>Matching rounds, the latest opened first.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public static async Task<MatchingRoundConnection> GetMatchingRoundsAsync(int? first, string? after, IGrainFactory grains)
    {
        var page = PageRequest.Of(first, after).Cut([.. (await grains.RoundRegister().Read()).Reverse()]);
        var rounds = await Task.WhenAll(page.Rows.Select(row => MatchingRoundType.FindAsync(grains, row.Row.Value)));
        return new MatchingRoundConnection
        {
            Edges =
            [
                .. page.Rows.Zip(rounds)
                    .Where(row => row.Second is not null)
                    .Select(row => new MatchingRoundEdge { Cursor = row.First.Cursor, Node = row.Second! })
            ],
            PageInfo = page.Info,
            TotalCount = page.TotalCount
        };
    }
}

/// <summary>A page of matching rounds.</summary>
public sealed class MatchingRoundConnection : Connection<MatchingRoundEdge, MatchingRoundType>;

/// <summary>One matching round of the list.</summary>
public sealed class MatchingRoundEdge : Edge<MatchingRoundType>;
