using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>How criteria combine.</summary>
[GenerateSerializer, Alias("networks.graph.combine")]
[JsonConverter(typeof(WordJsonConverter<Combine>))]
public enum Combine
{
    /// <summary>At least one holds.</summary>
    Any,

    /// <summary>Every one given holds.</summary>
    All,
}
