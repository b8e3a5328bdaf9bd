using System.Collections.Immutable;
using Networks.Domain.Measures;

namespace Networks.Matching.Problems;

/// <summary>
/// The order in which wishes are helped: band, waiting since, lottery, reference (as bytes), one-to-one before group. Nobody's wait
/// is guessed: not known since when stands after every known day.
/// </summary>
public static class WishOrder
{
    /// <summary>Every wish of the problem in that order, those that are not put forward included.</summary>
    public static ImmutableArray<Wish> Of(MatchingProblem problem) =>
    [
        .. problem.Seekers
            .SelectMany(seeker => Wish.Of(seeker).Select(wish => (wish, draw: Lottery.Draw(problem.LotterySeed, seeker.Resident))))
            .OrderBy(entry => Band(entry.wish.Seeker, problem))
            .ThenBy(entry => entry.wish.Seeker.WaitingSince ?? DateOnly.MaxValue)
            .ThenBy(entry => entry.draw)
            .ThenBy(entry => entry.wish.Resident)
            .ThenBy(entry => entry.wish.Class)
            .Select(entry => entry.wish),
    ];

    /// <summary>The band a person ranks as.</summary>
    public static int Band(Seeker seeker, MatchingProblem problem) =>
        seeker.PriorityBand is { } band && PriorityBand.IsKnown(band) ? band : problem.Policy.BandWhenEmpty;

    /// <summary>Days waited on the day of the round, not below 0; null if it is not known since when.</summary>
    public static int? WaitingDays(Seeker seeker, MatchingProblem problem) =>
        seeker.WaitingSince is { } since ? Math.Max(0, problem.AsOf.DayNumber - since.DayNumber) : null;
}
