using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Groups;

/// <summary>A resident's membership of a group as she owns it; the group owns the place it takes.</summary>
[GenerateSerializer, Immutable, Alias("networks.membership")]
public sealed record Membership
{
    [Id(0)] public required GroupId Group { get; init; }

    [Id(1)] public DateOnly? Since { get; init; }

    /// <summary>First day it no longer holds.</summary>
    [Id(2)] public DateOnly? EndedOn { get; init; }

    /// <summary>The proposal it came from; null if imported or joined by hand.</summary>
    [Id(3)] public ProposalId? Proposal { get; init; }

    /// <summary>What she does in the group; null = member.</summary>
    [Id(4)] public MembershipRole? Role { get; init; }

    /// <summary>The day it was written down; null = on the day her record was made, or not known.</summary>
    [Id(5)] public DateOnly? RecordedOn { get; init; }

    /// <summary>What it said of its end before, oldest first; at most one a day.</summary>
    [Id(6)] public ImmutableArray<EdgeBefore> Earlier { get; init; } = [];

    /// <summary>
    /// The membership as it is told once it is known when its group closed: a group's closing ends its memberships that day (rule C1), and
    /// her record, which cannot know, need not say so.
    /// </summary>
    public Membership Within(DateOnly? closedOn) => closedOn is { } closed && !(EndedOn <= closed)
        ? this with { EndedOn = Since > closed ? Since : closed }
        : this;

    /// <summary>True if it holds on <paramref name="day"/>; the group must run as well (<see cref="Within"/>).</summary>
    public bool Holds(DateOnly day) => DateSpan.Holds(Since, EndedOn, day);
}
