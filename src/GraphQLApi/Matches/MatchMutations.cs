using HotChocolate.Types;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Matches;

/// <summary>How matches come further and end; they begin in a matching round.</summary>
[MutationType]
public static class MatchMutations
{
    /// <summary>A match no longer holds, and the volunteer's place is free again.</summary>
    /// <param name="input">Which match, from when and why.</param>
    public static Task<EndMatchPayload> EndMatchAsync(
        EndMatchInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        DoAsync<EndMatchPayload, IEndMatchError>(
            door,
            grains,
            input,
            (id, match) => new EndMatch { CommandId = id, Match = match, On = input.On, Ending = input.Ending },
            cancellationToken,
            "EndMatchAsync");

    /// <summary>A match has come a step further; a review may say when the next is due.</summary>
    /// <param name="input">Which match, which step and when.</param>
    public static Task<RecordMilestonePayload> RecordMilestoneAsync(
        RecordMilestoneInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        DoAsync<RecordMilestonePayload, IRecordMilestoneError>(
            door,
            grains,
            input,
            (id, match) => new RecordMilestone
            {
                CommandId = id,
                Match = match,
                Milestone = new Milestone(input.Kind, input.On),
                ReviewDue = input.ReviewDue.HasValue ? input.ReviewDue.Value : default(Change<DateOnly?>)
            },
            cancellationToken,
            "RecordMilestoneAsync");

    private static Task<TPayload> DoAsync<TPayload, TError>(
        CommandDoor door,
        IGrainFactory grains,
        MatchInput input,
        Func<CommandId, int, ResidentCommand> command,
        CancellationToken cancellationToken,
        string mutation)
        where TPayload : MatchPayload<TError>, new()
        where TError : class =>
        door.DoAsync(
            input,
            async () =>
            {
                if (EntityIds.Match(input.Match) is not { } match)
                {
                    var unread = new InvalidValueError("match is no match's id; give the id that a match shows.", ["match"]);
                    return new TPayload { Errors = unread.As<TError>() };
                }

                var ordered = command(CommandIds.Of(input.CommandId), match.Number);
                var deed = await ResidentDeeds.DoAsync(grains, match.Resident, ordered, "match", cancellationToken);
                return deed.Error is { } error
                    ? new TPayload { Errors = error.As<TError>() }
                    : new TPayload { Match = MatchOf(deed.Reading!, match.Number) };
            },
            cancellationToken,
            mutation);

    private static MatchType MatchOf(ResidentReading reading, int number) =>
        new(reading, reading.Resident.Matches.Single(known => known.Number == number));
}
