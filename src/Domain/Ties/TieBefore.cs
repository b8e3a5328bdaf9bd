using System.Collections.Immutable;
using Orleans;

namespace Networks.Domain.Ties;

/// <summary>What a tie's row said before it was changed: everything that can change, as it was known before <see cref="Until"/>.</summary>
[GenerateSerializer, Immutable, Alias("networks.tie-before")]
public sealed record TieBefore
{
    /// <summary>The day on which something else was written down.</summary>
    [Id(0)] public required DateOnly Until { get; init; }

    [Id(1)] public int? Circle { get; init; }

    [Id(2)] public ContactFrequency? Frequency { get; init; }

    [Id(3)] public DateOnly? LastContact { get; init; }

    [Id(4)] public DateOnly? EndedOn { get; init; }

    [Id(5)] public ImmutableArray<SupportKind> Support { get; init; } = [];
}
