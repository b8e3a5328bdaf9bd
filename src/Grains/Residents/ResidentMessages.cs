using Networks.Domain.Residents;
using Orleans;

namespace Networks.Grains.Residents;

/// <summary>A resident's record as read.</summary>
/// <param name="Resident">The record.</param>
/// <param name="Version">Its storage version, from 1; give it back as a command's expected version.</param>
[GenerateSerializer, Immutable, Alias("networks.resident-reading")]
public sealed record ResidentReading([property: Id(0)] Resident Resident, [property: Id(1)] int Version);
