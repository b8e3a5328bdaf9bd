using System.ComponentModel;
using HotChocolate;
using Networks.Domain.Matches;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>Which round to open.</summary>
public sealed record OpenMatchingRoundInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The round's unique name: 1 to 40 of a-z, 0-9 and hyphen.</summary>
    public required string Name { get; init; }

    /// <summary>The wards it is for, by code or by name.</summary>
    public required IReadOnlyList<string> Wards { get; init; }

    /// <summary>Only these kinds; left out, all.</summary>
    public IReadOnlyList<OfferKind>? Kinds { get; init; }

    /// <summary>The rules to solve by, as YAML; left out, the defaults.</summary>
    public string? Policy { get; init; }
}

/// <summary>Which round.</summary>
public sealed record RoundInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The round's name or global id.</summary>
    [GraphQLType("ID!")]
    public required string Round { get; init; }
}

/// <summary>Which plan to publish.</summary>
public sealed record PublishRoundInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The round's name or global id.</summary>
    [GraphQLType("ID!")]
    public required string Round { get; init; }

    /// <summary>Only these proposals; left out, all. The others are withdrawn.</summary>
    [GraphQLType("[ID!]")]
    public IReadOnlyList<string>? ApprovedProposals { get; init; }

    /// <summary>Digest of the problem that the human saw; refused if the round has another by now.</summary>
    public required string ProblemDigest { get; init; }
}

/// <summary>Which pair of a round.</summary>
public sealed record PairInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The round's name or global id.</summary>
    [GraphQLType("ID!")]
    public required string Round { get; init; }

    /// <summary>The resident, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Resident { get; init; }

    /// <summary>The volunteer or group, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Offer { get; init; }

    /// <summary>Why, for whoever asks later.</summary>
    public required string Reason { get; init; }

    /// <summary>Takes it back.</summary>
    [DefaultValue(false)]
    public bool? Undo { get; init; }

    /// <summary>
    /// Solves the round again at once and waits for the plan, so that the answer's round shows what moved; up to 10 seconds, then the round
    /// is answered as it is and may be asked for again.
    /// </summary>
    [DefaultValue(false)]
    public bool? Solve { get; init; }
}

/// <summary>Whose last decision to take back.</summary>
public sealed record UndoPairDecisionInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }

    /// <summary>The round's name or global id.</summary>
    [GraphQLType("ID!")]
    public required string Round { get; init; }

    /// <summary>Solves the round again at once, as with a pin.</summary>
    [DefaultValue(false)]
    public bool? Solve { get; init; }
}

/// <summary>What came of a command about a round.</summary>
public sealed record RoundPayload
{
    /// <summary>The round as it is now; null when refused.</summary>
    public MatchingRoundType? Round { get; init; }

    /// <summary>Why it was not done; null exactly when it was done.</summary>
    public IReadOnlyList<ICommandError>? Errors { get; init; }

    internal static RoundPayload Refused(UserError error) => new() { Errors = error.As<ICommandError>() };
}
