using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>The four kinds of connection. They are disjoint.</summary>
[GenerateSerializer, Alias("networks.graph.connection-kind")]
[JsonConverter(typeof(WordJsonConverter<ConnectionKind>))]
public enum ConnectionKind
{
    /// <summary>A named tie between two residents, in either direction.</summary>
    Tie,

    /// <summary>A named tie to someone who is not on the register.</summary>
    Alter,

    /// <summary>Membership of a group that runs.</summary>
    Membership,

    /// <summary>A match with a volunteer.</summary>
    Befriending,
}
