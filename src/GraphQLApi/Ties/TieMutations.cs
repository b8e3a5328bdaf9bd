using HotChocolate.Types;
using Networks.Domain.Commands;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Ties;

/// <summary>Who names whom.</summary>
[MutationType]
public static class TieMutations
{
    /// <summary>A resident names somebody: another resident, or a person outside the register.</summary>
    /// <param name="input">Who names whom.</param>
    public static Task<TiePayload> RecordTieAsync(
        RecordTieInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, () => RecordAsync(input, grains, cancellationToken), cancellationToken);

    /// <summary>A tie no longer holds.</summary>
    /// <param name="input">Which tie, and from when.</param>
    public static Task<TiePayload> EndTieAsync(
        EndTieInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, () => EndAsync(input, grains, cancellationToken), cancellationToken);

    private static async Task<TiePayload> RecordAsync(RecordTieInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await EntityIds.ResidentAsync(grains, input.From) is not { } from)
        {
            return TiePayload.Refused(new InvalidValueError("from is neither a resident's reference nor her global id.", ["from"]));
        }

        var to = input.ToResident is null ? null : await EntityIds.ResidentAsync(grains, input.ToResident);
        if (input.ToResident is not null && to is null)
        {
            return TiePayload.Refused(
                new InvalidValueError("toResident is neither a resident's reference nor her global id.", ["toResident"]));
        }

        // Whether the other one is registered her own record is asked by the first one's: asking here as well would be asking twice.
        var deed = await ResidentDeeds.DoAsync(grains, from, Command(input, to), "from", cancellationToken);
        return deed.Refusal is NotRegistered { Noun: "resident" } unknown && unknown.Reference == to?.Value
            ? TiePayload.Refused(
                new InvalidValueError($"toResident: No resident '{unknown.Reference}' is registered here.", ["toResident"]))
            : Payload(deed);
    }

    private static async Task<TiePayload> EndAsync(EndTieInput input, IGrainFactory grains, CancellationToken cancellationToken) =>
        EntityIds.Tie(input.Tie) is { } tie
            ? Payload(await ResidentDeeds.DoAsync(
                grains,
                tie.NamedBy,
                new EndTie { CommandId = CommandIds.Of(input.CommandId), Tie = tie.Number, On = input.On },
                "tie",
                cancellationToken))
            : TiePayload.Refused(new InvalidValueError("tie is no tie's id; give the id that a tie shows.", ["tie"]));

    private static RecordTie Command(RecordTieInput input, ResidentId? to) => new()
    {
        CommandId = CommandIds.Of(input.CommandId),
        ToResident = to,
        ToAlter = input.ToAlter,
        Kind = input.Kind,
        Circle = input.Circle,
        Frequency = input.ContactFrequency,
        LastContact = input.LastContact,
        Since = input.Since,
        Support = [.. (input.Support ?? []).Distinct().Order()]
    };

    private static TiePayload Payload(ResidentDeed deed) => deed.Error is { } error
        ? TiePayload.Refused(error)
        : new TiePayload { Tie = new TieType(deed.Reading!, deed.Reading!.Resident.Ties.Single(tie => tie.Number == deed.Number)) };
}
