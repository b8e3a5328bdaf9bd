using System.Collections.Immutable;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Grains.Indicators;

/// <summary>Figures about an area.</summary>
/// <param name="Found">Those asked for, ordered by name and then by period.</param>
/// <param name="Known">Every name for which the area has a figure, in order.</param>
[GenerateSerializer, Immutable, Alias("networks.indicators-reading")]
public sealed record IndicatorsReading(
    [property: Id(0)] ImmutableArray<Indicator> Found, [property: Id(1)] ImmutableArray<string> Known);
