using Networks.Domain.Commands;
using Orleans;

namespace Networks.Grains.Commands;

/// <summary>
/// A command that was done, kept in the record it changed and written together with that change. The same id with the same input is
/// answered from here; with another input it is refused. Refused commands are not kept: they changed nothing, so asking again is safe.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.stored-answer")]
public sealed record StoredAnswer
{
    /// <summary>How long a retry is recognised, in days.</summary>
    public const int DaysKept = 30;

    /// <summary>How many a record keeps; the oldest go first.</summary>
    public const int CountMax = 500;

    [Id(0)] public required CommandId Command { get; init; }

    /// <summary>What the command said (<see cref="CommandDigest"/>).</summary>
    [Id(1)] public required string Digest { get; init; }

    [Id(2)] public required DateOnly On { get; init; }

    /// <summary>The tie or match it made or was about.</summary>
    [Id(3)] public int? Number { get; init; }
}
