using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Volunteers;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Volunteers;
using Orleans;

namespace Networks.GraphQLApi.Offers;

/// <summary>How many places there are.</summary>
[MutationType]
public static class OfferMutations
{
    /// <summary>Sets how many places a volunteer or group has; never below what is held and taken.</summary>
    /// <param name="input">Whose places, and how many.</param>
    public static Task<CapacityPayload> SetCapacityAsync(
        SetCapacityInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, () => SetAsync(input, grains, cancellationToken), cancellationToken);

    private static async Task<CapacityPayload> SetAsync(
        SetCapacityInput input, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await EntityIds.OfferAsync(grains, input.Holder) is not { } holder)
        {
            return CapacityPayload.Refused(
                new InvalidValueError($"holder: no volunteer or group '{input.Holder}' is registered here.", ["holder"]));
        }

        var answer = holder.Volunteer is { } volunteer
            ? await grains.Volunteer(volunteer).Do(OfVolunteer(input), cancellationToken)
            : await grains.Group(holder.Group!.Value).Do(OfGroup(input), cancellationToken);
        return answer is CommandRefused refused
            ? CapacityPayload.Refused(refused.Refusal.ToError("holder"))
            : new CapacityPayload { Offer = await ReadAsync(grains, holder, cancellationToken) };
    }

    private static SetVolunteerCapacity OfVolunteer(SetCapacityInput input) =>
        new() { CommandId = CommandIds.Of(input.CommandId), Capacity = input.Capacity, ExpectedVersion = input.ExpectedVersion };

    private static SetGroupCapacity OfGroup(SetCapacityInput input) =>
        new() { CommandId = CommandIds.Of(input.CommandId), Capacity = input.Capacity, ExpectedVersion = input.ExpectedVersion };

    private static async Task<IOffer?> ReadAsync(IGrainFactory grains, OfferId holder, CancellationToken cancellationToken)
    {
        if (holder.Volunteer is { } volunteer)
        {
            return await grains.Volunteer(volunteer).Read(cancellationToken) is { } reading ? new VolunteerType(reading) : null;
        }

        return await grains.Group(holder.Group!.Value).Read(cancellationToken) is { } group ? new GroupType(group) : null;
    }
}

/// <summary>Whose places, and how many.</summary>
public sealed record SetCapacityInput : CommandInput
{
    /// <summary>The volunteer or group, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Holder { get; init; }

    /// <summary>Places in all.</summary>
    public required int Capacity { get; init; }

    /// <summary>The version that was read; given, a record changed meanwhile is left as it is.</summary>
    public int? ExpectedVersion { get; init; }
}

/// <summary>What came of setting a capacity.</summary>
public sealed record CapacityPayload : CommandPayload<ICommandError>
{
    /// <summary>The volunteer or group as it is now; null when refused.</summary>
    public IOffer? Offer { get; init; }

    internal static CapacityPayload Refused(UserError error) => new() { Errors = error.As<ICommandError>() };
}
