using System.Collections.Immutable;
using Networks.Matching.Fairness;
using Orleans;

namespace Networks.Matching.Policies;

/// <summary>Guarantees and quotas that every plan of a round keeps, all of one dimension, so that nobody counts in two of them.</summary>
/// <param name="Dimension">By what people are put into groups: ward, band or first language.</param>
/// <param name="Groups">The groups that are bound, each once; every other group is free.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.round-bounds")]
public sealed record RoundBounds(
    [property: Id(0)] FairnessDimension Dimension, [property: Id(1)] ImmutableArray<GroupBound> Groups);
