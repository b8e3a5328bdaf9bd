using Networks.Domain.Volunteers;
using Orleans;

namespace Networks.Grains.Volunteers;

/// <summary>
/// A volunteer's record as read. Holds that have expired by now are still in it until the next write; they count for nothing.
/// </summary>
/// <param name="Volunteer">The record.</param>
/// <param name="Version">Its storage version, from 1; give it back as a command's expected version.</param>
[GenerateSerializer, Immutable, Alias("networks.volunteer-reading")]
public sealed record VolunteerReading([property: Id(0)] Volunteer Volunteer, [property: Id(1)] int Version);
