using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Pathways;

/// <summary>What a resident's pathway has to know of a group she is a member of, which her own record does not say.</summary>
/// <param name="Group">The group.</param>
/// <param name="Kind">What it is.</param>
/// <param name="OpenedOn">First day it runs; null = always.</param>
/// <param name="ClosedOn">First day it no longer runs; its memberships end that day.</param>
[GenerateSerializer, Immutable, Alias("networks.pathway-group")]
public sealed record PathwayGroup(
    [property: Id(0)] GroupId Group,
    [property: Id(1)] OfferKind Kind,
    [property: Id(2)] DateOnly? OpenedOn,
    [property: Id(3)] DateOnly? ClosedOn)
{
    /// <summary>True if it runs on <paramref name="day"/>.</summary>
    public bool Runs(DateOnly day) => DateSpan.Holds(OpenedOn, ClosedOn, day);
}
