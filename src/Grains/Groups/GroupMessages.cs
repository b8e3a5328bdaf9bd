using Networks.Domain.Groups;
using Orleans;

namespace Networks.Grains.Groups;

/// <summary>
/// A group's record as read. Holds that have expired by now are still in it until the next write; they count for nothing.
/// </summary>
/// <param name="Group">The record.</param>
/// <param name="Version">Its storage version, from 1; give it back as a command's expected version.</param>
[GenerateSerializer, Immutable, Alias("networks.group-reading")]
public sealed record GroupReading([property: Id(0)] Group Group, [property: Id(1)] int Version);
