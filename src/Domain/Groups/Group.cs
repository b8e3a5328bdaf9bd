using System.Collections.Immutable;
using Networks.Domain.Matches;
using Orleans;

namespace Networks.Domain.Groups;

/// <summary>Everything a group's grain owns: facts, and the places that only it may give.</summary>
[GenerateSerializer, Immutable, Alias("networks.group")]
public sealed record Group
{
    [Id(0)] public required GroupId Id { get; init; }

    [Id(1)] public required GroupFacts Facts { get; init; }

    [Id(2)] public required Places Places { get; init; }

    /// <summary>The day its record was first made here; null = not known.</summary>
    [Id(3)] public DateOnly? RecordedOn { get; init; }

    /// <summary>What its facts said before, oldest first; at most one a day.</summary>
    [Id(4)] public ImmutableArray<GroupBefore> Earlier { get; init; } = [];
}
