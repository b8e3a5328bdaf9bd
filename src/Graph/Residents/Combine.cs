using Orleans;

namespace Networks.Graph.Residents;

/// <summary>How criteria combine.</summary>
[GenerateSerializer, Alias("networks.graph.combine")]
public enum Combine
{
    /// <summary>At least one holds.</summary>
    Any,

    /// <summary>Every one given holds.</summary>
    All,
}
