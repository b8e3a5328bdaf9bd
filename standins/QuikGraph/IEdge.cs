namespace QuikGraph;

/// <summary>A connection between two vertices.</summary>
/// <typeparam name="TVertex">Vertex type.</typeparam>
public interface IEdge<out TVertex>
{
    /// <summary>One end.</summary>
    TVertex Source { get; }

    /// <summary>The other end.</summary>
    TVertex Target { get; }
}
