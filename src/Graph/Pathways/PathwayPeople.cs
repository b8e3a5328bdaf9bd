using System.Collections.Immutable;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Pathways;

/// <summary>The question whose records say anything about the pathway.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.pathway-query")]
public sealed record PathwayQuery
{
    /// <summary>Null = all wards.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>Given, only these people are looked at, wherever they live.</summary>
    [Id(1)] public ImmutableArray<ResidentId>? People { get; init; }

    /// <summary>The picture that the asker has seen; the answer says so if it is still the one, and names nobody.</summary>
    [Id(2)] public ListedStamp? Seen { get; init; }
}

/// <summary>
/// Everybody who was referred, seeks something or was ever matched, past residents included: by ward code, then reference.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.pathway-people")]
public sealed record PathwayPeople
{
    /// <summary>Empty if <see cref="IsUnchanged"/>.</summary>
    [Id(0)] public ImmutableArray<PathwayPerson> People { get; init; } = [];

    /// <summary>The groups that any of them is or was a member of.</summary>
    [Id(1)] public ImmutableArray<PathwayGroup> Groups { get; init; } = [];

    /// <summary>The picture it was taken from.</summary>
    [Id(2)] public ListedStamp? Stamp { get; init; }

    /// <summary>True if nothing has changed since the picture the asker had seen.</summary>
    [Id(3)] public bool IsUnchanged { get; init; }

    /// <summary>False while some ward has not told what it holds, so that people may be missing.</summary>
    [Id(4)] public bool Complete { get; init; } = true;
}

/// <summary>Somebody whose record says something about the pathway.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Ward">Where she lives.</param>
/// <param name="Version">The version of her record that her ward knows.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.pathway-person")]
public readonly record struct PathwayPerson(
    [property: Id(0)] ResidentId Resident, [property: Id(1)] WardCode Ward, [property: Id(2)] int Version);
