using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>What stands behind "no recorded connection".</summary>
[GenerateSerializer, Alias("networks.graph.evidence-basis")]
[JsonConverter(typeof(WordJsonConverter<EvidenceBasis>))]
public enum EvidenceBasis
{
    /// <summary>She was asked about her connections.</summary>
    Asked,

    /// <summary>She was not asked, but something is recorded.</summary>
    PartlyRecorded,

    /// <summary>She was never asked and nothing is recorded: we do not know.</summary>
    NeverAsked,
}
