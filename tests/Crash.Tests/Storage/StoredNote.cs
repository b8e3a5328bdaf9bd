using Orleans;

namespace Networks.Crash.Tests.Storage;

/// <summary>What the victim stores: whose it is, and which write of its key this was.</summary>
[GenerateSerializer, Immutable, Alias("networks.crash-tests.stored-note")]
public sealed record StoredNote
{
    [Id(0)] public int Schema { get; init; } = 1;

    [Id(1)] public string? Id { get; init; }

    [Id(2)] public string? Ward { get; init; }

    /// <summary>The n-th write of this key, over all victims.</summary>
    [Id(3)] public int Write { get; init; }

    /// <summary>Makes rows of different lengths, over one page and over many.</summary>
    [Id(4)] public string? Filling { get; init; }
}
