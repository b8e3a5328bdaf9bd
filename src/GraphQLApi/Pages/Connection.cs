using HotChocolate;

namespace Networks.GraphQLApi.Pages;

/// <summary>One page of a list, with the count of the whole list.</summary>
/// <typeparam name="TEdge">A row with its cursor.</typeparam>
/// <typeparam name="TNode">What stands in the rows.</typeparam>
public abstract class Connection<TEdge, TNode>
    where TEdge : Edge<TNode>
{
    [GraphQLDescription("The rows with their cursors.")]
    public required IReadOnlyList<TEdge> Edges { get; init; }

    [GraphQLDescription("The rows without their cursors.")]
    public virtual IReadOnlyList<TNode> Nodes => [.. Edges.Select(edge => edge.Node)];

    [GraphQLDescription("Where this page stands in the list.")]
    public required PageInfo PageInfo { get; init; }

    [GraphQLDescription("Rows of the whole list; null when withheld.")]
    public required int? TotalCount { get; init; }

    [GraphQLDescription("Fields of this object that are withheld.")]
    public IReadOnlyList<string> Suppressed { get; init; } = [];
}

/// <summary>One row of a list.</summary>
/// <typeparam name="TNode">What stands in the row.</typeparam>
public abstract class Edge<TNode>
{
    [GraphQLDescription("Opaque; give it as 'after' or 'before' to read on from here.")]
    public required string Cursor { get; init; }

    [GraphQLDescription("What stands in the row.")]
    public required TNode Node { get; init; }
}
