using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Grains.AreaRegisters;

/// <summary>The register's one row.</summary>
[GenerateSerializer, Immutable, Alias("networks.area-register-state")]
public sealed record AreaRegisterState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = SchemaNow;

    /// <summary>Ordered by code.</summary>
    [Id(1)] public ImmutableArray<PublishedArea> Areas { get; init; } = [];
}
