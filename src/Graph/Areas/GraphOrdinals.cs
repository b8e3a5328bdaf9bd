using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>The numbers of all four nouns. All pictures of one area share one.</summary>
internal sealed class GraphOrdinals
{
    public GraphOrdinals() => Nobody = ResidentBlock.Of(this);

    public Ordinals Residents { get; } = new();

    public Ordinals Groups { get; } = new();

    public Ordinals Volunteers { get; } = new();

    public WardNumbers Wards { get; } = new();

    /// <summary>A block of residents whom no ward holds.</summary>
    public ResidentBlock Nobody { get; }
}
