using HotChocolate.Types;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Residents;

/// <summary>Who comes onto the register, what is known of her, and who goes.</summary>
[MutationType]
public static class ResidentMutations
{
    /// <summary>Puts a resident on the register.</summary>
    /// <param name="input">Who, and what is known of her.</param>
    public static Task<RegisterResidentPayload> RegisterResidentAsync(
        RegisterResidentInput input,
        CommandDoor door,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        door.DoAsync(input, () => RegisterAsync(input, register, grains, cancellationToken), cancellationToken);

    /// <summary>Changes what is known of a resident: what is left out stays as it is, null clears.</summary>
    /// <param name="input">Whose record, and the changes.</param>
    public static Task<RegisterResidentPayload> UpdateResidentAsync(
        UpdateResidentInput input,
        CommandDoor door,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        door.DoAsync(input, () => UpdateAsync(input, register, grains, cancellationToken), cancellationToken);

    /// <summary>A resident was asked about her connections: from then on "nobody recorded" means something.</summary>
    /// <param name="input">Who was asked, and when.</param>
    public static Task<AskAboutConnectionsPayload> AskAboutConnectionsAsync(
        AskAboutConnectionsInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        ResidentDeeds.DoAsync<AskAboutConnectionsPayload, IAskAboutConnectionsError>(
            door, grains, input, id => new AskAboutConnections { CommandId = id, On = input.On }, cancellationToken);

    /// <summary>A resident is no longer on the register; her ties, memberships and match end that day, and her places are free.</summary>
    /// <param name="input">Who, from when and why.</param>
    public static Task<LeaveRegisterPayload> LeaveRegisterAsync(
        LeaveRegisterInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        ResidentDeeds.DoAsync<LeaveRegisterPayload, ILeaveRegisterError>(
            door,
            grains,
            input,
            id => new LeaveRegister { CommandId = id, ExpectedVersion = input.ExpectedVersion, On = input.On, Reason = input.Reason },
            cancellationToken);

    /// <summary>
    /// Removes everything that is known of a resident, at her own wish; her reference stays closed. The header Networks-Caller names the
    /// human who does it, for it cannot be undone.
    /// </summary>
    /// <param name="input">Who asked to be forgotten.</param>
    public static async Task<EraseResidentPayload> EraseResidentAsync(
        EraseResidentInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (caller.IsCoordinator)
        {
            return await door.DoAsync(input, () => EraseAsync(input, grains, cancellationToken), cancellationToken);
        }

        var refusal = new NotAllowed($"Erasing needs a named human: send the header {Caller.Header} with the name of who does it.", null);
        return new EraseResidentPayload { Errors = refusal.As<IEraseResidentError>() };
    }

    private static async Task<RegisterResidentPayload> RegisterAsync(
        RegisterResidentInput input, AreaRegister register, IGrainFactory grains, CancellationToken cancellationToken)
    {
        const string Root = "facts";
        if (ReferenceTexts.Fault(input.Reference) is { } fault)
        {
            return RegisterResidentPayload.Refused(fault);
        }

        var given = input.Facts ?? new ResidentInput();
        var reader = new FactsReader(Root);
        var (ward, unknown) = await register.ReadWardAsync(
            given.Ward.Value ?? input.Ward, given.Ward.Value is null ? ["ward"] : [Root, "ward"]);
        reader.Add(unknown);
        var changes = ResidentInputReading.Read(given, ward, Root, reader);
        var organisation = reader.Reference<OrganisationId>(["organisation"], "Organisation", input.Organisation);
        if (reader.Faults.Count > 0)
        {
            return RegisterResidentPayload.Refused(reader.Faults);
        }

        var facts = changes.Over(new ResidentFacts { Ward = ward, RegisteredOn = input.RegisteredOn });
        var command = new RegisterResident
        {
            CommandId = CommandIds.Of(input.CommandId),
            Facts = facts with { Organisation = facts.Organisation ?? organisation.Value }
        };
        var deed = await ResidentDeeds.DoAsync(grains, ResidentId.Of(input.Reference), command, "reference", cancellationToken, Root);
        return RegisterResidentPayload.Of(deed);
    }

    private static async Task<RegisterResidentPayload> UpdateAsync(
        UpdateResidentInput input, AreaRegister register, IGrainFactory grains, CancellationToken cancellationToken)
    {
        const string Root = "set";
        var reader = new FactsReader(Root);
        var ward = await reader.WardAsync("ward", input.Set.Ward, register);
        var changes = ResidentInputReading.Read(input.Set, ward, Root, reader);
        return reader.Faults.Count > 0
            ? RegisterResidentPayload.Refused(reader.Faults)
            : RegisterResidentPayload.Of(await ResidentDeeds.DoAsync(
                grains,
                input,
                id => new UpdateResident { CommandId = id, ExpectedVersion = input.ExpectedVersion, Set = changes },
                cancellationToken,
                Root));
    }

    private static async Task<EraseResidentPayload> EraseAsync(
        EraseResidentInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var deed = await ResidentDeeds.DoAsync(
            grains, input, id => new EraseResident { CommandId = id, ExpectedVersion = input.ExpectedVersion }, cancellationToken);
        return deed.Error is { } error
            ? new EraseResidentPayload { Errors = error.As<IEraseResidentError>() }
            : new EraseResidentPayload { Erased = input.Resident };
    }
}
