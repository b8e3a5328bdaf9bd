using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Matches;

/// <summary>The question "where is there a free place".</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.open-places-query")]
public sealed record OpenPlacesQuery
{
    /// <summary>A resident; adds distances and orders by them.</summary>
    [Id(0)] public ResidentId? Near { get; init; }

    /// <summary>Null = all wards.</summary>
    [Id(1)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>Only with <see cref="Near"/>; offers without any known point are then left out.</summary>
    [Id(2)] public Metres? Within { get; init; }

    /// <summary>Keeps offers that share at least one; null = all.</summary>
    [Id(3)] public ImmutableArray<string>? Interests { get; init; }

    /// <summary>Null = all kinds.</summary>
    [Id(4)] public ImmutableArray<OfferKind>? Kinds { get; init; }

    /// <summary>Forward only; null First = 50.</summary>
    [Id(5)] public Page Page { get; init; } = new();

    /// <summary>Gives every offer on one page: for matching rounds, which freeze them all.</summary>
    [Id(6)] public bool All { get; init; }
}

/// <summary>One page of offers with a free place.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.open-places-answer")]
public sealed record OpenPlacesAnswer
{
    [Id(0)] public required ImmutableArray<OpenPlace> Places { get; init; }

    [Id(1)] public required int TotalCount { get; init; }

    [Id(2)] public required bool HasNextPage { get; init; }

    [Id(3)] public required bool HasPreviousPage { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(4)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused.</summary>
    [Id(5)] public string? Fault { get; init; }
}

/// <summary>
/// A volunteer or a group with a free place for one kind; a volunteer of two roles appears once for each. Exactly one of
/// <see cref="Volunteer"/> and <see cref="Group"/> is set.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.open-place")]
public sealed record OpenPlace
{
    [Id(0)] public VolunteerId? Volunteer { get; init; }

    [Id(1)] public GroupId? Group { get; init; }

    [Id(2)] public required WardCode Ward { get; init; }

    [Id(3)] public required OfferKind Kind { get; init; }

    /// <summary>Free places; null = no limit.</summary>
    [Id(4)] public int? Free { get; init; }

    /// <summary>Great circle from the resident's home; where a point is unknown, the ward's point. Null without either.</summary>
    [Id(5)] public Metres? Distance { get; init; }

    /// <summary>True if the distance was taken from a ward's point at either end.</summary>
    [Id(6)] public bool DistanceIsRough { get; init; }

    [Id(7)] public required string Cursor { get; init; }
}
