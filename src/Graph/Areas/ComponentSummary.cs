using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Areas;

/// <summary>The question "into how many separate parts does the community fall".</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.component-query")]
public sealed record ComponentQuery
{
    /// <summary>Null = all. Given, only components with a resident of these wards are counted, each at its whole size.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>Kinds walked through; null = all; empty is a fault. Groups and volunteers connect, alters do not.</summary>
    [Id(1)] public ImmutableArray<ConnectionKind>? Through { get; init; }

    /// <summary>The day asked about; null = today in the area's time zone.</summary>
    [Id(2)] public DateOnly? AsOf { get; init; }
}

/// <summary>Components of the people on the register; sizes count residents.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.component-summary")]
public sealed record ComponentSummary
{
    [Id(0)] public required int Count { get; init; }

    [Id(1)] public required int Largest { get; init; }

    /// <summary>Components of one resident.</summary>
    [Id(2)] public required int Isolates { get; init; }

    /// <summary>How many components there are of each size, smallest size first.</summary>
    [Id(3)] public required ImmutableArray<ComponentSize> Sizes { get; init; }

    [Id(4)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(5)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused.</summary>
    [Id(6)] public string? Fault { get; init; }
}

/// <summary>How many components have this many residents.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.component-size")]
public readonly record struct ComponentSize([property: Id(0)] int Size, [property: Id(1)] int Count);
