using System.Collections.Immutable;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Grains.Watches;

/// <summary>What is watched.</summary>
/// <param name="Rule">When a person is listed; it must have no fault.</param>
/// <param name="Wards">Null = all wards.</param>
/// <param name="BefriendingEndedDays">
/// Given, people whose befriending has ended are watched instead: for so many days, unless they are matched again.
/// </param>
/// <param name="Stalled">
/// Given, people are watched instead who have stood at one of these stages of the pathway longer than it should take: each stage is a list
/// of its own.
/// </param>
[GenerateSerializer, Immutable, Alias("networks.watch-question")]
public sealed record WatchQuestion(
    [property: Id(0)] UnconnectedRule Rule,
    [property: Id(1)] ImmutableArray<WardCode>? Wards,
    [property: Id(2)] int? BefriendingEndedDays = null,
    [property: Id(3)] ImmutableArray<PathwayStage>? Stalled = null)
{
    /// <summary>The largest number of days a watch asks about.</summary>
    public const int DaysMax = UnconnectedRule.DaysMax;

    /// <summary>Befriending that ended in the last <paramref name="days"/> days, 1 to <see cref="DaysMax"/>.</summary>
    public static WatchQuestion BefriendingEnded(int days, ImmutableArray<WardCode>? wards) =>
        new(UnconnectedRule.Default, wards, days);

    /// <summary>
    /// A connection that is there but silent: somebody who has current connections, and no contact on any for <paramref name="days"/> days.
    /// </summary>
    public static WatchQuestion NoContact(int days, ImmutableArray<WardCode>? wards) =>
        new(new UnconnectedRule { NoContactSinceDays = days, OnlyIfConnected = true }, wards);

    /// <summary>Somebody who stands still on the pathway, at one of some stages or (null) at any.</summary>
    public static WatchQuestion StalledAt(ImmutableArray<PathwayStage>? stages, ImmutableArray<WardCode>? wards) =>
        new(UnconnectedRule.Default, wards, Stalled: [.. (stages ?? PathwayCourse.Stages).Distinct().Order()]);

    /// <summary>The list that is watched, unless it is one of people who stand still.</summary>
    public ListedQuery List(ListedStamp? seen, bool isUnhurried = false) => new()
    {
        Rule = Rule, Wards = Wards, BefriendingEndedDays = BefriendingEndedDays, Seen = seen, IsUnhurried = isUnhurried,
    };
}

/// <summary>Where a watch stands, and who came since.</summary>
/// <param name="Last">Number of the latest event there has been; 0 before the first.</param>
/// <param name="Came">Who came, in the order of their numbers.</param>
[GenerateSerializer, Immutable, Alias("networks.watch-reading")]
public sealed record WatchReading([property: Id(0)] long Last, [property: Id(1)] ImmutableArray<WatchedPerson> Came);

/// <summary>Somebody on a watched list.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Number">Number of the event when she came; null = she was on the list when the watch began.</param>
/// <param name="At">When it was seen; null with <paramref name="Number"/>.</param>
/// <param name="Stage">The stage at which she stands still, on lists of that; null on others.</param>
[GenerateSerializer, Immutable, Alias("networks.watched-person")]
public sealed record WatchedPerson(
    [property: Id(0)] ResidentId Resident,
    [property: Id(1)] long? Number,
    [property: Id(2)] DateTimeOffset? At,
    [property: Id(3)] PathwayStage? Stage = null);
