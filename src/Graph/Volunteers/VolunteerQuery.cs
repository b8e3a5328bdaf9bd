using System.Collections.Immutable;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Volunteers;

/// <summary>
/// The question "which active volunteers". Every filter given must hold; null = does not matter; an empty list is a fault.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.volunteer-query")]
public sealed record VolunteerQuery
{
    /// <summary>Null = all wards.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>Keeps volunteers of at least one of these roles.</summary>
    [Id(1)] public ImmutableArray<VolunteerRole>? Roles { get; init; }

    /// <summary>Keeps volunteers who speak at least one of these, by tag or English name.</summary>
    [Id(2)] public ImmutableArray<string>? Languages { get; init; }

    /// <summary>Keeps volunteers with a free place in a role that has places, or all others.</summary>
    [Id(3)] public bool? HasFreePlace { get; init; }

    [Id(4)] public Page Page { get; init; } = new();
}

/// <summary>One page of volunteers by ward and reference, with the count of the whole list.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.volunteer-answer")]
public sealed record VolunteerAnswer
{
    [Id(0)] public required ImmutableArray<ListedVolunteer> Volunteers { get; init; }

    [Id(1)] public required int TotalCount { get; init; }

    [Id(2)] public required bool HasNextPage { get; init; }

    [Id(3)] public required bool HasPreviousPage { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(4)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused.</summary>
    [Id(5)] public string? Fault { get; init; }
}

/// <summary>One volunteer of a list and the cursor after which the next one follows.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.listed-volunteer")]
public sealed record ListedVolunteer([property: Id(0)] VolunteerId Volunteer, [property: Id(1)] string Cursor);
