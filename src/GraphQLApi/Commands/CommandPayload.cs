using HotChocolate;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.Commands;

/// <summary>What every command answers.</summary>
/// <typeparam name="TError">The union of what it can be refused for.</typeparam>
public abstract record CommandPayload<TError>
    where TError : class
{
    [GraphQLDescription("Why it was not done; null exactly when it was done.")]
    public IReadOnlyList<TError>? Errors { get; init; }
}

/// <summary>What commands on a resident's record answer that change nothing with an id of its own.</summary>
/// <typeparam name="TError">The union of what it can be refused for.</typeparam>
public abstract record ResidentPayload<TError> : CommandPayload<TError>
    where TError : class
{
    [GraphQLDescription("The resident as she is now; null when refused.")]
    public ResidentType? Resident { get; init; }
}
