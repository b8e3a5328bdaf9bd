using HotChocolate;

namespace Networks.GraphQLApi.Pages;

/// <summary>One page of a list over people of some wards on a day, with how many people stand behind it.</summary>
/// <typeparam name="TEdge">A row with its cursor.</typeparam>
/// <typeparam name="TNode">What stands in the rows.</typeparam>
public abstract class AreaConnection<TEdge, TNode> : Connection<TEdge, TNode>
    where TEdge : Edge<TNode>
{
    [GraphQLDescription("People on the register of the wards asked about; null when withheld.")]
    public required int? Residents { get; init; }

    [GraphQLDescription("Of those, people never asked about their connections and nothing recorded; null when withheld.")]
    public required int? NeverAskedCount { get; init; }

    [GraphQLDescription("The day the list is about.")]
    public required DateOnly AsOf { get; init; }

    [GraphQLDescription("False while some ward has not told what it holds, so that people may be missing and numbers wrong.")]
    public required bool Complete { get; init; }
}
