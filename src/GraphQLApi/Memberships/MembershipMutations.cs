using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Memberships;

/// <summary>Who joins and leaves which group.</summary>
[MutationType]
public static class MembershipMutations
{
    /// <summary>A resident joins a group, if it has a free place.</summary>
    /// <param name="input">Who joins which group.</param>
    public static Task<MembershipPayload> JoinGroupAsync(
        JoinGroupInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => JoinGroupOnceAsync(input, grains, cancellationToken), cancellationToken);

    private static async Task<MembershipPayload> JoinGroupOnceAsync(
        JoinGroupInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var (resident, group, fault) = await ReadAsync(grains, input.CommandId, input.Resident, input.Group);
        if (fault is not null)
        {
            return MembershipPayload.Refused(fault);
        }

        var command = new JoinGroup { CommandId = CommandIds.Of(input.CommandId), Group = group, Since = input.Since };
        return await DoAsync(grains, resident, group, command, cancellationToken);
    }

    /// <summary>A resident leaves a group, and her place is free again.</summary>
    /// <param name="input">Who leaves which group, and when.</param>
    public static Task<MembershipPayload> LeaveGroupAsync(
        LeaveGroupInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => LeaveGroupOnceAsync(input, grains, cancellationToken), cancellationToken);

    private static async Task<MembershipPayload> LeaveGroupOnceAsync(
        LeaveGroupInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var (resident, group, fault) = await ReadAsync(grains, input.CommandId, input.Resident, input.Group);
        if (fault is not null)
        {
            return MembershipPayload.Refused(fault);
        }

        var command = new LeaveGroup { CommandId = CommandIds.Of(input.CommandId), Group = group, On = input.On };
        return await DoAsync(grains, resident, group, command, cancellationToken);
    }

    private static async Task<(ResidentId Resident, GroupId Group, InvalidValueError? Fault)> ReadAsync(
        IGrainFactory grains,
        string commandId,
        string resident,
        string group)
    {
        if (await EntityIds.ResidentAsync(grains, resident) is not { } who)
        {
            return (default, default, new InvalidValueError("resident is neither a reference nor a global id.", ["resident"]));
        }

        return await EntityIds.GroupAsync(grains, group) is { } where
            ? (who, where, null)
            : (default, default, new InvalidValueError("group is neither a reference nor a global id.", ["group"]));
    }

    private static async Task<MembershipPayload> DoAsync(
        IGrainFactory grains,
        ResidentId resident,
        GroupId group,
        ResidentCommand command,
        CancellationToken cancellationToken)
    {
        var deed = await ResidentDeeds.DoAsync(grains, resident, command, "resident", cancellationToken);
        if (deed.Error is { } error)
        {
            return MembershipPayload.Refused(error);
        }

        var membership = deed.Reading!.Resident.Memberships.Last(known => known.Group == group);
        return new MembershipPayload { Membership = new MembershipType(deed.Reading, membership) };
    }
}

/// <summary>Who joins which group.</summary>
public sealed record JoinGroupInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The resident, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Resident { get; init; }

    /// <summary>The group, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Group { get; init; }

    /// <summary>First day of the membership; left out, it is today.</summary>
    public DateOnly? Since { get; init; }
}

/// <summary>Who leaves which group.</summary>
public sealed record LeaveGroupInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The resident, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Resident { get; init; }

    /// <summary>The group, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Group { get; init; }

    /// <summary>First day she is no longer a member.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What came of joining or leaving.</summary>
public sealed record MembershipPayload
{
    /// <summary>The membership as it is now; null when refused.</summary>
    public MembershipType? Membership { get; init; }

    /// <summary>Why it was not done; null exactly when it was done.</summary>
    public IReadOnlyList<ICommandError>? Errors { get; init; }

    internal static MembershipPayload Refused(UserError error) => new() { Errors = error.As<ICommandError>() };
}
