using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Grains.Simulations;
using Orleans;

namespace Networks.Grains.SimulationRegisters;

/// <summary>The register's one row.</summary>
[GenerateSerializer, Immutable, Alias("networks.simulation-register-state")]
public sealed record SimulationRegisterState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = SchemaNow;

    /// <summary>In the order in which they were started. A run stands here before its own row is stored, so it may name none.</summary>
    [Id(1)] public ImmutableArray<SimulationId> Runs { get; init; } = [];

    /// <summary>Those that are not over, in the order of their turns.</summary>
    [Id(2)] public ImmutableArray<SimulationId> Unfinished { get; init; } = [];
}
