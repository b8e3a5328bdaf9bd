using System.Collections.Immutable;
using Networks.Grains.Simulations;
using Orleans;

namespace Networks.Grains.SimulationRegisters;

/// <summary>Runs of scenarios.</summary>
/// <param name="Runs">All, in the order in which they were started.</param>
/// <param name="Unfinished">Those that are not over, in the order of their turns: the first one runs.</param>
[GenerateSerializer, Immutable, Alias("networks.simulation-list")]
public sealed record SimulationList(
    [property: Id(0)] ImmutableArray<SimulationId> Runs, [property: Id(1)] ImmutableArray<SimulationId> Unfinished);
