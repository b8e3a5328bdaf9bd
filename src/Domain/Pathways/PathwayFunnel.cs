using System.Collections.Immutable;
using Networks.Domain.Matches;
using Orleans;

namespace Networks.Domain.Pathways;

/// <summary>How far the people referred in a period have come, and where they stand now.</summary>
[GenerateSerializer, Immutable, Alias("networks.pathway-funnel")]
public sealed record PathwayFunnel
{
    /// <summary>People referred in the period; null when withheld.</summary>
    [Id(0)] public required int? Referred { get; init; }

    /// <summary>Each stage in order, the first of which everybody reached; pausing last, which nobody reaches and some stand in.</summary>
    [Id(1)] public required ImmutableArray<PathwayStep> Steps { get; init; }

    /// <summary>Why what ended first did, in the order of reasons; null = nobody said, or it was a membership.</summary>
    [Id(2)] public required ImmutableArray<PathwayEnding> Endings { get; init; }

    /// <summary>Those who are not on the register any more, and stand nowhere; null when withheld.</summary>
    [Id(3)] public required int? Left { get; init; }

    /// <summary>The funnel of some referrals. Cost: theirs, and sorting the days between stages.</summary>
    /// <param name="people">The course of each, and where that person stands now; null = not on the register.</param>
    /// <param name="today">The day of which that is so.</param>
    public static PathwayFunnel Of(IReadOnlyCollection<(PathwayCourse Course, PathwayStanding? Standing)> people, DateOnly today) => new()
    {
        Referred = people.Count,
        Steps = [.. PathwayCourse.Stages.Append(PathwayStage.Paused).Select(stage => Step(people, stage, today))],
        Endings =
        [
            .. people.Where(person => person.Course.On(PathwayStage.Ended) is not null)
                .GroupBy(person => person.Course.Ending)
                .OrderBy(group => group.Key is null).ThenBy(group => group.Key)
                .Select(group => new PathwayEnding(group.Key, group.Count())),
        ],
        Left = people.Count(person => person.Standing is null),
    };

    private static PathwayStep Step(
        IReadOnlyCollection<(PathwayCourse Course, PathwayStanding? Standing)> people, PathwayStage stage, DateOnly today)
    {
        var fromReferral = people.Select(person => Days(person.Course, PathwayStage.Referred, stage)).OfType<int>().ToArray();
        var fromPrevious = people.Select(person => Days(person.Course, Previous(person.Course, stage), stage)).OfType<int>().ToArray();
        return new PathwayStep
        {
            Stage = stage,
            Reached = people.Count(person => person.Course.Reached(stage)),
            Dated = fromReferral.Length,
            MedianDaysFromReferral = Median(fromReferral),
            DatedFromPrevious = fromPrevious.Length,
            MedianDaysFromPrevious = Median(fromPrevious),
            Standing = people.Count(person => person.Standing?.Stage == stage),
            Stalled = people.Count(person => person.Standing is { } standing && standing.Stage == stage && standing.IsStalled(today)),
        };
    }

    // Of two stages written down on days that contradict their order, no time has passed between them.
    private static int? Days(PathwayCourse course, PathwayStage? from, PathwayStage to) =>
        from is { } start && course.On(start) is { } began && course.On(to) is { } reached
            ? Math.Max(0, reached.DayNumber - began.DayNumber)
            : null;

    private static PathwayStage? Previous(PathwayCourse course, PathwayStage stage) => PathwayCourse.Stages
        .Where(earlier => earlier < stage && course.On(earlier) is not null)
        .Select(earlier => (PathwayStage?)earlier)
        .Max();

    private static double? Median(int[] days)
    {
        if (days.Length == 0)
        {
            return null;
        }

        Array.Sort(days);
        return (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2.0;
    }
}

/// <summary>One stage of a funnel.</summary>
[GenerateSerializer, Immutable, Alias("networks.pathway-step")]
public sealed record PathwayStep
{
    [Id(0)] public required PathwayStage Stage { get; init; }

    /// <summary>People who came so far, or further; null when withheld.</summary>
    [Id(1)] public int? Reached { get; init; }

    /// <summary>Of those, people of whom the day is written down.</summary>
    [Id(2)] public int? Dated { get; init; }

    /// <summary>Half of those took at most so many days from the referral; null if nobody is, or when withheld.</summary>
    [Id(3)] public double? MedianDaysFromReferral { get; init; }

    /// <summary>People of whom the day of an earlier stage is written down as well.</summary>
    [Id(4)] public int? DatedFromPrevious { get; init; }

    /// <summary>Half of those took at most so many days from the last stage before it that is written down.</summary>
    [Id(5)] public double? MedianDaysFromPrevious { get; init; }

    /// <summary>People who stand there now; null when withheld.</summary>
    [Id(6)] public int? Standing { get; init; }

    /// <summary>Of those, people who have stood there longer than the stage should take; null when withheld.</summary>
    [Id(7)] public int? Stalled { get; init; }
}

/// <summary>How many of the referrals ended in one way.</summary>
/// <param name="Ending">Why; null = nobody said, or it was a membership.</param>
/// <param name="People">How many; null when withheld.</param>
[GenerateSerializer, Immutable, Alias("networks.pathway-ending")]
public sealed record PathwayEnding([property: Id(0)] MatchEnding? Ending, [property: Id(1)] int? People);
