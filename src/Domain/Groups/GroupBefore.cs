using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Domain.Groups;

/// <summary>What a group's facts said before they were changed, as far as people's connections depend on them.</summary>
/// <param name="Until">The day on which something else was written down.</param>
/// <param name="Ward">Where it was.</param>
/// <param name="Kind">What it was.</param>
/// <param name="OpenedOn">Its first day.</param>
/// <param name="ClosedOn">The first day it would no longer run; null = none was known.</param>
[GenerateSerializer, Immutable, Alias("networks.group-before")]
public sealed record GroupBefore(
    [property: Id(0)] DateOnly Until,
    [property: Id(1)] WardCode Ward,
    [property: Id(2)] OfferKind Kind,
    [property: Id(3)] DateOnly? OpenedOn,
    [property: Id(4)] DateOnly? ClosedOn);
