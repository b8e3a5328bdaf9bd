using HotChocolate;
using HotChocolate.Types;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Subscriptions;
using Orleans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>Events about matching rounds.</summary>
[SubscriptionType]
public static class MatchingRoundSubscriptions
{
    /// <summary>
    /// A matching round as it is now, and again whenever it has changed: how far a solve has come, its plan, each answer. Ends when the
    /// round is cancelled, closed or has failed.
    /// </summary>
    /// <param name="id">The round's name or global id.</param>
    [Subscribe(With = nameof(OpenAsync))]
    public static MatchingRoundType MatchingRoundProgress([EventMessage] MatchingRoundType round, [GraphQLType("ID!")] string id) => round;

    private static async Task<IAsyncEnumerable<MatchingRoundType>> OpenAsync(
        string id, IGrainFactory grains, TimeProvider time, CancellationToken cancellationToken)
    {
        var round = await MatchingRoundQueries.GetMatchingRoundAsync(id, grains)
            ?? throw Refused.BadArgument("id", $"No matching round '{id}' was opened here; matchingRounds lists those that were.");
        return Following.UntilOverAsync(
            round,
            told => MatchingRoundType.FindAsync(grains, told.Name),
            of => of.State is RoundState.Cancelled or RoundState.Closed or RoundState.Failed,
            (now, told) => now.LooksLike(told),
            time,
            cancellationToken);
    }
}
