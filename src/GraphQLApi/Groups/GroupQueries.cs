using HotChocolate;
using HotChocolate.Types;
using Networks.Grains;
using Networks.Graph.Groups;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Pages;
using Orleans;

namespace Networks.GraphQLApi.Groups;

/// <summary>Questions about groups.</summary>
[QueryType]
public static class GroupQueries
{
    /// <summary>One group; null when unknown here, or not for the caller to see.</summary>
    /// <param name="id">The group's reference or global id.</param>
    public static Task<GroupType?> GetGroupAsync(
        [GraphQLType("ID!")] string id,
        GroupById groups,
        CancellationToken cancellationToken) => groups.FindAsync(id, cancellationToken);

    /// <summary>Groups that run today for which every filter given holds, by ward, then reference.</summary>
    /// <param name="where">What must hold of a group; left out, all of them.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public static async Task<GroupConnection> GetGroupsAsync(
        GroupFilterInput? where,
        int? first,
        string? after,
        AreaRegister register,
        GroupById groups,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(first, after);
        var answer = await grains.Area().Groups(new GroupQuery
        {
            Wards = await register.FindCodesAsync(where?.Wards, "wards"),
            Kinds = where?.Kinds is { } kinds ? [.. kinds] : null,
            Interests = where?.Interests is { } interests ? [.. interests] : null,
            HasFreePlace = where?.HasFreePlace,
            StaleSinceDays = where?.StaleSinceDays,
            Page = page.ToPage()
        });
        return answer.Fault is { } fault
            ? throw Refused.BadArgument("groups", fault)
            : await GroupConnection.OfAsync(answer, groups, cancellationToken);
    }
}
