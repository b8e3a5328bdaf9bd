using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Matches;

/// <summary>How matches end; they begin in a matching round.</summary>
[MutationType]
public static class MatchMutations
{
    /// <summary>A match no longer holds, and the volunteer's place is free again.</summary>
    /// <param name="input">Which match, from when and why.</param>
    public static Task<MatchPayload> EndMatchAsync(
        EndMatchInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => EndMatchOnceAsync(input, grains, cancellationToken), cancellationToken);

    private static async Task<MatchPayload> EndMatchOnceAsync(EndMatchInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (EntityIds.Match(input.Match) is not { } match)
        {
            return MatchPayload.Refused(new InvalidValueError("match is no match's id; give the id that a match shows.", ["match"]));
        }

        var command = new EndMatch
        {
            CommandId = CommandIds.Of(input.CommandId),
            Match = match.Number,
            On = input.On,
            Ending = input.Ending
        };
        var deed = await ResidentDeeds.DoAsync(grains, match.Resident, command, "match", cancellationToken);
        return deed.Error is { } error ? MatchPayload.Refused(error)
            : Done(deed.Reading!, match.Number);
    }

    private static MatchPayload Done(ResidentReading reading, int number) =>
        new() { Match = new MatchType(reading, reading.Resident.Matches.Single(known => known.Number == number)) };
}

/// <summary>Which match no longer holds.</summary>
public sealed record EndMatchInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The match's id.</summary>
    [GraphQLType("ID!")]
    public required string Match { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why it ended.</summary>
    public required MatchEnding Ending { get; init; }
}

/// <summary>What came of ending a match.</summary>
public sealed record MatchPayload
{
    /// <summary>The match as it is now; null when refused.</summary>
    public MatchType? Match { get; init; }

    /// <summary>Why it was not done; null exactly when it was done.</summary>
    public IReadOnlyList<ICommandError>? Errors { get; init; }

    internal static MatchPayload Refused(UserError error) => new() { Errors = error.As<ICommandError>() };
}
