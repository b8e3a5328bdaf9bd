using HotChocolate;
using HotChocolate.Types;

namespace Networks.GraphQLApi.Groups;

/// <summary>Questions about one group.</summary>
[QueryType]
public static class GroupQueries
{
    /// <summary>One group; null when unknown here, or not for the caller to see.</summary>
    /// <param name="id">The group's reference or global id.</param>
    public static Task<GroupType?> GetGroupAsync(
        [GraphQLType("ID!")] string id,
        GroupById groups,
        CancellationToken cancellationToken) => groups.FindAsync(id, cancellationToken);
}
