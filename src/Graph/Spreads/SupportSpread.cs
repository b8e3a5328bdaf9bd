using System.Collections.Immutable;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Spreads;

/// <summary>The question on how many the support of each person rests, with a page of those with whom it is one.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.support-query")]
public sealed record SupportQuery
{
    [Id(0)] public SpreadQuery Of { get; init; } = new();

    [Id(1)] public Page Page { get; init; } = new();
}

/// <summary>
/// On how many different people, groups and befrienders each person's recorded support rests, and with whom it is one: one loss away from
/// none.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.support-spread")]
public sealed record SupportSpread
{
    /// <summary>People on the register.</summary>
    [Id(0)] public required int Residents { get; init; }

    /// <summary>Of those, people never asked and nothing recorded.</summary>
    [Id(1)] public required int NeverAsked { get; init; }

    /// <summary>For each number of supports that somebody has, how many people have it; the smallest number first.</summary>
    [Id(2)] public required ImmutableArray<SpreadCount> Counts { get; init; }

    /// <summary>One page of those with exactly one support, by ward code, then reference.</summary>
    [Id(3)] public required ImmutableArray<OneSupport> OnOne { get; init; }

    /// <summary>How many they are in all.</summary>
    [Id(4)] public required int OnOneCount { get; init; }

    [Id(5)] public required bool HasNextPage { get; init; }

    [Id(6)] public required bool HasPreviousPage { get; init; }

    [Id(7)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(8)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused; its first word names the argument.</summary>
    [Id(9)] public string? Fault { get; init; }

    internal static SupportSpread Refused(DateOnly asOf, string fault) => new()
    {
        Residents = 0, NeverAsked = 0, Counts = [], OnOne = [], OnOneCount = 0, HasNextPage = false, HasPreviousPage = false, AsOf = asOf,
        Complete = true, Fault = fault,
    };
}

/// <summary>Somebody whose recorded support rests on one person, group or befriender.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.one-support")]
public sealed record OneSupport
{
    [Id(0)] public required KnownResident Resident { get; init; }

    /// <summary>What the one is.</summary>
    [Id(1)] public required ConnectionKind Kind { get; init; }

    [Id(2)] public required EvidenceBasis Basis { get; init; }

    /// <summary>"rests on one person, a neighbour": what is recorded, never a label of the person.</summary>
    [Id(3)] public required string Sentence { get; init; }

    /// <summary>Where the next page begins.</summary>
    [Id(4)] public required string Cursor { get; init; }
}
