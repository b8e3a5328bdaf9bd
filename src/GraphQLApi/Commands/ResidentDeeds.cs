using Networks.Domain.Residents;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.Residents;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Commands;

/// <summary>What came of a command on a resident's record: the record as it is now, or why not.</summary>
internal readonly record struct ResidentDeed(ResidentReading? Reading, int? Number, UserError? Error);

/// <summary>Does commands on residents' records.</summary>
internal static class ResidentDeeds
{
    /// <summary>Does it and reads the record again, so that a payload shows what is now, also when the command was done before.</summary>
    public static async Task<ResidentDeed> DoAsync(
        IGrainFactory grains,
        ResidentId resident,
        ResidentCommand command,
        string subject,
        CancellationToken cancellationToken,
        string? root = null)
    {
        var grain = grains.Resident(resident);
        var answer = await grain.Do(command, cancellationToken);
        return answer switch
        {
            CommandRefused refused => new ResidentDeed(null, null, refused.Refusal.ToError(subject, root)),
            CommandDone done => new ResidentDeed(await grain.Read(cancellationToken), done.Number, null),
            _ => throw new InvalidOperationException($"{answer.GetType().Name} is no answer to a command.")
        };
    }
}
