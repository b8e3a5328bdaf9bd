using System.Collections.Immutable;
using Orleans;

namespace Networks.Silo.Tests.Storage;

/// <summary>A small state for tests of storage.</summary>
[GenerateSerializer, Immutable, Alias("networks.tests.note")]
public sealed record Note
{
    [Id(0)] public int Schema { get; init; } = 1;

    [Id(1)] public string? Id { get; init; }

    [Id(2)] public string? Ward { get; init; }

    [Id(3)] public string? Text { get; init; }

    [Id(4)] public ImmutableArray<int> Numbers { get; init; } = [];
}
