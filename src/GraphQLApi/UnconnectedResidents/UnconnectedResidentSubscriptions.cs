using System.Globalization;
using System.Runtime.CompilerServices;
using HotChocolate;
using HotChocolate.Types;
using Networks.Grains;
using Networks.Grains.Watches;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>Events about people with too little recorded social connection.</summary>
[SubscriptionType]
public static class UnconnectedResidentSubscriptions
{
    private const string CursorType = "Watch";
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Somebody came onto the list, by a change or by time alone: one event for each person until the person leaves the list. Read on after
    /// a cursor, nobody is missed, even over a restart; who has left the list meanwhile is not told of.
    /// </summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="rule">When a person is listed; left out, it is: no current connection.</param>
    /// <param name="after">Read on after this event; left out, only what happens from now on is told.</param>
    [Subscribe(With = nameof(OpenAsync))]
    public static UnconnectedEventType ResidentBecameUnconnected(
        [EventMessage] UnconnectedEventType happened, IReadOnlyList<string>? wards, UnconnectedRuleInput? rule, string? after) => happened;

    private static async Task<IAsyncEnumerable<UnconnectedEventType>> OpenAsync(
        IReadOnlyList<string>? wards,
        UnconnectedRuleInput? rule,
        string? after,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var asked = new WatchQuestion(UnconnectedRules.Of(rule), await register.FindCodesAsync(wards, "wards"));
        var watch = WatchId.Of(asked.Rule, asked.Wards);
        var from = after is null ? (long?)null : Number(watch, after);
        return ReadAsync(grains, asked, watch, from, cancellationToken);
    }

    private static async IAsyncEnumerable<UnconnectedEventType> ReadAsync(
        IGrainFactory grains, WatchQuestion asked, WatchId watch, long? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var reading = await grains.Watch(watch).Read(asked, from, WaitAtMost, cancellationToken);
            var people = await grains.Area().Evidence(asked.Rule, [.. reading.Came.Select(came => came.Resident)]);
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
                "after", "after is no cursor of this rule and these wards; leave it out to hear what happens from now on.");
}

/// <summary>Somebody came onto a list of people with too little recorded social connection.</summary>
[GraphQLName("UnconnectedEvent")]
public sealed class UnconnectedEventType
{
    internal UnconnectedEventType(string cursor, DateTimeOffset on, UnconnectedPerson person) =>
        (Cursor, On, Node) = (cursor, on, new UnconnectedResidentType(person));

    /// <summary>Opaque; give it as `after` to read on from here.</summary>
    public string Cursor { get; }

    /// <summary>When it was seen.</summary>
    public DateTimeOffset On { get; }

    /// <summary>Who, with the evidence as it is now.</summary>
    public UnconnectedResidentType Node { get; }
}
