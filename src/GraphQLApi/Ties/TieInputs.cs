using HotChocolate;
using Networks.Domain.Ties;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Ties;

/// <summary>Who names whom: exactly one of toResident and toAlter.</summary>
public sealed record RecordTieInput : CommandInput
{
    /// <summary>The resident who names somebody, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string From { get; init; }

    /// <summary>The resident named, by reference or global id.</summary>
    [GraphQLType("ID")]
    public string? ToResident { get; init; }

    /// <summary>A label for a person outside the register; one label of one resident is one person.</summary>
    public string? ToAlter { get; init; }

    /// <summary>What the named person is to the one who names them.</summary>
    public required TieKind Kind { get; init; }

    /// <summary>1 (closest) to 3.</summary>
    public int? Circle { get; init; }

    /// <summary>How often the two are in touch.</summary>
    public ContactFrequency? ContactFrequency { get; init; }

    /// <summary>The latest contact known.</summary>
    public DateOnly? LastContact { get; init; }

    /// <summary>What she could turn to this person for.</summary>
    public IReadOnlyList<SupportKind>? Support { get; init; }

    /// <summary>First day the tie holds.</summary>
    public DateOnly? Since { get; init; }
}

/// <summary>Which tie no longer holds.</summary>
public sealed record EndTieInput : CommandInput
{
    /// <summary>The tie's id.</summary>
    [GraphQLType("ID!")]
    public required string Tie { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>What came of a command about a tie.</summary>
public sealed record TiePayload : CommandPayload<ICommandError>
{
    /// <summary>The tie as it is now; null when refused.</summary>
    public TieType? Tie { get; init; }

    internal static TiePayload Refused(UserError error) => new() { Errors = error.As<ICommandError>() };
}
