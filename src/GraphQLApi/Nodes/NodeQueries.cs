using HotChocolate;
using HotChocolate.Types;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;
using Orleans;

namespace Networks.GraphQLApi.Nodes;

/// <summary>Anything by its global id.</summary>
[QueryType]
public static class NodeQueries
{
    /// <summary>The object with this global id; null when there is none, or it is not for the caller to see.</summary>
    /// <param name="id">A global id.</param>
    public static Task<INode?> GetNodeAsync(
        [GraphQLType("ID!")] string id,
        ResidentById residents,
        VolunteerById volunteers,
        GroupById groups,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        new NodeSources(residents, volunteers, groups, register, grains).FindAsync(id, cancellationToken);

    /// <summary>The objects with these global ids, in the order given; null where there is none.</summary>
    /// <param name="ids">At most 100 global ids.</param>
    public static async Task<IReadOnlyList<INode?>> GetNodesAsync(
        [GraphQLType("[ID!]!")] IReadOnlyList<string> ids,
        ResidentById residents,
        VolunteerById volunteers,
        GroupById groups,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (ids.Count > PageRequest.RowsMax)
        {
            throw Refused.PageTooLarge("ids", ids.Count, PageRequest.RowsMax);
        }

        var sources = new NodeSources(residents, volunteers, groups, register, grains);
        return await Task.WhenAll(ids.Select(id => sources.FindAsync(id, cancellationToken)));
    }
}
