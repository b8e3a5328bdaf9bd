using Networks.Domain.Commands;
using Orleans;

namespace Networks.Grains.Commands;

/// <summary>What a record answers to a command.</summary>
[GenerateSerializer, Immutable, Alias("networks.command-answer")]
public abstract record CommandAnswer
{
    private protected CommandAnswer()
    {
    }
}

/// <summary>Done, and durable.</summary>
/// <param name="Version">The record's version now; a replayed command answers the version of today, not of then.</param>
/// <param name="Number">The tie or match the command made or was about; null for other commands.</param>
/// <param name="GraphPending">
/// True if a ward, or the owner of a place given up, has not yet heard of it; both are told again until they have.
/// </param>
[GenerateSerializer, Immutable, Alias("networks.command-done")]
public sealed record CommandDone(
    [property: Id(0)] int Version, [property: Id(1)] int? Number, [property: Id(2)] bool GraphPending) : CommandAnswer;

/// <summary>Not done; nothing has changed.</summary>
/// <param name="Refusal">Why, and the way out.</param>
[GenerateSerializer, Immutable, Alias("networks.command-refused")]
public sealed record CommandRefused([property: Id(0)] Refusal Refusal) : CommandAnswer;
