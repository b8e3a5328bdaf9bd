using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Grains.WardRegisters;

/// <summary>The register's one row. It names no ward of its own at the top, so no index of entities by ward ever finds it.</summary>
[GenerateSerializer, Immutable, Alias("networks.ward-register-state")]
public sealed record WardRegisterState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = SchemaNow;

    [Id(1)] public AreaFacts Area { get; init; } = AreaFacts.Unnamed;

    /// <summary>Ordered by code.</summary>
    [Id(2)] public ImmutableArray<WardFacts> Wards { get; init; } = [];
}
