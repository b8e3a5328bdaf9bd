using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Grains.Indicators;

/// <summary>The row of one area's figures.</summary>
[GenerateSerializer, Immutable, Alias("networks.indicators-state")]
public sealed record IndicatorsState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-2)] public int Schema { get; init; } = SchemaNow;

    /// <summary>Which area the figures are about.</summary>
    [Id(1), JsonPropertyOrder(-1)] public AreaCode Id { get; init; }

    /// <summary>Ordered by name, then by period.</summary>
    [Id(2)] public ImmutableArray<Indicator> Indicators { get; init; } = [];

    /// <summary>The order of names and periods, as UTF-8 bytes.</summary>
    internal static IComparer<(string Name, string Period)> Order { get; } = Comparer<(string Name, string Period)>.Create(
        static (left, right) => References.Compare(left.Name, right.Name) is var byName and not 0
            ? byName
            : References.Compare(left.Period, right.Period));
}
