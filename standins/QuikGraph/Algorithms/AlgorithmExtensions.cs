namespace QuikGraph.Algorithms;

/// <summary>Algorithms as extension methods of graphs.</summary>
public static class AlgorithmExtensions
{
    /// <summary>Numbers the connected components from 0 and notes the one each vertex is in; answers how many there are.</summary>
    public static int ConnectedComponents<TVertex, TEdge>(this IUndirectedGraph<TVertex, TEdge> graph, IDictionary<TVertex, int> components)
        where TVertex : notnull
        where TEdge : IEdge<TVertex>
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(components);
        var count = 0;
        var open = new Stack<TVertex>();
        foreach (var start in graph.Vertices.Where(vertex => !components.ContainsKey(vertex)))
        {
            components[start] = count;
            open.Push(start);
            while (open.TryPop(out var vertex))
            {
                foreach (var edge in graph.AdjacentEdges(vertex))
                {
                    var other = EqualityComparer<TVertex>.Default.Equals(edge.Source, vertex) ? edge.Target : edge.Source;
                    if (components.TryAdd(other, count))
                    {
                        open.Push(other);
                    }
                }
            }

            count++;
        }

        return count;
    }
}
