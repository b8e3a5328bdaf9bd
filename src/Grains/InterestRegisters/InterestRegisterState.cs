using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Interests;
using Orleans;

namespace Networks.Grains.InterestRegisters;

/// <summary>The list's one row.</summary>
[GenerateSerializer, Immutable, Alias("networks.interest-register-state")]
public sealed record InterestRegisterState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = SchemaNow;

    /// <summary>Ordered by word.</summary>
    [Id(1)] public ImmutableArray<Interest> Interests { get; init; } = [];
}
