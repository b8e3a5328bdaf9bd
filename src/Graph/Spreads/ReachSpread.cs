using System.Collections.Immutable;
using Orleans;

namespace Networks.Graph.Spreads;

/// <summary>How near people are to a group, and how many people they reach, over ties of every kind.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.reach-spread")]
public sealed record ReachSpread
{
    /// <summary>People on the register.</summary>
    [Id(0)] public required int Residents { get; init; }

    /// <summary>Of those, people never asked and nothing recorded.</summary>
    [Id(1)] public required int NeverAsked { get; init; }

    /// <summary>
    /// People by ties walked to the nearest current member of a group that runs, 0 to 6; last those whom no such way of at most 6 ties
    /// leads to one. Every number stands once, also where it is nobody's.
    /// </summary>
    [Id(2)] public required ImmutableArray<HopCount> ToGroup { get; init; }

    /// <summary>People by how many others are within two ties of them, in bands; every band stands once.</summary>
    [Id(3)] public required ImmutableArray<ReachBandCount> WithinTwoTies { get; init; }

    /// <summary>As many people within two ties as at least half of the people have, at least; null if nobody is on the register.</summary>
    [Id(4)] public int? MedianWithinTwoTies { get; init; }

    [Id(5)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(6)] public required bool Complete { get; init; }
}

/// <summary>How many people are so many ties from a group.</summary>
/// <param name="Ties">Ties walked; null = no way of at most 6.</param>
/// <param name="Residents">People.</param>
/// <param name="NeverAsked">Of those, people never asked and nothing recorded.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.hop-count")]
public readonly record struct HopCount([property: Id(0)] int? Ties, [property: Id(1)] int Residents, [property: Id(2)] int NeverAsked);

/// <summary>How many people have so many others within two ties.</summary>
/// <param name="From">Fewest others.</param>
/// <param name="To">Most others; null = no limit.</param>
/// <param name="Residents">People.</param>
/// <param name="NeverAsked">Of those, people never asked and nothing recorded.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.reach-band-count")]
public readonly record struct ReachBandCount(
    [property: Id(0)] int From, [property: Id(1)] int? To, [property: Id(2)] int Residents, [property: Id(3)] int NeverAsked);
