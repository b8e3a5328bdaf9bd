using Orleans;

namespace Networks.Domain.Matches;

/// <summary>A step that was reached. Kind and day identify it among a match's.</summary>
[GenerateSerializer, Immutable, Alias("networks.milestone")]
public sealed record Milestone([property: Id(0)] MilestoneKind Kind, [property: Id(1)] DateOnly On);
