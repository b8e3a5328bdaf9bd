using System.Runtime.CompilerServices;
using HotChocolate;
using HotChocolate.Types;
using Networks.Domain.Pathways;
using Networks.Grains;
using Networks.Grains.Watches;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.UnconnectedResidents;
using Orleans;

namespace Networks.GraphQLApi.Pathways;

/// <summary>Events about people who stand still on the pathway.</summary>
[SubscriptionType]
public static class PathwaySubscriptions
{
    /// <summary>
    /// Somebody has stood at a stage longer than it should take, by time alone or by what was written down: one event for each person and
    /// stage until that stage is left. Read on after a cursor, nobody is missed, even over a restart.
    /// </summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="stages">Only these stages; left out, all of them.</param>
    /// <param name="after">Read on after this event; left out, only what happens from now on is told.</param>
    [Subscribe(With = nameof(OpenStalledAsync))]
    public static StalledEventType ResidentStalled(
        [EventMessage] StalledEventType happened, IReadOnlyList<string>? wards, IReadOnlyList<PathwayStage>? stages, string? after) =>
        happened;

    private static async Task<IAsyncEnumerable<StalledEventType>> OpenStalledAsync(
        IReadOnlyList<string>? wards,
        IReadOnlyList<PathwayStage>? stages,
        string? after,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var asked = WatchQuestion.StalledAt(PathwayQueries.Stages(stages), await register.FindCodesAsync(wards, "wards"));
        return ReadAsync(grains, register, WatchEvents.Follow(grains, asked, after, cancellationToken), cancellationToken);
    }

    // Who has left the stage between the look and the telling is not told of.
    private static async IAsyncEnumerable<StalledEventType> ReadAsync(
        IGrainFactory grains,
        AreaRegister register,
        IAsyncEnumerable<WatchedEvents> events,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var some in events.WithCancellation(cancellationToken))
        {
            var standings = await grains.Pathway().Standings([.. some.People.Select(one => one.Person.Resident).Distinct()]);
            var today = await register.TodayAsync();
            foreach (var (cursor, came) in some.People)
            {
                if (standings.FirstOrDefault(one => one.Resident == came.Resident) is { } standing
                    && standing.Standing.Stage == came.Stage && standing.Standing.IsStalled(today))
                {
                    yield return new StalledEventType(cursor, came.At ?? default, new StalledResidentType(standing, today));
                }
            }
        }
    }
}

/// <summary>Somebody has stood at a stage of the pathway longer than it should take.</summary>
[GraphQLName("StalledEvent")]
public sealed class StalledEventType
{
    internal StalledEventType(string cursor, DateTimeOffset on, StalledResidentType node) => (Cursor, On, Node) = (cursor, on, node);

    /// <summary>Opaque; give it as `after` to read on from here.</summary>
    public string Cursor { get; }

    /// <summary>When it was seen.</summary>
    public DateTimeOffset On { get; }

    /// <summary>Who, and where.</summary>
    public StalledResidentType Node { get; }
}
