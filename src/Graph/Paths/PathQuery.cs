using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Paths;

/// <summary>
/// The question "through whom could she be introduced". Exactly one of <see cref="Group"/> and <see cref="Volunteer"/> is set.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.path-query")]
public sealed record PathQuery
{
    /// <summary>Largest number of ties walked.</summary>
    public const int HopsMost = UnconnectedRule.HopsMax;

    /// <summary>Most paths given.</summary>
    public const int PathsMax = 100;

    /// <summary>Who would be introduced.</summary>
    [Id(0)] public required ResidentId From { get; init; }

    [Id(1)] public GroupId? Group { get; init; }

    [Id(2)] public VolunteerId? Volunteer { get; init; }

    /// <summary>Most ties walked, 0 to 6; the step into the group or to the volunteer is not counted.</summary>
    [Id(3)] public int HopsMax { get; init; } = 3;

    /// <summary>How many paths, 0 to 100.</summary>
    [Id(4)] public int First { get; init; } = 3;

    /// <summary>The day asked about; null = today in the area's time zone.</summary>
    [Id(5)] public DateOnly? AsOf { get; init; }
}

/// <summary>
/// The best paths: fewest ties first; then, tie by tie from her, the later last contact (not known last) and then the lower reference.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.path-answer")]
public sealed record PathAnswer
{
    [Id(0)] public required ImmutableArray<IntroductionPath> Paths { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(1)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused.</summary>
    [Id(2)] public string? Fault { get; init; }
}

/// <summary>The people met on the way, in order: the last one is in the group, is matched with the volunteer or is the volunteer.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.introduction-path")]
public sealed record IntroductionPath([property: Id(0)] ImmutableArray<ResidentId> People)
{
    /// <summary>Ties walked.</summary>
    public int Hops => People.Length;
}
