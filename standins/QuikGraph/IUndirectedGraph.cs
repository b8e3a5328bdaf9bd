namespace QuikGraph;

/// <summary>A graph whose edges have no direction.</summary>
/// <typeparam name="TVertex">Vertex type.</typeparam>
/// <typeparam name="TEdge">Edge type.</typeparam>
public interface IUndirectedGraph<TVertex, TEdge>
    where TEdge : IEdge<TVertex>
{
    /// <summary>Number of vertices.</summary>
    int VertexCount { get; }

    /// <summary>Number of edges.</summary>
    int EdgeCount { get; }

    /// <summary>All vertices.</summary>
    IEnumerable<TVertex> Vertices { get; }

    /// <summary>All edges.</summary>
    IEnumerable<TEdge> Edges { get; }

    /// <summary>Edges with an end at <paramref name="vertex"/>.</summary>
    IEnumerable<TEdge> AdjacentEdges(TVertex vertex);

    /// <summary>Number of edge ends at <paramref name="vertex"/>; a self edge has two.</summary>
    int AdjacentDegree(TVertex vertex);

    /// <summary>True if the graph holds <paramref name="vertex"/>.</summary>
    bool ContainsVertex(TVertex vertex);
}
