using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Commands;
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
    public static Task<JoinGroupPayload> JoinGroupAsync(
        JoinGroupInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(
            input,
            () => DoAsync<JoinGroupPayload, IJoinGroupError>(
                grains, input, (id, group) => new JoinGroup { CommandId = id, Group = group, Since = input.Since }, cancellationToken),
            cancellationToken);

    /// <summary>A resident leaves a group, and her place is free again.</summary>
    /// <param name="input">Who leaves which group, and when.</param>
    public static Task<LeaveGroupPayload> LeaveGroupAsync(
        LeaveGroupInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(
            input,
            () => DoAsync<LeaveGroupPayload, ILeaveGroupError>(
                grains, input, (id, group) => new LeaveGroup { CommandId = id, Group = group, On = input.On }, cancellationToken),
            cancellationToken);

    private static async Task<TPayload> DoAsync<TPayload, TError>(
        IGrainFactory grains,
        MembershipCommandInput input,
        Func<CommandId, GroupId, ResidentCommand> command,
        CancellationToken cancellationToken)
        where TPayload : MembershipPayload<TError>, new()
        where TError : class
    {
        if (await EntityIds.GroupAsync(grains, input.Group) is not { } group)
        {
            return new TPayload { Errors = new InvalidValueError("group is neither a reference nor a global id.", ["group"]).As<TError>() };
        }

        var deed = await ResidentDeeds.DoAsync(grains, input, id => command(id, group), cancellationToken);
        return deed.Error is { } error
            ? new TPayload { Errors = error.As<TError>() }
            : new TPayload
            {
                Membership = new MembershipType(deed.Reading!, deed.Reading!.Resident.Memberships.Last(known => known.Group == group))
            };
    }
}

/// <summary>Who, and which group.</summary>
public abstract record MembershipCommandInput : ResidentCommandInput
{
    /// <summary>The group, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Group { get; init; }
}

/// <summary>Who joins which group.</summary>
public sealed record JoinGroupInput : MembershipCommandInput
{
    /// <summary>First day of the membership; left out, it is today.</summary>
    public DateOnly? Since { get; init; }
}

/// <summary>Who leaves which group.</summary>
public sealed record LeaveGroupInput : MembershipCommandInput
{
    /// <summary>First day she is no longer a member.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What commands about a membership answer.</summary>
/// <typeparam name="TError">The union of what it can be refused for.</typeparam>
public abstract record MembershipPayload<TError> : CommandPayload<TError>
    where TError : class
{
    [GraphQLDescription("The membership as it is now; null when refused.")]
    public MembershipType? Membership { get; init; }
}

/// <summary>What came of joining a group.</summary>
public sealed record JoinGroupPayload : MembershipPayload<IJoinGroupError>;

/// <summary>What came of leaving a group.</summary>
public sealed record LeaveGroupPayload : MembershipPayload<ILeaveGroupError>;
