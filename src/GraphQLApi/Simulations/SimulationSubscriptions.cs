using HotChocolate;
using HotChocolate.Types;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Subscriptions;
using Orleans;

namespace Networks.GraphQLApi.Simulations;

/// <summary>Events about runs of what-if scenarios.</summary>
[SubscriptionType]
public static class SimulationSubscriptions
{
    /// <summary>
    /// A run as it is now, and again whenever it has changed: its turn has come, more of it is done, it is over. Ends when it is done,
    /// cancelled or has failed.
    /// </summary>
    /// <param name="id">The run's reference or global id.</param>
    [Subscribe(With = nameof(OpenAsync))]
    public static SimulationType SimulationProgress([EventMessage] SimulationType simulation, [GraphQLType("ID!")] string id) => simulation;

    private static async Task<IAsyncEnumerable<SimulationType>> OpenAsync(
        string id, IGrainFactory grains, TimeProvider time, CancellationToken cancellationToken)
    {
        var simulation = await SimulationType.FindAsync(grains, id)
            ?? throw Refused.BadArgument("id", $"No simulation '{id}' was started here; simulations lists those that were.");
        return Following.UntilOverAsync(
            simulation,
            told => SimulationType.FindAsync(grains, told.Reference),
            of => of.IsOver,
            (now, told) => now.LooksLike(told),
            time,
            cancellationToken);
    }
}
