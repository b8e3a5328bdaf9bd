using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Matches;
using Orleans;

namespace Networks.Grains.RoundRegisters;

/// <summary>The register's one row.</summary>
[GenerateSerializer, Immutable, Alias("networks.round-register-state")]
public sealed record RoundRegisterState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = SchemaNow;

    /// <summary>In the order in which they were opened. A name stands here before its round is stored, so it may name none.</summary>
    [Id(1)] public ImmutableArray<RoundName> Rounds { get; init; } = [];
}
