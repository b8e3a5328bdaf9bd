using System.Runtime.CompilerServices;
using Networks.Domain.Commands;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.Residents;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Residents;
using Orleans;

namespace Networks.GraphQLApi.Commands;

/// <summary>What came of a command on a resident's record: the record as it is now, or why not.</summary>
internal readonly record struct ResidentDeed(ResidentReading? Reading, int? Number, UserError? Error, Refusal? Refusal = null);

/// <summary>Does commands on residents' records.</summary>
internal static class ResidentDeeds
{
    /// <summary>Does it and reads the record, so that a payload shows what is now, also when the command was done before.</summary>
    public static async Task<ResidentDeed> DoAsync(
        IGrainFactory grains,
        ResidentId resident,
        ResidentCommand command,
        string subject,
        CancellationToken cancellationToken,
        string? root = null,
        IReadOnlyDictionary<string, string[]>? elsewhere = null)
    {
        var done = await grains.Resident(resident).DoAndRead(command, cancellationToken);
        return done.Answer switch
        {
            CommandRefused refused => new ResidentDeed(null, null, refused.Refusal.ToError(subject, root, elsewhere), refused.Refusal),
            CommandDone { Number: var number } => new ResidentDeed(done.Reading, number, null),
            _ => throw new InvalidOperationException($"{done.Answer.GetType().Name} is no answer to a command.")
        };
    }

    /// <summary>Does a command for the resident an input names.</summary>
    public static async Task<ResidentDeed> DoAsync(
        IGrainFactory grains,
        ResidentCommandInput input,
        Func<CommandId, ResidentCommand> command,
        CancellationToken cancellationToken,
        string? root = null,
        IReadOnlyDictionary<string, string[]>? elsewhere = null) =>
        await EntityIds.ResidentAsync(grains, input.Resident) is { } resident
            ? await DoAsync(grains, resident, command(CommandIds.Of(input.CommandId)), "resident", cancellationToken, root, elsewhere)
            : new ResidentDeed(null, null, NoResident);

    /// <summary>The whole of a mutation that needs no reading of its own: the resident is the payload's only object.</summary>
    public static Task<TPayload> DoAsync<TPayload, TError>(
        CommandDoor door,
        IGrainFactory grains,
        ResidentCommandInput input,
        Func<CommandId, ResidentCommand> command,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string[]>? elsewhere = null,
        [CallerMemberName] string mutation = "")
        where TPayload : ResidentPayload<TError>, new()
        where TError : class =>
        door.DoAsync(
            input,
            async () => Payload<TPayload, TError>(await DoAsync(grains, input, command, cancellationToken, null, elsewhere)),
            cancellationToken,
            mutation);

    /// <summary>What came of it, as a payload whose only object is the resident.</summary>
    public static TPayload Payload<TPayload, TError>(ResidentDeed deed)
        where TPayload : ResidentPayload<TError>, new()
        where TError : class =>
        deed.Error is { } error
            ? new TPayload { Errors = error.As<TError>() }
            : new TPayload { Resident = deed.Reading is { } reading ? new ResidentType(reading) : null };

    private static InvalidValueError NoResident => new("resident is neither a reference nor a global id.", ["resident"]);
}
