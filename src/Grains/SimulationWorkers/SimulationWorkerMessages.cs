using Orleans;

namespace Networks.Grains.SimulationWorkers;

/// <summary>Which replication of which arm.</summary>
/// <param name="Replication">Its number, from 0.</param>
/// <param name="Arm">The arm's number; 0 is the baseline.</param>
[GenerateSerializer, Immutable, Alias("networks.run-order")]
public sealed record RunOrder([property: Id(0)] int Replication, [property: Id(1)] int Arm);
