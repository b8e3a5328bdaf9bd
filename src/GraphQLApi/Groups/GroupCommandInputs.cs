using HotChocolate;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Groups;

/// <summary>Which group.</summary>
public sealed record RegisterGroupInput : CommandInput
{
    /// <summary>The id under which the caller's organisation knows the group; unique here, kept as written.</summary>
    [GraphQLType("ID!")]
    public required string Reference { get; init; }

    /// <summary>What the group is called.</summary>
    public required string Name { get; init; }

    /// <summary>The ward it meets in, by code or by name.</summary>
    public required string Ward { get; init; }

    /// <summary>The organisation that keeps the record, by reference or global id.</summary>
    [GraphQLType("ID")]
    public string? Organisation { get; init; }

    /// <summary>Places in all; left out it means no limit with open access, and not known without.</summary>
    public int? Places { get; init; }

    /// <summary>Places taken by people outside the register.</summary>
    public int? OthersAttending { get; init; }

    /// <summary>What is known of the group.</summary>
    public GroupInput? Facts { get; init; }
}

/// <summary>Changes to what is known of a group; setCapacity changes how many places there are.</summary>
public sealed record UpdateGroupInput : CommandInput
{
    /// <summary>The group, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Group { get; init; }

    /// <summary>The version that was read; given, a record changed meanwhile is left as it is.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>The changes: what is left out stays as it is, null clears.</summary>
    public required GroupInput Set { get; init; }
}

/// <summary>Which group no longer runs.</summary>
public sealed record CloseGroupInput : CommandInput
{
    /// <summary>The group, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Group { get; init; }

    /// <summary>The version that was read; given, a record changed meanwhile is left as it is.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>First day it no longer runs.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What commands on a group's record answer.</summary>
/// <typeparam name="TError">The union of what it can be refused for.</typeparam>
public abstract record GroupPayload<TError> : CommandPayload<TError>
    where TError : class
{
    [GraphQLDescription("The group as it is now; null when refused.")]
    public GroupType? Group { get; init; }
}

/// <summary>What came of registering a group.</summary>
public sealed record RegisterGroupPayload : GroupPayload<IRegisterGroupError>;

/// <summary>What came of updating a group.</summary>
public sealed record UpdateGroupPayload : GroupPayload<IUpdateGroupError>;

/// <summary>What came of closing a group.</summary>
public sealed record CloseGroupPayload : GroupPayload<ICloseGroupError>;
