using System.Text.Json.Serialization;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Grains.Residents;

/// <summary>A contact card's row.</summary>
[GenerateSerializer, Immutable, Alias("networks.contact-card-state")]
public sealed record ContactCardState
{
    /// <summary>The shape of this row.</summary>
    [Id(0), JsonPropertyOrder(-3)] public int Schema { get; init; } = 1;

    /// <summary>Whose card it is.</summary>
    [Id(1), JsonPropertyOrder(-2)] public ResidentId Id { get; init; }

    /// <summary>Null once forgotten.</summary>
    [Id(2)] public ContactCard? Card { get; init; }
}
