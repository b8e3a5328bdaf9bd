using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Paths;

/// <summary>
/// The question "through whom could she be introduced". Exactly one of <see cref="Group"/>, <see cref="Volunteer"/> and
/// <see cref="AnyGroup"/> is set.
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

    /// <summary>The day asked about; null = today in the area's time zone. Places are free as of now.</summary>
    [Id(5)] public DateOnly? AsOf { get; init; }

    /// <summary>To any group that runs, has a place free and of which she is no member.</summary>
    [Id(6)] public bool AnyGroup { get; init; }

    /// <summary>With <see cref="AnyGroup"/>: groups it shall not lead to, because they do not fit her; null = none.</summary>
    [Id(7)] public ImmutableArray<GroupId>? Without { get; init; }
}

/// <summary>
/// The best paths: fewest ties first; then, tie by tie from her, the stronger tie, whoever was asked less often in the last year, the later
/// last contact (not known last) and the lower reference.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.path-answer")]
public sealed record PathAnswer
{
    [Id(0)] public required ImmutableArray<IntroductionPath> Paths { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(1)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused.</summary>
    [Id(2)] public string? Fault { get; init; }

    /// <summary>Whether there is a way, and if not, why not.</summary>
    [Id(3)] public PathOutcome Outcome { get; init; } = PathOutcome.NotWithinHops;

    /// <summary>True if the search ended at the limit of its work: the paths given are the best, but there may be more.</summary>
    [Id(4)] public bool IsBounded { get; init; }

    /// <summary>The day asked about.</summary>
    [Id(5)] public required DateOnly AsOf { get; init; }
}

/// <summary>A way to the end.</summary>
/// <param name="People">The people met, in order: the last one is in the group, is matched with the volunteer or is the volunteer.</param>
/// <param name="Ties">The tie over which each of them is met.</param>
/// <param name="Group">Where it leads, if any group was asked for.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.introduction-path")]
public sealed record IntroductionPath(
    [property: Id(0)] ImmutableArray<ResidentId> People,
    [property: Id(1)] ImmutableArray<IntroductionTie> Ties,
    [property: Id(2)] GroupId? Group)
{
    /// <summary>Ties walked.</summary>
    public int Hops => People.Length;
}

/// <summary>What ranks one tie of a path among others.</summary>
/// <param name="Strength">0 to 9 points: for contact at most 4, for circle 3, for kind 2.</param>
/// <param name="LastContact">The latest contact of the two; null = none recorded.</param>
/// <param name="Asked">How often the person met was asked to introduce somebody in the year before.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.introduction-tie")]
public sealed record IntroductionTie(
    [property: Id(0)] int Strength, [property: Id(1)] DateOnly? LastContact, [property: Id(2)] int Asked);
