namespace Networks.GraphQLApi.Pages;

/// <summary>One page of a list, with the count of the whole list.</summary>
/// <typeparam name="TEdge">A row with its cursor.</typeparam>
/// <typeparam name="TNode">What stands in the rows.</typeparam>
public abstract class Connection<TEdge, TNode>
    where TEdge : Edge<TNode>
{
    /// <summary>The rows with their cursors.</summary>
    public required IReadOnlyList<TEdge> Edges { get; init; }

    /// <summary>The rows without their cursors.</summary>
    public IReadOnlyList<TNode> Nodes => [.. Edges.Select(edge => edge.Node)];

    /// <summary>Where this page stands in the list.</summary>
    public required PageInfo PageInfo { get; init; }

    /// <summary>Rows of the whole list; null when withheld.</summary>
    public required int? TotalCount { get; init; }

    /// <summary>Fields of this object that are withheld.</summary>
    public IReadOnlyList<string> Suppressed { get; init; } = [];
}

/// <summary>One row of a list.</summary>
/// <typeparam name="TNode">What stands in the row.</typeparam>
public abstract class Edge<TNode>
{
    /// <summary>Opaque; give it as `after` or `before` to read on from here.</summary>
    public required string Cursor { get; init; }

    /// <summary>What stands in the row.</summary>
    public required TNode Node { get; init; }
}
