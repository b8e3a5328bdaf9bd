using Orleans;

namespace Networks.Domain.Interests;

/// <summary>An interest on the area's own list. The list is open: a word that is not on it is kept and matched as it is written.</summary>
[GenerateSerializer, Immutable, Alias("networks.interest")]
public sealed record Interest
{
    /// <summary>The word that records carry, such as "gardening".</summary>
    [Id(0)] public required string Word { get; init; }

    /// <summary>What people read, such as "Gardening and allotments".</summary>
    [Id(1)] public string? Label { get; init; }
}
