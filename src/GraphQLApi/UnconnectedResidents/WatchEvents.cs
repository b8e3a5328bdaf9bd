using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Networks.Grains;
using Networks.Grains.Watches;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>The events of a watch, one after the other, for as long as somebody listens.</summary>
internal static class WatchEvents
{
    private const string CursorType = "Watch";
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(10);

    /// <summary>Refuses at once what cannot be followed; then waits.</summary>
    public static IAsyncEnumerable<UnconnectedEventType> Open(
        IGrainFactory grains, WatchQuestion asked, string? after, CancellationToken cancellationToken) =>
        ReadAsync(grains, asked, Follow(grains, asked, after, cancellationToken), cancellationToken);

    /// <summary>The same for any watch: who came, without evidence. Refuses at once what cannot be followed; then waits.</summary>
    public static IAsyncEnumerable<WatchedEvents> Follow(
        IGrainFactory grains, WatchQuestion asked, string? after, CancellationToken cancellationToken)
    {
        var watch = WatchId.Of(asked);
        return FollowAsync(grains, asked, watch, after is null ? null : Number(watch, after), cancellationToken);
    }

    /// <summary>The days of a watch, or a refusal that names the range.</summary>
    public static int Days(int? days, int otherwise) => (days ?? otherwise) is >= 1 and <= WatchQuestion.DaysMax and var given
        ? given
        : throw Refused.BadArgument(
            "days", FormattableString.Invariant($"days is {days}; it must be from 1 to {WatchQuestion.DaysMax}."));

    private static async IAsyncEnumerable<UnconnectedEventType> ReadAsync(
        IGrainFactory grains,
        WatchQuestion asked,
        IAsyncEnumerable<WatchedEvents> events,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var some in events.WithCancellation(cancellationToken))
        {
            var people = await grains.Area().Evidence(asked.List(null), [.. some.People.Select(one => one.Person.Resident)]);
            var evidence = people.ToDictionary(person => person.Resident);
            foreach (var (cursor, came) in some.People.Where(one => evidence.ContainsKey(one.Person.Resident)))
            {
                yield return new UnconnectedEventType(cursor, came.At ?? default, evidence[came.Resident]);
            }
        }
    }

    private static async IAsyncEnumerable<WatchedEvents> FollowAsync(
        IGrainFactory grains, WatchQuestion asked, WatchId watch, long? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var reading = await grains.Watch(watch).Read(asked, from, WaitAtMost, cancellationToken);
            yield return new WatchedEvents(
                [.. reading.Came.Select(came => (
                    GlobalId.Of(CursorType, string.Create(CultureInfo.InvariantCulture, $"{watch.Value}.{came.Number}")), came))]);
            from = reading.Came is [.., var latest] ? latest.Number : from ?? reading.Last;
        }
    }

    private static long Number(WatchId watch, string cursor) =>
        GlobalId.Read(CursorType, cursor)?.Split('.') is [var name, var number] && name == watch.Value
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? known
            : throw Refused.BadArgument(
                "after", "after is no cursor of this question and these wards; leave it out to hear what happens from now on.");
}

/// <summary>Who came onto a watched list at one look, each with the cursor to read on from.</summary>
internal sealed record WatchedEvents(ImmutableArray<(string Cursor, WatchedPerson Person)> People);
