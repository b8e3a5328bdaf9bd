using System.Runtime.CompilerServices;
using HotChocolate;
using HotChocolate.Types;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>Events about matching rounds.</summary>
[SubscriptionType]
public static class MatchingRoundSubscriptions
{
    /// <summary>How often the round is looked at while somebody follows it.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

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
        return FollowAsync(round, grains, time, cancellationToken);
    }

    private static async IAsyncEnumerable<MatchingRoundType> FollowAsync(
        MatchingRoundType round, IGrainFactory grains, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return round;
        while (round.State is not (RoundState.Cancelled or RoundState.Closed or RoundState.Failed))
        {
            await Task.Delay(LookEvery, time, cancellationToken);
            if (await MatchingRoundType.FindAsync(grains, round.Name) is { } now && !now.LooksLike(round))
            {
                round = now;
                yield return round;
            }
        }
    }
}
