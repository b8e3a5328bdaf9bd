using HotChocolate;
using Networks.Domain.Matches;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Matches;

/// <summary>What every command on a match says.</summary>
public abstract record MatchInput : CommandInput
{
    /// <summary>The match's id.</summary>
    [GraphQLType("ID!")]
    public required string Match { get; init; }
}

/// <summary>What commands on a match answer.</summary>
/// <typeparam name="TError">The union of what it can be refused for.</typeparam>
public abstract record MatchPayload<TError> : CommandPayload<TError>
    where TError : class
{
    [GraphQLDescription("The match as it is now; null when refused.")]
    public MatchType? Match { get; init; }
}

/// <summary>Which match no longer holds.</summary>
public sealed record EndMatchInput : MatchInput
{
    /// <summary>First day it no longer holds.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why it ended.</summary>
    public required MatchEnding Ending { get; init; }
}

/// <summary>What came of ending a match.</summary>
public sealed record EndMatchPayload : MatchPayload<IEndMatchError>;

/// <summary>Which step a match has reached.</summary>
public sealed record RecordMilestoneInput : MatchInput
{
    /// <summary>Which step. Only reviews happen more than once.</summary>
    public required MilestoneKind Kind { get; init; }

    /// <summary>On which day; none to come.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When the next review is due. Left out: a review leaves none due, any other step leaves it as planned. Null: none.</summary>
    public Optional<DateOnly?> ReviewDue { get; init; }
}

/// <summary>What came of recording a milestone.</summary>
public sealed record RecordMilestonePayload : MatchPayload<IRecordMilestoneError>;
