using System.Runtime.CompilerServices;
using HotChocolate;
using HotChocolate.Types;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Simulations;

/// <summary>Events about runs of what-if scenarios.</summary>
[SubscriptionType]
public static class SimulationSubscriptions
{
    /// <summary>How often the run is looked at while somebody follows it.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

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
        return FollowAsync(simulation, grains, time, cancellationToken);
    }

    private static async IAsyncEnumerable<SimulationType> FollowAsync(
        SimulationType simulation, IGrainFactory grains, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return simulation;
        while (!simulation.IsOver)
        {
            await Task.Delay(LookEvery, time, cancellationToken);
            if (await SimulationType.FindAsync(grains, simulation.Reference) is { } now && !now.LooksLike(simulation))
            {
                simulation = now;
                yield return simulation;
            }
        }
    }
}
