using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.Matching.Fits;
using Orleans;

namespace Networks.GraphQLApi.Residents;

/// <summary>Who comes onto the register.</summary>
[MutationType]
public static class ResidentMutations
{
    private const string Facts = "facts";

    /// <summary>Puts a resident on the register.</summary>
    /// <param name="input">Who, and what is known of her.</param>
    public static Task<RegisterResidentPayload> RegisterResidentAsync(
        RegisterResidentInput input,
        CommandDoor door,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        door.DoAsync(
            input, input.CommandId, () => RegisterResidentOnceAsync(input, register, grains, cancellationToken), cancellationToken);

    private static async Task<RegisterResidentPayload> RegisterResidentOnceAsync(
        RegisterResidentInput input,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (ReferenceTexts.Fault(input.Reference) is { } fault)
        {
            return RegisterResidentPayload.Refused(fault);
        }

        var reader = new FactsReader(Facts);
        var (ward, unknown) = await register.ReadWardAsync(
            input.Facts?.Ward ?? input.Ward, input.Facts?.Ward is null ? ["ward"] : [Facts, "ward"]);
        var facts = Read(input, ward, reader);
        if (unknown is not null || reader.Faults.Count > 0)
        {
            return RegisterResidentPayload.Refused([.. reader.Faults, .. unknown is null ? (UserError[])[] : [unknown]]);
        }

        var command = new RegisterResident { CommandId = CommandIds.Of(input.CommandId), Facts = facts };
        var deed = await ResidentDeeds.DoAsync(grains, ResidentId.Of(input.Reference), command, "reference", cancellationToken, Facts);
        return deed.Error is { } error
            ? RegisterResidentPayload.Refused(error)
            : new RegisterResidentPayload { Resident = new ResidentType(deed.Reading!) };
    }

    private static ResidentFacts Read(RegisterResidentInput input, WardCode ward, FactsReader reader)
    {
        var given = input.Facts ?? new ResidentInput();
        return new ResidentFacts
        {
            Ward = ward,
            Organisation = reader.Organisation(input.Organisation),
            Lsoa = given.Lsoa,
            BirthYear = given.BirthYear,
            Gender = reader.Word<Gender>("gender", given.Gender),
            LivesAlone = given.LivesAlone,
            Household = given.Household,
            Home = reader.Point(given.Latitude, given.Longitude),
            Languages = [.. given.Languages ?? []],
            Interests = [.. given.Interests ?? []],
            AccessNeeds = [.. given.AccessNeeds ?? []],
            HomeFactors = [.. given.HomeFactors ?? []],
            Situations = [.. given.Situations ?? []],
            TravelMetresMax = reader.Kilometres("travelKilometresMax", given.TravelKilometresMax),
            PrefersGender = reader.Words<Gender>("prefersGender", given.PrefersGender),
            Firm = [.. FirmWords(given.Firm ?? [], reader)],
            Available = reader.Slots("available", given.Available),
            Seeking = [.. given.Seeking ?? []],
            Modes = [.. given.Modes ?? []],
            WantedContactsPerMonth = given.WantedContactsPerMonth,
            PriorityBand = given.PriorityBand,
            ReferredOn = given.ReferredOn,
            ReferralSource = given.ReferralSource,
            Exclusions = reader.References<VolunteerId>("exclusions", "Volunteer", given.Exclusions)
        };
    }

    private static List<string> FirmWords(IReadOnlyList<Constraint> firm, FactsReader reader)
    {
        var words = new List<string>();
        for (var i = 0; i < firm.Count; i++)
        {
            if (FirmWord(firm[i]) is { } word)
            {
                words.Add(word);
            }
            else
            {
                reader.Add(
                    [Facts, "firm", i.ToString(System.Globalization.CultureInfo.InvariantCulture)],
                    "This constraint is never proposed for relaxing, so it need not be said.",
                    ["GENDER", "TIME", "LANGUAGE", "TOO_FAR", "MODE", "HOME_FACTOR"]);
            }
        }

        return words;
    }

    private static string? FirmWord(Constraint constraint) => constraint switch
    {
        Constraint.Gender => "gender",
        Constraint.Time => "time",
        Constraint.Language => "language",
        Constraint.TooFar => "distance",
        Constraint.Mode => "mode",
        Constraint.HomeFactor => "home",
        _ => null
    };
}

/// <summary>Who comes onto the register.</summary>
public sealed record RegisterResidentInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The id under which the caller's organisation knows her; unique here, kept as written.</summary>
    [GraphQLType("ID!")]
    public required string Reference { get; init; }

    /// <summary>The ward she lives in, by code or by name.</summary>
    public required string Ward { get; init; }

    /// <summary>The organisation that keeps the record.</summary>
    [GraphQLType("ID")]
    public string? Organisation { get; init; }

    /// <summary>What is known of her.</summary>
    public ResidentInput? Facts { get; init; }
}

/// <summary>What came of registering a resident.</summary>
public sealed record RegisterResidentPayload
{
    /// <summary>The resident as she is now; null when refused.</summary>
    public ResidentType? Resident { get; init; }

    /// <summary>Why it was not done; null exactly when it was done.</summary>
    public IReadOnlyList<IRegisterResidentError>? Errors { get; init; }

    internal static RegisterResidentPayload Refused(params IReadOnlyList<UserError> errors) =>
        new() { Errors = [.. errors.SelectMany(error => error.As<IRegisterResidentError>())] };
}
