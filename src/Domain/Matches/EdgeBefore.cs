using Orleans;

namespace Networks.Domain.Matches;

/// <summary>What the row of a membership or a match said of its end before that was changed.</summary>
/// <param name="Until">The day on which something else was written down.</param>
/// <param name="EndedOn">First day it no longer holds, as known before; null = no end was known.</param>
/// <param name="LastContact">A match's last contact, as known before.</param>
[GenerateSerializer, Immutable, Alias("networks.edge-before")]
public sealed record EdgeBefore(
    [property: Id(0)] DateOnly Until, [property: Id(1)] DateOnly? EndedOn, [property: Id(2)] DateOnly? LastContact);
