namespace QuikGraph;

/// <summary>An undirected graph by adjacency lists.</summary>
/// <typeparam name="TVertex">Vertex type.</typeparam>
/// <typeparam name="TEdge">Edge type.</typeparam>
public class UndirectedGraph<TVertex, TEdge> : IUndirectedGraph<TVertex, TEdge>
    where TVertex : notnull
    where TEdge : IEdge<TVertex>
{
    private readonly Dictionary<TVertex, List<TEdge>> adjacent = [];

    /// <summary>A graph that allows parallel edges.</summary>
    public UndirectedGraph()
        : this(true)
    {
    }

    /// <summary>A graph that allows parallel edges or does not.</summary>
    public UndirectedGraph(bool allowParallelEdges) => AllowParallelEdges = allowParallelEdges;

    /// <summary>Whether two edges may join the same two vertices.</summary>
    public bool AllowParallelEdges { get; }

    /// <inheritdoc/>
    public int VertexCount => adjacent.Count;

    /// <inheritdoc/>
    public int EdgeCount { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<TVertex> Vertices => adjacent.Keys;

    /// <inheritdoc/>
    public IEnumerable<TEdge> Edges
    {
        get
        {
            foreach (var (vertex, edges) in adjacent)
            {
                foreach (var edge in edges.Where(edge => EqualityComparer<TVertex>.Default.Equals(edge.Source, vertex)))
                {
                    yield return edge;
                }
            }
        }
    }

    /// <summary>Adds a vertex; false if the graph holds it already.</summary>
    public bool AddVertex(TVertex vertex) => adjacent.TryAdd(vertex, []);

    /// <summary>Adds vertices; answers how many were new.</summary>
    public int AddVertexRange(IEnumerable<TVertex> vertices) => vertices.Count(AddVertex);

    /// <summary>Adds an edge between two vertices of the graph; false if parallel edges are not allowed and there is one.</summary>
    public bool AddEdge(TEdge edge)
    {
        var there = adjacent[edge.Target];
        var here = adjacent[edge.Source];
        if (!AllowParallelEdges && here.Any(known => Joins(known, edge)))
        {
            return false;
        }

        here.Add(edge);
        if (!ReferenceEquals(here, there))
        {
            there.Add(edge);
        }

        EdgeCount++;
        return true;
    }

    /// <summary>Adds an edge and whichever of its ends the graph does not hold.</summary>
    public bool AddVerticesAndEdge(TEdge edge)
    {
        AddVertex(edge.Source);
        AddVertex(edge.Target);
        return AddEdge(edge);
    }

    /// <summary>Adds edges and their ends; answers how many edges were added.</summary>
    public int AddVerticesAndEdgeRange(IEnumerable<TEdge> edges) => edges.Count(AddVerticesAndEdge);

    /// <inheritdoc/>
    public IEnumerable<TEdge> AdjacentEdges(TVertex vertex) => adjacent[vertex];

    /// <inheritdoc/>
    public int AdjacentDegree(TVertex vertex) =>
        adjacent[vertex].Sum(edge => EqualityComparer<TVertex>.Default.Equals(edge.Source, edge.Target) ? 2 : 1);

    /// <inheritdoc/>
    public bool ContainsVertex(TVertex vertex) => adjacent.ContainsKey(vertex);

    private static bool Joins(TEdge known, TEdge edge)
    {
        var same = EqualityComparer<TVertex>.Default;
        return (same.Equals(known.Source, edge.Source) && same.Equals(known.Target, edge.Target))
            || (same.Equals(known.Source, edge.Target) && same.Equals(known.Target, edge.Source));
    }
}
