using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Orleans;

namespace Networks.Grains.Residents;

/// <summary>A resident's record as read.</summary>
/// <param name="Resident">The record.</param>
/// <param name="Version">Its storage version, from 1; give it back as a command's expected version.</param>
[GenerateSerializer, Immutable, Alias("networks.resident-reading")]
public sealed record ResidentReading([property: Id(0)] Resident Resident, [property: Id(1)] int Version);

/// <summary>What came of a command, and the record right after it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Reading">The record as it is now; null if the command was refused, or nobody is registered any more.</param>
[GenerateSerializer, Immutable, Alias("networks.resident-answer")]
public sealed record ResidentAnswer([property: Id(0)] CommandAnswer Answer, [property: Id(1)] ResidentReading? Reading);
