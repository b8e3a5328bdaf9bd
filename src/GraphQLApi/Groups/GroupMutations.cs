using HotChocolate.Types;
using Networks.Domain.Groups;
using Networks.Domain.Organisations;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Groups;

/// <summary>Which groups there are, and what is known of them.</summary>
[MutationType]
public static class GroupMutations
{
    /// <summary>Registers a group.</summary>
    /// <param name="input">Which group, and what is known of it.</param>
    public static Task<RegisterGroupPayload> RegisterGroupAsync(
        RegisterGroupInput input,
        CommandDoor door,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        door.DoAsync(input, () => RegisterAsync(input, register, grains, cancellationToken), cancellationToken);

    /// <summary>Changes what is known of a group: what is left out stays as it is, null clears.</summary>
    /// <param name="input">Which group, and the changes.</param>
    public static Task<UpdateGroupPayload> UpdateGroupAsync(
        UpdateGroupInput input,
        CommandDoor door,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        door.DoAsync(input, () => UpdateAsync(input, register, grains, cancellationToken), cancellationToken);

    /// <summary>A group no longer runs: from that day its memberships have ended and its places are gone.</summary>
    /// <param name="input">Which group, and from when.</param>
    public static Task<CloseGroupPayload> CloseGroupAsync(
        CloseGroupInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, () => CloseAsync(input, grains, cancellationToken), cancellationToken);

    private static async Task<RegisterGroupPayload> RegisterAsync(
        RegisterGroupInput input, AreaRegister register, IGrainFactory grains, CancellationToken cancellationToken)
    {
        const string Root = "facts";
        if (ReferenceTexts.Fault(input.Reference) is { } fault)
        {
            return Refused<RegisterGroupPayload, IRegisterGroupError>(fault);
        }

        var given = input.Facts ?? new GroupInput();
        var reader = new FactsReader(Root);
        var (ward, unknown) = await register.ReadWardAsync(
            given.Ward.Value ?? input.Ward, given.Ward.Value is null ? ["ward"] : [Root, "ward"]);
        reader.Add(unknown);
        var facts = GroupInputReading.Read(given, ward, Root, reader).Over(new GroupFacts { Name = input.Name, Ward = ward });
        var organisation = reader.Reference<OrganisationId>(["organisation"], "Organisation", input.Organisation);
        var command = new RegisterGroup
        {
            CommandId = CommandIds.Of(input.CommandId),
            Facts = facts with { Organisation = facts.Organisation ?? organisation.Value, ClosedOn = given.ClosedOn.Value },
            Capacity = input.Places,
            Others = given.OthersAttending.Value ?? input.OthersAttending ?? 0
        };
        var elsewhere = new Dictionary<string, string[]>
        {
            ["name"] = given.Name.Value is null ? ["name"] : [Root, "name"],
            ["capacity"] = ["places"],
            ["others"] = given.OthersAttending.Value is null ? ["othersAttending"] : [Root, "othersAttending"]
        };
        return reader.Faults.Count > 0
            ? Refused<RegisterGroupPayload, IRegisterGroupError>([.. reader.Faults])
            : await DoAsync<RegisterGroupPayload, IRegisterGroupError>(
                grains, GroupId.Of(input.Reference), command, refusal => refusal.ToError("reference", Root, elsewhere), cancellationToken);
    }

    private static async Task<UpdateGroupPayload> UpdateAsync(
        UpdateGroupInput input, AreaRegister register, IGrainFactory grains, CancellationToken cancellationToken)
    {
        const string Root = "set";
        if (await EntityIds.GroupAsync(grains, input.Group) is not { } group)
        {
            return Refused<UpdateGroupPayload, IUpdateGroupError>(NoGroup);
        }

        var reader = new FactsReader(Root);
        if (input.Set.ClosedOn.HasValue)
        {
            reader.Add([Root, "closedOn"], "A group that is registered is closed by closeGroup, which ends its memberships as well.");
        }

        var ward = await reader.WardAsync("ward", input.Set.Ward, register);
        var command = new UpdateGroup
        {
            CommandId = CommandIds.Of(input.CommandId),
            ExpectedVersion = input.ExpectedVersion,
            Set = GroupInputReading.Read(input.Set, ward, Root, reader),
            Others = FactsReader.Read<int?, int>(input.Set.OthersAttending, others => others ?? 0)
        };
        var elsewhere = new Dictionary<string, string[]> { ["others"] = [Root, "othersAttending"] };
        return reader.Faults.Count > 0
            ? Refused<UpdateGroupPayload, IUpdateGroupError>([.. reader.Faults])
            : await DoAsync<UpdateGroupPayload, IUpdateGroupError>(
                grains, group, command, refusal => refusal.ToError("group", Root, elsewhere), cancellationToken);
    }

    private static async Task<CloseGroupPayload> CloseAsync(
        CloseGroupInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await EntityIds.GroupAsync(grains, input.Group) is not { } group)
        {
            return Refused<CloseGroupPayload, ICloseGroupError>(NoGroup);
        }

        var command = new CloseGroup
        {
            CommandId = CommandIds.Of(input.CommandId),
            ExpectedVersion = input.ExpectedVersion,
            On = input.On
        };
        return await DoAsync<CloseGroupPayload, ICloseGroupError>(
            grains, group, command, refusal => refusal.ToError("group"), cancellationToken);
    }

    private static async Task<TPayload> DoAsync<TPayload, TError>(
        IGrainFactory grains,
        GroupId group,
        GroupCommand command,
        Func<Domain.Commands.Refusal, UserError> asError,
        CancellationToken cancellationToken)
        where TPayload : GroupPayload<TError>, new()
        where TError : class
    {
        var grain = grains.Group(group);
        return await grain.Do(command, cancellationToken) is CommandRefused refused
            ? Refused<TPayload, TError>(asError(refused.Refusal))
            : new TPayload { Group = await grain.Read(cancellationToken) is { } reading ? new GroupType(reading) : null };
    }

    private static InvalidValueError NoGroup => new("group is neither a reference nor a global id.", ["group"]);

    private static TPayload Refused<TPayload, TError>(params IReadOnlyList<UserError> errors)
        where TPayload : GroupPayload<TError>, new()
        where TError : class => new() { Errors = [.. errors.SelectMany(error => error.As<TError>())] };
}
