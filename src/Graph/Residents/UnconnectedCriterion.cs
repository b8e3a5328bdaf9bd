using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>Which criterion of a rule holds for a person.</summary>
[GenerateSerializer, Alias("networks.graph.unconnected-criterion")]
[JsonConverter(typeof(WordJsonConverter<UnconnectedCriterion>))]
public enum UnconnectedCriterion
{
    NoTies,
    NoContact,
    SmallComponent,
    NoGroupNearby,
    Isolation,
}
