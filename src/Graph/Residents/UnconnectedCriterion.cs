using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>Which criterion of a rule holds for a person.</summary>
[GenerateSerializer, Alias("networks.graph.unconnected-criterion")]
[JsonConverter(typeof(WordJsonConverter<UnconnectedCriterion>))]
public enum UnconnectedCriterion
{
    /// <summary>No current connection of the kinds counted.</summary>
    NoTies,

    /// <summary>No contact within the days asked about.</summary>
    NoContact,

    /// <summary>Few people are connected with her, however far one goes.</summary>
    SmallComponent,

    /// <summary>Nobody within the steps asked about is in a group that runs.</summary>
    NoGroupNearby,

    /// <summary>The score of social connection items that are missing is at least the one asked about.</summary>
    Isolation,

    /// <summary>Befriending has ended, and nobody else befriends her.</summary>
    BefriendingEnded,
}
