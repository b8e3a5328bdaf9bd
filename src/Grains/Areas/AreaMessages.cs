using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Grains.Areas;

/// <summary>Connections of the residents asked for, by reference.</summary>
[GenerateSerializer, Immutable, Alias("networks.connections-answer")]
public sealed record ConnectionsAnswer
{
    [Id(0)] public required ImmutableDictionary<ResidentId, ResidentConnections> Residents { get; init; }

    [Id(1)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(2)] public required bool Complete { get; init; }
}

/// <summary>What a comparison of live answers with the rows found; no differences means all is well.</summary>
[GenerateSerializer, Immutable, Alias("networks.check-report")]
public sealed record CheckReport
{
    /// <summary>Rows compared.</summary>
    [Id(0)] public required int Rows { get; init; }

    /// <summary>Wards compared.</summary>
    [Id(1)] public required int Wards { get; init; }

    /// <summary>The first differences, at most <see cref="DifferencesMax"/>.</summary>
    [Id(2)] public required ImmutableArray<CheckDifference> Differences { get; init; }

    /// <summary>All differences found, also those not listed.</summary>
    [Id(3)] public required int DifferenceCount { get; init; }

    /// <summary>How many differences a report lists.</summary>
    public const int DifferencesMax = 1000;
}

/// <summary>One difference, in words for the person who runs the check.</summary>
/// <param name="Row">Which row: "resident R1", "volunteer V3".</param>
/// <param name="What">What differs: "ward E05001 answers version 3, the row has 4".</param>
[GenerateSerializer, Immutable, Alias("networks.check-difference")]
public sealed record CheckDifference([property: Id(0)] string Row, [property: Id(1)] string What);
