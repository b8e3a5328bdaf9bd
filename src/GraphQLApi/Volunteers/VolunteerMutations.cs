using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>Who comes to help.</summary>
[MutationType]
public static class VolunteerMutations
{
    private const string Facts = "facts";

    /// <summary>Registers a volunteer.</summary>
    /// <param name="input">Who, and what is known of them.</param>
    public static Task<RegisterVolunteerPayload> RegisterVolunteerAsync(
        RegisterVolunteerInput input,
        CommandDoor door,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        door.DoAsync(
            input, input.CommandId, () => RegisterVolunteerOnceAsync(input, register, grains, cancellationToken), cancellationToken);

    private static async Task<RegisterVolunteerPayload> RegisterVolunteerOnceAsync(
        RegisterVolunteerInput input,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (ReferenceTexts.Fault(input.Reference) is { } fault)
        {
            return RegisterVolunteerPayload.Refused(fault);
        }

        var reader = new FactsReader(Facts);
        var (ward, unknown) = await register.ReadWardAsync(input.Ward, ["ward"]);
        var facts = Read(input, ward, reader);
        if (unknown is not null || reader.Faults.Count > 0)
        {
            return RegisterVolunteerPayload.Refused([.. reader.Faults, .. unknown is null ? (UserError[])[] : [unknown]]);
        }

        var grain = grains.Volunteer(VolunteerId.Of(input.Reference));
        var command = new RegisterVolunteer { CommandId = CommandIds.Of(input.CommandId), Facts = facts, Capacity = input.Capacity };
        if (await grain.Do(command, cancellationToken) is CommandRefused refused)
        {
            return RegisterVolunteerPayload.Refused(refused.Refusal.ToError("reference", Facts));
        }

        var reading = await grain.Read(cancellationToken);
        return new RegisterVolunteerPayload { Volunteer = reading is null ? null : new VolunteerType(reading) };
    }

    private static VolunteerFacts Read(RegisterVolunteerInput input, WardCode ward, FactsReader reader)
    {
        var given = input.Facts ?? new VolunteerInput();
        return new VolunteerFacts
        {
            Ward = ward,
            Organisation = reader.Organisation(input.Organisation),
            Roles = [.. given.Roles ?? []],
            Gender = reader.Word<Gender>("gender", given.Gender),
            BirthYear = given.BirthYear,
            Home = reader.Point(given.Latitude, given.Longitude),
            TravelMetresMax = reader.Kilometres("travelKilometresMax", given.TravelKilometresMax),
            Languages = [.. given.Languages ?? []],
            Interests = [.. given.Interests ?? []],
            Competences = [.. given.Competences ?? []],
            Available = reader.Slots("available", given.Available),
            Modes = [.. given.Modes ?? []],
            Checks = [.. (given.Checks ?? []).Select(check => new Check(check.Kind, check.On, check.Until))],
            ActiveFrom = given.ActiveFrom,
            ActiveUntil = given.ActiveUntil
        };
    }
}

/// <summary>Who comes to help.</summary>
public sealed record RegisterVolunteerInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The id under which the caller's organisation knows the volunteer; unique here, kept as written.</summary>
    [GraphQLType("ID!")]
    public required string Reference { get; init; }

    /// <summary>The ward the volunteer lives in, by code or by name.</summary>
    public required string Ward { get; init; }

    /// <summary>The organisation that keeps the record.</summary>
    [GraphQLType("ID")]
    public string? Organisation { get; init; }

    /// <summary>Active matches at once, over all roles; left out it is not known, and nobody can be placed.</summary>
    public int? Capacity { get; init; }

    /// <summary>What is known of the volunteer.</summary>
    public VolunteerInput? Facts { get; init; }
}

/// <summary>What is known of a volunteer. Whatever is left out is not known.</summary>
public sealed record VolunteerInput
{
    /// <summary>What the volunteer does.</summary>
    public IReadOnlyList<VolunteerRole>? Roles { get; init; }

    /// <summary>female, male, non-binary or self-described.</summary>
    public string? Gender { get; init; }

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Degrees north; only distances computed from it are ever shown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>How far the volunteer travels to a visit.</summary>
    public double? TravelKilometresMax { get; init; }

    /// <summary>Languages, best first.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>What the volunteer likes.</summary>
    public IReadOnlyList<string>? Interests { get; init; }

    /// <summary>Support the volunteer is able to give, such as dementia.</summary>
    public IReadOnlyList<string>? Competences { get; init; }

    /// <summary>Weekly slots in which the volunteer is free, such as mon-am.</summary>
    public IReadOnlyList<string>? Available { get; init; }

    /// <summary>How the volunteer meets people.</summary>
    public IReadOnlyList<ContactMode>? Modes { get; init; }

    /// <summary>Checks and training passed.</summary>
    public IReadOnlyList<CheckInput>? Checks { get; init; }

    /// <summary>First day active.</summary>
    public DateOnly? ActiveFrom { get; init; }

    /// <summary>First day no longer active.</summary>
    public DateOnly? ActiveUntil { get; init; }
}

/// <summary>One check or training passed.</summary>
public sealed record CheckInput
{
    /// <summary>Which check, such as references or dbs-basic.</summary>
    public required string Kind { get; init; }

    /// <summary>The day it was passed.</summary>
    public DateOnly? On { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>What came of registering a volunteer.</summary>
public sealed record RegisterVolunteerPayload
{
    /// <summary>The volunteer as they are now; null when refused.</summary>
    public VolunteerType? Volunteer { get; init; }

    /// <summary>Why it was not done; null exactly when it was done.</summary>
    public IReadOnlyList<IRegisterVolunteerError>? Errors { get; init; }

    internal static RegisterVolunteerPayload Refused(params IReadOnlyList<UserError> errors) =>
        new() { Errors = [.. errors.SelectMany(error => error.As<IRegisterVolunteerError>())] };
}
