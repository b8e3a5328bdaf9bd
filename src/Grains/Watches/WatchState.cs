using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;

namespace Networks.Grains.Watches;

/// <summary>A watch's one row.</summary>
[GenerateSerializer, Immutable, Alias("networks.watch-state")]
public sealed record WatchState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = SchemaNow;

    [Id(1)] public required WatchQuestion Question { get; init; }

    /// <summary>Everybody on the list when it was last looked at, by ward code, then reference.</summary>
    [Id(2)] public ImmutableArray<WatchedPerson> Listed { get; init; } = [];

    /// <summary>Number of the latest event; numbers are never used again.</summary>
    [Id(3)] public long Last { get; init; }

    /// <summary>The day somebody last read it.</summary>
    [Id(4)] public required DateOnly ReadOn { get; init; }
}
