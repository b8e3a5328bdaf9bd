using Orleans;

namespace Networks.Domain.Wards;

/// <summary>A published figure about an area. Area, name and period identify it.</summary>
[GenerateSerializer, Immutable, Alias("networks.indicator")]
public sealed record Indicator
{
    /// <summary>Code of the ward or LSOA it is about.</summary>
    [Id(0)] public required AreaCode Area { get; init; }

    [Id(1)] public required string Name { get; init; }

    [Id(2)] public required double Value { get; init; }

    /// <summary>What time it describes, as published, such as 2021 or 2024-25.</summary>
    [Id(3)] public string? Period { get; init; }

    [Id(4)] public string? Source { get; init; }

    [Id(5)] public double? Numerator { get; init; }

    [Id(6)] public double? Denominator { get; init; }

    [Id(7)] public Polarity? Polarity { get; init; }
}
