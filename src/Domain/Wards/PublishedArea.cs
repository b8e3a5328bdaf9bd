using Orleans;

namespace Networks.Domain.Wards;

/// <summary>An area as published: a system, council, place, ward or LSOA, and the area it lies in.</summary>
[GenerateSerializer, Immutable, Alias("networks.published-area")]
public sealed record PublishedArea
{
    [Id(0)] public required AreaCode Code { get; init; }

    [Id(1)] public required string Name { get; init; }

    [Id(2)] public AreaLevel? Level { get; init; }

    /// <summary>The next larger area; null for the largest, or where nobody said.</summary>
    [Id(3)] public AreaCode? Parent { get; init; }

    /// <summary>Published count of households; never a denominator for people on the register.</summary>
    [Id(4)] public int? Households { get; init; }
}
