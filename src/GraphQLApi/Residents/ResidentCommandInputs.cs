using HotChocolate;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Residents;

/// <summary>Who comes onto the register.</summary>
public sealed record RegisterResidentInput : CommandInput
{
    /// <summary>The id under which the caller's organisation knows her; unique here, kept as written.</summary>
    [GraphQLType("ID!")]
    public required string Reference { get; init; }

    /// <summary>The ward she lives in, by code or by name.</summary>
    public required string Ward { get; init; }

    /// <summary>The organisation that keeps the record, by reference or global id.</summary>
    [GraphQLType("ID")]
    public string? Organisation { get; init; }

    /// <summary>First day on the register; left out, it is today.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>What is known of her.</summary>
    public ResidentInput? Facts { get; init; }
}

/// <summary>Changes to what is known of a resident.</summary>
public sealed record UpdateResidentInput : ResidentCommandInput
{
    /// <summary>The version that was read; given, a record changed meanwhile is left as it is.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>The changes: what is left out stays as it is, null clears.</summary>
    public required ResidentInput Set { get; init; }
}

/// <summary>What came of registering or updating a resident.</summary>
public sealed record RegisterResidentPayload : ResidentPayload<IRegisterResidentError>
{
    internal static RegisterResidentPayload Of(ResidentDeed deed) =>
        deed.Error is { } error ? Refused(error) : new RegisterResidentPayload { Resident = new ResidentType(deed.Reading!) };

    internal static RegisterResidentPayload Refused(params IReadOnlyList<UserError> errors) =>
        new() { Errors = [.. errors.SelectMany(error => error.As<IRegisterResidentError>())] };
}

/// <summary>Who was asked about her connections.</summary>
public sealed record AskAboutConnectionsInput : ResidentCommandInput
{
    /// <summary>The day she was asked.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What came of recording that a resident was asked about her connections.</summary>
public sealed record AskAboutConnectionsPayload : ResidentPayload<IAskAboutConnectionsError>;

/// <summary>Who is no longer on the register.</summary>
public sealed record LeaveRegisterInput : ResidentCommandInput
{
    /// <summary>The version that was read; given, a record changed meanwhile is left as it is.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>First day she is no longer on the register.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why.</summary>
    public LeftReason? Reason { get; init; }
}

/// <summary>What came of leaving the register.</summary>
public sealed record LeaveRegisterPayload : ResidentPayload<ILeaveRegisterError>;

/// <summary>Who asked to be forgotten.</summary>
public sealed record EraseResidentInput : ResidentCommandInput
{
    /// <summary>The version that was read; given, a record changed meanwhile is left as it is.</summary>
    public int? ExpectedVersion { get; init; }
}

/// <summary>What came of erasing a resident.</summary>
public sealed record EraseResidentPayload : CommandPayload<IEraseResidentError>
{
    /// <summary>The resident as the input named her; null when refused.</summary>
    [GraphQLType("ID")]
    public string? Erased { get; init; }
}
