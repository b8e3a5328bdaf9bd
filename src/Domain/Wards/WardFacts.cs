using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Wards;

/// <summary>A ward as published. Its code is kept with its period: wards change every year.</summary>
[GenerateSerializer, Immutable, Alias("networks.ward-facts")]
public sealed record WardFacts
{
    [Id(0)] public required WardCode Code { get; init; }

    [Id(1)] public required string Name { get; init; }

    /// <summary>Published count of people living here; never a denominator for people on the register.</summary>
    [Id(2)] public int? Population { get; init; }

    /// <summary>What the count describes, e.g. "Census 2021".</summary>
    [Id(3)] public string? PopulationPeriod { get; init; }

    /// <summary>A point inside the ward, used where a person's own is unknown.</summary>
    [Id(4)] public GeoPoint? Point { get; init; }

    [Id(5)] public string? Authority { get; init; }

    /// <summary>The town or neighbourhood partnership it belongs to, between council and ward.</summary>
    [Id(6)] public string? Place { get; init; }
}
