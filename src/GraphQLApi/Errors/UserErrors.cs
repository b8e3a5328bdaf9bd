using HotChocolate;

namespace Networks.GraphQLApi.Errors;

/// <summary>What every refusal says.</summary>
/// <param name="message">One sentence that says what is wrong and how to go on.</param>
/// <param name="code">A stable code for programs.</param>
/// <param name="path">Where in `input` the fault lies.</param>
public abstract class UserError(string message, string code, IReadOnlyList<string>? path) : IUserError
{
    /// <summary>One sentence that says what is wrong and how to go on.</summary>
    public string Message { get; } = message;

    /// <summary>A stable code for programs.</summary>
    public string Code { get; } = code;

    /// <summary>Where in `input` the fault lies, such as ["available", "0"]; null when it is not about one field.</summary>
    public IReadOnlyList<string>? Path { get; } = path;
}

/// <summary>A resident with this reference is on the register already.</summary>
[GraphQLName("AlreadyRegistered")]
public sealed class ResidentAlreadyRegistered(string message, string resident)
    : UserError(message, "ALREADY_REGISTERED", ["reference"]), IRegisterResidentError
{
    /// <summary>The resident who has the reference.</summary>
    [GraphQLType("ID!")]
    public string Resident { get; } = resident;
}

/// <summary>A volunteer with this reference is registered already.</summary>
public sealed class VolunteerAlreadyRegistered(string message, string volunteer)
    : UserError(message, "ALREADY_REGISTERED", ["reference"]), IRegisterVolunteerError
{
    /// <summary>The volunteer who has the reference.</summary>
    [GraphQLType("ID!")]
    public string Volunteer { get; } = volunteer;
}

/// <summary>A group with this reference is registered already.</summary>
public sealed class GroupAlreadyRegistered(string message, string group)
    : UserError(message, "ALREADY_REGISTERED", ["reference"]), IRegisterGroupError
{
    /// <summary>The group that has the reference.</summary>
    [GraphQLType("ID!")]
    public string Group { get; } = group;
}

/// <summary>The ward is not one of this area's.</summary>
[GraphQLName("UnknownWard")]
public sealed class UnknownWardError(string message, IReadOnlyList<string>? path, IReadOnlyList<string> didYouMean)
    : UserError(message, "UNKNOWN_WARD", path),
    ICommandError, IRegisterResidentError, IRegisterVolunteerError, IUpdateVolunteerError, IRegisterGroupError, IUpdateGroupError
{
    /// <summary>Codes of this area that look like it, nearest first.</summary>
    public IReadOnlyList<string> DidYouMean { get; } = didYouMean;
}

/// <summary>A value that the field cannot take.</summary>
[GraphQLName("InvalidValue")]
public sealed class InvalidValueError(
    string message, IReadOnlyList<string> path, IReadOnlyList<string>? allowed = null, string? didYouMean = null)
    : UserError(message, "INVALID_VALUE", path), IAnyResidentError, IAnyOfferError
{
    /// <summary>The values that would do, where they are a closed list.</summary>
    public IReadOnlyList<string>? Allowed { get; } = allowed;

    /// <summary>The allowed value with the fewest typing errors away from the one given; null where there is no closed list.</summary>
    public string? DidYouMean { get; } = didYouMean;
}

/// <summary>Somebody else changed the record since the caller read it.</summary>
[GraphQLName("VersionConflict")]
public sealed class VersionConflictError(string message, int currentVersion)
    : UserError(message, "VERSION_CONFLICT", ["expectedVersion"]), IAnyVersionedError
{
    /// <summary>The version the record has now.</summary>
    public int CurrentVersion { get; } = currentVersion;
}

/// <summary>The caller may not do this.</summary>
public sealed class NotAllowed(string message, IReadOnlyList<string>? path)
    : UserError(message, "NOT_ALLOWED", path), IAnyResidentError, IAnyOfferError;

/// <summary>The command id came earlier with another input.</summary>
[GraphQLName("CommandIdReused")]
public sealed class CommandIdReusedError(string message)
    : UserError(message, "COMMAND_ID_REUSED", ["commandId"]), IAnyResidentError, IAnyOfferError;

/// <summary>The person asked for her record to be erased; the reference stays closed.</summary>
public sealed class Erased(string message, IReadOnlyList<string>? path) : UserError(message, "ERASED", path), IAnyResidentError;

/// <summary>Every place is held or taken, or the capacity asked for is below what already is.</summary>
[GraphQLName("NoFreePlace")]
public sealed class NoFreePlaceError(string message, IReadOnlyList<string>? path, int capacity, int held, int active)
    : UserError(message, "NO_FREE_PLACE", path),
    ICommandError, IJoinGroupError, IRegisterVolunteerError, IUpdateVolunteerError, IRegisterGroupError, IUpdateGroupError
{
    /// <summary>Places in all.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Places held for open proposals.</summary>
    public int Held { get; } = held;

    /// <summary>Places taken.</summary>
    public int Active { get; } = active;
}

/// <summary>What is asked is not possible as things stand.</summary>
[GraphQLName("WrongState")]
public sealed class WrongStateError(string message, IReadOnlyList<string>? path, string state)
    : UserError(message, "WRONG_STATE", path), IAnyResidentError, IAnyOfferError
{
    /// <summary>One word for how things stand, such as "ended".</summary>
    public string State { get; } = state;
}
