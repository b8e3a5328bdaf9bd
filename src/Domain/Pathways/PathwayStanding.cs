using Networks.Domain.Groups;
using Orleans;

namespace Networks.Domain.Pathways;

/// <summary>Where somebody stands on the pathway on a day.</summary>
/// <param name="Stage">The furthest she has come this time.</param>
/// <param name="Since">The day she came there.</param>
/// <param name="DueOn">The last day on which nobody need ask why she is still there; null = she may stay as long as she likes.</param>
/// <param name="Match">Number of the match it is about; null if none.</param>
/// <param name="Group">The group it is about; null if none.</param>
[GenerateSerializer, Immutable, Alias("networks.pathway-standing")]
public sealed record PathwayStanding(
    [property: Id(0)] PathwayStage Stage,
    [property: Id(1)] DateOnly Since,
    [property: Id(2)] DateOnly? DueOn,
    [property: Id(3)] int? Match = null,
    [property: Id(4)] GroupId? Group = null)
{
    /// <summary>True if she has stood there longer than the stage should take.</summary>
    public bool IsStalled(DateOnly day) => DueOn < day;
}
