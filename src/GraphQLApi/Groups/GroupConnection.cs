using Networks.Graph.Groups;
using Networks.GraphQLApi.Pages;

namespace Networks.GraphQLApi.Groups;

/// <summary>A page of groups.</summary>
public sealed class GroupConnection : Connection<GroupEdge, GroupType>
{
    internal static async Task<GroupConnection> OfAsync(
        GroupAnswer answer, GroupById groups, CancellationToken cancellationToken)
    {
        var nodes = await Task.WhenAll(answer.Groups.Select(one => groups.RequiredAsync(one.Group, cancellationToken)));
        return new GroupConnection
        {
            Edges = [.. answer.Groups.Zip(nodes, (one, node) => new GroupEdge { Cursor = one.Cursor, Node = node })],
            PageInfo = PageInfo.Of(answer.Groups, one => one.Cursor, answer.HasNextPage, answer.HasPreviousPage),
            TotalCount = answer.TotalCount
        };
    }
}

/// <summary>One group of the list.</summary>
public sealed class GroupEdge : Edge<GroupType>;
