using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Groups;

/// <summary>Which groups there are.</summary>
[MutationType]
public static class GroupMutations
{
    private const string Facts = "facts";

    /// <summary>Registers a group.</summary>
    /// <param name="input">Which group, and what is known of it.</param>
    public static Task<RegisterGroupPayload> RegisterGroupAsync(
        RegisterGroupInput input, CommandDoor door, AreaRegister register, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, input.CommandId, () => RegisterGroupOnceAsync(input, register, grains, cancellationToken), cancellationToken);

    private static async Task<RegisterGroupPayload> RegisterGroupOnceAsync(
        RegisterGroupInput input,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (ReferenceTexts.Fault(input.Reference) is { } fault)
        {
            return RegisterGroupPayload.Refused(fault);
        }

        var reader = new FactsReader(Facts);
        var (ward, unknown) = await register.ReadWardAsync(input.Ward, ["ward"]);
        var facts = Read(input, ward, reader);
        if (unknown is not null || reader.Faults.Count > 0)
        {
            return RegisterGroupPayload.Refused([.. reader.Faults, .. unknown is null ? (UserError[])[] : [unknown]]);
        }

        var grain = grains.Group(GroupId.Of(input.Reference));
        var command = new RegisterGroup
        {
            CommandId = CommandIds.Of(input.CommandId),
            Facts = facts,
            Capacity = input.Places,
            Others = input.OthersAttending ?? 0
        };
        if (await grain.Do(command, cancellationToken) is CommandRefused refused)
        {
            return RegisterGroupPayload.Refused(refused.Refusal.ToError("reference", Facts));
        }

        return new RegisterGroupPayload { Group = await grain.Read(cancellationToken) is { } reading ? new GroupType(reading) : null };
    }

    private static GroupFacts Read(RegisterGroupInput input, WardCode ward, FactsReader reader)
    {
        var given = input.Facts ?? new GroupInput();
        return new GroupFacts
        {
            Name = input.Name,
            Ward = ward,
            Organisation = reader.Organisation(input.Organisation),
            Kind = given.Kind ?? OfferKind.Other,
            Place = reader.Point(given.Latitude, given.Longitude),
            OpenAccess = given.OpenAccess ?? false,
            Interests = [.. given.Interests ?? []],
            Situations = [.. given.Situations ?? []],
            Languages = [.. given.Languages ?? []],
            StepFree = given.StepFree,
            Sessions = [.. given.Sessions ?? []],
            OpenedOn = given.OpenedOn,
            ClosedOn = given.ClosedOn,
            AssuredOn = given.AssuredOn,
            OpenToAll = given.OpenToAll
        };
    }
}

/// <summary>Which group.</summary>
public sealed record RegisterGroupInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The id under which the caller's organisation knows the group; unique here, kept as written.</summary>
    [GraphQLType("ID!")]
    public required string Reference { get; init; }

    /// <summary>What the group is called.</summary>
    public required string Name { get; init; }

    /// <summary>The ward it meets in, by code or by name.</summary>
    public required string Ward { get; init; }

    /// <summary>The organisation that keeps the record.</summary>
    [GraphQLType("ID")]
    public string? Organisation { get; init; }

    /// <summary>Places in all; left out it means no limit with open access, and not known without.</summary>
    public int? Places { get; init; }

    /// <summary>Places taken by people outside the register.</summary>
    public int? OthersAttending { get; init; }

    /// <summary>What is known of the group.</summary>
    public GroupInput? Facts { get; init; }
}

/// <summary>What is known of a group. Whatever is left out is not known.</summary>
public sealed record GroupInput
{
    /// <summary>What it offers: a kind that groups offer.</summary>
    public OfferKind? Kind { get; init; }

    /// <summary>Degrees north; only distances computed from it are ever shown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>No referral is needed.</summary>
    public bool? OpenAccess { get; init; }

    /// <summary>What it does.</summary>
    public IReadOnlyList<string>? Interests { get; init; }

    /// <summary>People in which situation it is for; left out, everybody.</summary>
    public IReadOnlyList<string>? Situations { get; init; }

    /// <summary>Languages spoken there.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Whether it can be reached without a step.</summary>
    public bool? StepFree { get; init; }

    /// <summary>When it meets: RFC 5545 RRULEs, or such as tue 10:00-12:00.</summary>
    public IReadOnlyList<string>? Sessions { get; init; }

    /// <summary>First day it runs.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>First day it no longer runs.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The day somebody last made sure that the record is right.</summary>
    public DateOnly? AssuredOn { get; init; }

    /// <summary>Whether it holds the badge open to all.</summary>
    public bool? OpenToAll { get; init; }
}

/// <summary>What came of registering a group.</summary>
public sealed record RegisterGroupPayload
{
    /// <summary>The group as it is now; null when refused.</summary>
    public GroupType? Group { get; init; }

    /// <summary>Why it was not done; null exactly when it was done.</summary>
    public IReadOnlyList<IRegisterGroupError>? Errors { get; init; }

    internal static RegisterGroupPayload Refused(params IReadOnlyList<UserError> errors) =>
        new() { Errors = [.. errors.SelectMany(error => error.As<IRegisterGroupError>())] };
}
