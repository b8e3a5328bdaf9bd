using System.Collections.Immutable;
using Networks.Domain.Wards;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.Indicators;

/// <summary>
/// The published figures about one ward, LSOA or other area. One row for each area, so that rows stay small; written by imports only.
/// Key: <c>i:</c> and the area's code.
/// </summary>
[Alias("networks.indicators-grain")]
public interface IIndicatorsGrain : IGrainWithStringKey
{
    /// <summary>
    /// The figures of these names, all of them if the list is empty, and every name known here. Ordered by name, then by period.
    /// </summary>
    [AlwaysInterleave, Alias("of")]
    Task<IndicatorsReading> Of(ImmutableArray<string> names);

    /// <summary>
    /// Adds figures and renews those of the same name and period; others stay. Answers how many changed; none means nothing was written.
    /// </summary>
    /// <exception cref="ArgumentException">A figure is about another area.</exception>
    [Alias("adopt")]
    Task<int> Adopt(ImmutableArray<Indicator> indicators);
}
