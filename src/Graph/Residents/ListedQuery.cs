using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>The question "who is on this list today", for those who only follow who comes and goes.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.listed-query")]
public sealed record ListedQuery
{
    [Id(0)] public UnconnectedRule Rule { get; init; } = UnconnectedRule.Default;

    /// <summary>Null = all wards.</summary>
    [Id(1)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>The picture that the asker has seen; the answer says so if it is still the one, and names nobody.</summary>
    [Id(2)] public ListedStamp? Seen { get; init; }

    /// <summary>
    /// Given, the list is of those whose befriending ended in the last so many days and who have no other, and the rule is not looked at.
    /// </summary>
    [Id(3)] public int? BefriendingEndedDays { get; init; }

    /// <summary>True if nobody waits for the answer, so that it must not hold up those who wait for others.</summary>
    [Id(4)] public bool IsUnhurried { get; init; }
}

/// <summary>Which picture an answer was taken from: it changes with every change and with the day.</summary>
/// <param name="Board">The silo's board it stood on.</param>
/// <param name="Change">The picture's number on that board.</param>
/// <param name="Day">The day it was asked about.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.listed-stamp")]
public sealed record ListedStamp([property: Id(0)] string Board, [property: Id(1)] long Change, [property: Id(2)] DateOnly Day);

/// <summary>Everybody on the list, by ward code, then reference.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.listed-answer")]
public sealed record ListedAnswer
{
    /// <summary>Empty if <see cref="IsUnchanged"/>.</summary>
    [Id(0)] public ImmutableArray<ResidentId> People { get; init; } = [];

    [Id(1)] public required ListedStamp Stamp { get; init; }

    /// <summary>True if nothing has changed since the picture the asker had seen.</summary>
    [Id(2)] public bool IsUnchanged { get; init; }

    /// <summary>False while some ward has not told what it holds, so that people may be missing.</summary>
    [Id(3)] public bool Complete { get; init; } = true;
}
