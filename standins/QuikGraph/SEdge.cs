using System.Diagnostics;

namespace QuikGraph;

/// <summary>An edge as a value.</summary>
/// <typeparam name="TVertex">Vertex type.</typeparam>
[DebuggerDisplay("{" + nameof(Source) + "}->{" + nameof(Target) + "}")]
public readonly struct SEdge<TVertex>(TVertex source, TVertex target) : IEdge<TVertex>
{
    /// <inheritdoc/>
    public TVertex Source { get; } = source;

    /// <inheritdoc/>
    public TVertex Target { get; } = target;

    /// <inheritdoc/>
    public override string ToString() => $"{Source} -> {Target}";
}
