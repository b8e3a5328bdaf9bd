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
        IGrainFactory grains, WatchQuestion asked, string? after, CancellationToken cancellationToken)
    {
        var watch = WatchId.Of(asked);
        return ReadAsync(grains, asked, watch, after is null ? null : Number(watch, after), cancellationToken);
    }

    /// <summary>The days of a watch, or a refusal that names the range.</summary>
    public static int Days(int? days, int otherwise) => (days ?? otherwise) is >= 1 and <= WatchQuestion.DaysMax and var given
        ? given
        : throw Refused.BadArgument(
            "days", FormattableString.Invariant($"days is {days}; it must be from 1 to {WatchQuestion.DaysMax}."));

    private static async IAsyncEnumerable<UnconnectedEventType> ReadAsync(
        IGrainFactory grains, WatchQuestion asked, WatchId watch, long? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var reading = await grains.Watch(watch).Read(asked, from, WaitAtMost, cancellationToken);
            var people = await grains.Area().Evidence(asked.List(null), [.. reading.Came.Select(came => came.Resident)]);
            var evidence = people.ToDictionary(person => person.Resident);
            foreach (var came in reading.Came.Where(came => evidence.ContainsKey(came.Resident)))
            {
                var cursor = GlobalId.Of(CursorType, string.Create(CultureInfo.InvariantCulture, $"{watch.Value}.{came.Number}"));
                yield return new UnconnectedEventType(cursor, came.At ?? default, evidence[came.Resident]);
            }

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
