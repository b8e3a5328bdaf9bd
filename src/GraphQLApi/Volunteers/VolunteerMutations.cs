using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Organisations;
using Networks.Domain.Volunteers;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>Who comes to help, and what is known of them.</summary>
[MutationType]
public static class VolunteerMutations
{
    /// <summary>Registers a volunteer.</summary>
    /// <param name="input">Who, and what is known of them.</param>
    public static Task<RegisterVolunteerPayload> RegisterVolunteerAsync(
        RegisterVolunteerInput input,
        CommandDoor door,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        door.DoAsync(input, () => RegisterAsync(input, register, grains, cancellationToken), cancellationToken);

    /// <summary>Changes what is known of a volunteer: what is left out stays as it is, null clears.</summary>
    /// <param name="input">Whose record, and the changes.</param>
    public static Task<UpdateVolunteerPayload> UpdateVolunteerAsync(
        UpdateVolunteerInput input,
        CommandDoor door,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        door.DoAsync(input, () => UpdateAsync(input, register, grains, cancellationToken), cancellationToken);

    private static async Task<RegisterVolunteerPayload> RegisterAsync(
        RegisterVolunteerInput input, AreaRegister register, IGrainFactory grains, CancellationToken cancellationToken)
    {
        const string Root = "facts";
        if (ReferenceTexts.Fault(input.Reference) is { } fault)
        {
            return Refused<RegisterVolunteerPayload, IRegisterVolunteerError>(fault);
        }

        var given = input.Facts ?? new VolunteerInput();
        var reader = new FactsReader(Root);
        var (ward, unknown) = await register.ReadWardAsync(
            given.Ward.Value ?? input.Ward, given.Ward.Value is null ? ["ward"] : [Root, "ward"]);
        reader.Add(unknown);
        var facts = VolunteerInputReading.Read(given, ward, reader).Over(new VolunteerFacts { Ward = ward });
        var organisation = reader.Reference<OrganisationId>(["organisation"], "Organisation", input.Organisation);
        var command = new RegisterVolunteer
        {
            CommandId = CommandIds.Of(input.CommandId),
            Facts = facts with { Organisation = facts.Organisation ?? organisation.Value },
            Capacity = input.Capacity,
            Others = given.OthersSupported.Value ?? 0
        };
        return reader.Faults.Count > 0
            ? Refused<RegisterVolunteerPayload, IRegisterVolunteerError>([.. reader.Faults])
            : await DoAsync<RegisterVolunteerPayload, IRegisterVolunteerError>(
                grains, VolunteerId.Of(input.Reference), command, "reference", Root, cancellationToken);
    }

    private static async Task<UpdateVolunteerPayload> UpdateAsync(
        UpdateVolunteerInput input, AreaRegister register, IGrainFactory grains, CancellationToken cancellationToken)
    {
        const string Root = "set";
        if (await EntityIds.VolunteerAsync(grains, input.Volunteer) is not { } volunteer)
        {
            return Refused<UpdateVolunteerPayload, IUpdateVolunteerError>(
                new InvalidValueError("volunteer is neither a reference nor a global id.", ["volunteer"]));
        }

        var reader = new FactsReader(Root);
        var ward = await reader.WardAsync("ward", input.Set.Ward, register);
        var command = new UpdateVolunteer
        {
            CommandId = CommandIds.Of(input.CommandId),
            ExpectedVersion = input.ExpectedVersion,
            Set = VolunteerInputReading.Read(input.Set, ward, reader),
            Others = FactsReader.Read<int?, int>(input.Set.OthersSupported, others => others ?? 0)
        };
        return reader.Faults.Count > 0
            ? Refused<UpdateVolunteerPayload, IUpdateVolunteerError>([.. reader.Faults])
            : await DoAsync<UpdateVolunteerPayload, IUpdateVolunteerError>(
                grains, volunteer, command, "volunteer", Root, cancellationToken);
    }

    private static async Task<TPayload> DoAsync<TPayload, TError>(
        IGrainFactory grains,
        VolunteerId volunteer,
        VolunteerCommand command,
        string subject,
        string root,
        CancellationToken cancellationToken)
        where TPayload : VolunteerPayload<TError>, new()
        where TError : class
    {
        var grain = grains.Volunteer(volunteer);
        if (await grain.Do(command, cancellationToken) is CommandRefused refused)
        {
            var elsewhere = new Dictionary<string, string[]> { ["capacity"] = ["capacity"], ["others"] = [root, "othersSupported"] };
            return Refused<TPayload, TError>(refused.Refusal.ToError(subject, root, elsewhere));
        }

        return new TPayload { Volunteer = await grain.Read(cancellationToken) is { } reading ? new VolunteerType(reading) : null };
    }

    private static TPayload Refused<TPayload, TError>(params IReadOnlyList<UserError> errors)
        where TPayload : VolunteerPayload<TError>, new()
        where TError : class => new() { Errors = [.. errors.SelectMany(error => error.As<TError>())] };
}

/// <summary>Who comes to help.</summary>
public sealed record RegisterVolunteerInput : CommandInput
{
    /// <summary>The id under which the caller's organisation knows the volunteer; unique here, kept as written.</summary>
    [GraphQLType("ID!")]
    public required string Reference { get; init; }

    /// <summary>The ward the volunteer lives in, by code or by name.</summary>
    public required string Ward { get; init; }

    /// <summary>The organisation that keeps the record, by reference or global id.</summary>
    [GraphQLType("ID")]
    public string? Organisation { get; init; }

    /// <summary>Active matches at once, over all roles; left out it is not known, and nobody can be placed.</summary>
    public int? Capacity { get; init; }

    /// <summary>What is known of the volunteer.</summary>
    public VolunteerInput? Facts { get; init; }
}

/// <summary>Changes to what is known of a volunteer; setCapacity changes how many places there are.</summary>
public sealed record UpdateVolunteerInput : CommandInput
{
    /// <summary>The volunteer, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Volunteer { get; init; }

    /// <summary>The version that was read; given, a record changed meanwhile is left as it is.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>The changes: what is left out stays as it is, null clears.</summary>
    public required VolunteerInput Set { get; init; }
}

/// <summary>What commands on a volunteer's record answer.</summary>
/// <typeparam name="TError">The union of what it can be refused for.</typeparam>
public abstract record VolunteerPayload<TError> : CommandPayload<TError>
    where TError : class
{
    [GraphQLDescription("The volunteer as they are now; null when refused.")]
    public VolunteerType? Volunteer { get; init; }
}

/// <summary>What came of registering a volunteer.</summary>
public sealed record RegisterVolunteerPayload : VolunteerPayload<IRegisterVolunteerError>;

/// <summary>What came of updating a volunteer.</summary>
public sealed record UpdateVolunteerPayload : VolunteerPayload<IUpdateVolunteerError>;
