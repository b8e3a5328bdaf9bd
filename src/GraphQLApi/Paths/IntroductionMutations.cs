using HotChocolate.Types;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Paths;

/// <summary>Asking residents to introduce somebody.</summary>
[MutationType]
public static class IntroductionMutations
{
    /// <summary>
    /// Records that a resident was asked to introduce somebody, so that others are asked before the same person is asked again. Whom to
    /// introduce is not written down. Refused without consent to introductions on that day.
    /// </summary>
    /// <param name="input">Who was asked, and when.</param>
    public static Task<RecordIntroductionPayload> RecordIntroductionAsync(
        RecordIntroductionInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        ResidentDeeds.DoAsync<RecordIntroductionPayload, IRecordIntroductionError>(
            door, grains, input, id => new RecordIntroduction { CommandId = id, On = input.On }, cancellationToken);
}

/// <summary>Who was asked to introduce somebody, and when.</summary>
public sealed record RecordIntroductionInput : ResidentCommandInput
{
    /// <summary>The day of asking.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What came of recording that somebody was asked to introduce.</summary>
public sealed record RecordIntroductionPayload : ResidentPayload<IRecordIntroductionError>;
