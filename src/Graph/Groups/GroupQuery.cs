using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Groups;

/// <summary>The question "which groups that run". Every filter given must hold; null = does not matter; an empty list is a fault.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.group-query")]
public sealed record GroupQuery
{
    /// <summary>Largest number of days of <see cref="StaleSinceDays"/>.</summary>
    public const int DaysMax = 3650;

    /// <summary>Null = all wards.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    [Id(1)] public ImmutableArray<OfferKind>? Kinds { get; init; }

    /// <summary>Keeps groups that share at least one, whatever its letters' case.</summary>
    [Id(2)] public ImmutableArray<string>? Interests { get; init; }

    /// <summary>Keeps groups with a free place or without a limit, or all others.</summary>
    [Id(3)] public bool? HasFreePlace { get; init; }

    /// <summary>Keeps groups whose record nobody has made sure of in the last N days (0 to 3650): longer ago, or never.</summary>
    [Id(4)] public int? StaleSinceDays { get; init; }

    [Id(5)] public Page Page { get; init; } = new();
}

/// <summary>One page of groups by ward and reference, with the count of the whole list.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.group-answer")]
public sealed record GroupAnswer
{
    [Id(0)] public required ImmutableArray<ListedGroup> Groups { get; init; }

    [Id(1)] public required int TotalCount { get; init; }

    [Id(2)] public required bool HasNextPage { get; init; }

    [Id(3)] public required bool HasPreviousPage { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(4)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused.</summary>
    [Id(5)] public string? Fault { get; init; }
}

/// <summary>One group of a list and the cursor after which the next one follows.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.listed-group")]
public sealed record ListedGroup([property: Id(0)] GroupId Group, [property: Id(1)] string Cursor);
