using HotChocolate;
using HotChocolate.Types;
using Networks.Grains.Watches;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Areas;
using Orleans;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>Events about people with too little recorded social connection.</summary>
[SubscriptionType]
public static class UnconnectedResidentSubscriptions
{
    private const int DaysDefault = 60;

    /// <summary>
    /// Somebody came onto the list, by a change or by time alone: one event for each person until the person leaves the list. Read on after
    /// a cursor, nobody is missed, even over a restart; who has left the list meanwhile is not told of.
    /// </summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="rule">When a person is listed; left out, it is: no current connection.</param>
    /// <param name="after">Read on after this event; left out, only what happens from now on is told.</param>
    [Subscribe(With = nameof(OpenBecameUnconnectedAsync))]
    public static UnconnectedEventType ResidentBecameUnconnected(
        [EventMessage] UnconnectedEventType happened, IReadOnlyList<string>? wards, UnconnectedRuleInput? rule, string? after) => happened;

    /// <summary>
    /// Somebody's befriending ended and nobody else befriends that person: one event, until the person is matched again or the days are
    /// over; if it ends again, there is another.
    /// </summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="days">For how many days a person whose befriending has ended stays on the list, 1 to 3650.</param>
    /// <param name="after">Read on after this event; left out, only what happens from now on is told.</param>
    [Subscribe(With = nameof(OpenBefriendingEndedAsync))]
    public static UnconnectedEventType ResidentBefriendingEnded(
        [EventMessage] UnconnectedEventType happened, IReadOnlyList<string>? wards, string? after, int? days = DaysDefault) => happened;

    /// <summary>
    /// The last contact of somebody who does have current connections is more than so many days ago, or none is recorded: one event, until
    /// there is contact again or no connection is left.
    /// </summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="days">How many days without contact, 1 to 3650.</param>
    /// <param name="after">Read on after this event; left out, only what happens from now on is told.</param>
    [Subscribe(With = nameof(OpenLostContactAsync))]
    public static UnconnectedEventType ResidentLostContact(
        [EventMessage] UnconnectedEventType happened, IReadOnlyList<string>? wards, string? after, int? days = DaysDefault) => happened;

    private static async Task<IAsyncEnumerable<UnconnectedEventType>> OpenBecameUnconnectedAsync(
        IReadOnlyList<string>? wards,
        UnconnectedRuleInput? rule,
        string? after,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken) =>
        WatchEvents.Open(
            grains, new WatchQuestion(UnconnectedRules.Of(rule), await register.FindCodesAsync(wards, "wards")), after, cancellationToken);

    private static async Task<IAsyncEnumerable<UnconnectedEventType>> OpenBefriendingEndedAsync(
        IReadOnlyList<string>? wards,
        string? after,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken,
        int? days = DaysDefault) =>
        WatchEvents.Open(
            grains,
            WatchQuestion.BefriendingEnded(WatchEvents.Days(days, DaysDefault), await register.FindCodesAsync(wards, "wards")),
            after,
            cancellationToken);

    private static async Task<IAsyncEnumerable<UnconnectedEventType>> OpenLostContactAsync(
        IReadOnlyList<string>? wards,
        string? after,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken,
        int? days = DaysDefault) =>
        WatchEvents.Open(
            grains,
            WatchQuestion.NoContact(WatchEvents.Days(days, DaysDefault), await register.FindCodesAsync(wards, "wards")),
            after,
            cancellationToken);
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
