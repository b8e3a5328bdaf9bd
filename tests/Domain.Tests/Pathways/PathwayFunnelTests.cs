using Networks.Domain.Measures;
using Networks.Domain.Pathways;

namespace Networks.Domain.Tests.Pathways;

/// <summary>Counts and medians of a funnel against plain loops, and what of them may be passed on.</summary>
public sealed class PathwayFunnelTests
{
    private static readonly PathwayStage[] Main =
    [
        PathwayStage.Referred, PathwayStage.Assessed, PathwayStage.Waiting, PathwayStage.Proposed, PathwayStage.Matched,
        PathwayStage.Introduced, PathwayStage.Meeting, PathwayStage.Settled, PathwayStage.Reviewed, PathwayStage.Ended,
    ];

    [Fact]
    public void Every_count_and_median_is_that_of_plain_loops_over_the_people()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var (people, day) = Town(seed, 40);
            var funnel = PathwayFunnel.Of([.. people.Select(life => Row(life, day))], day);
            Assert.Equal(people.Count, funnel.Referred);
            foreach (var stage in Main)
            {
                var step = funnel.Steps.Single(one => one.Stage == stage);
                int reached = 0, standing = 0, stalled = 0;
                List<int> fromReferral = [], fromPrevious = [];
                foreach (var life in people)
                {
                    var days = Days(life, day);
                    standing += Told(life, day).StartsWith($"{stage} ", StringComparison.Ordinal) ? 1 : 0;
                    stalled += IsLate(life, day, stage) ? 1 : 0;
                    reached += days.ContainsKey(stage) || Implied(days, stage) ? 1 : 0;
                    if (days.TryGetValue(stage, out var on))
                    {
                        fromReferral.Add(Math.Max(0, on.DayNumber - days[PathwayStage.Referred].DayNumber));
                        for (var before = Array.IndexOf(Main, stage) - 1; before >= 0; before--)
                        {
                            if (days.TryGetValue(Main[before], out var then))
                            {
                                fromPrevious.Add(Math.Max(0, on.DayNumber - then.DayNumber));
                                break;
                            }
                        }
                    }
                }

                Assert.True((reached, standing, stalled) == (step.Reached, step.Standing, step.Stalled), $"seed {seed}, {stage}");
                Assert.Equal(Median(fromReferral), step.MedianDaysFromReferral);
                Assert.Equal(Median(fromPrevious), step.MedianDaysFromPrevious);
            }

            Assert.Equal(people.Count(life => Told(life, day) == "nowhere"), funnel.Left);
            Assert.Equal(funnel.Steps.Single(one => one.Stage == PathwayStage.Ended).Dated, funnel.Endings.Sum(ending => ending.People));
        }
    }

    [Fact]
    public void What_may_be_passed_on_tells_of_no_fewer_than_five_people_not_even_by_subtraction()
    {
        var withheld = 0;
        for (var seed = 1; seed <= 300; seed++)
        {
            var (people, day) = Town(seed, seed % 60);
            var full = PathwayFunnel.Of([.. people.Select(life => Row(life, day))], day);
            var safe = FunnelDisclosure.Safe(full);
            withheld += safe.Steps.Count(step => step.Reached is null || step.Standing is null);
            int?[] nested = [safe.Referred, .. safe.Steps.Where(step => step.Stage != PathwayStage.Paused).Select(step => step.Reached)];
            Assert.All(nested, count => Assert.False(count is > 0 and < 5));
            foreach (var (more, fewer) in nested.SelectMany((more, at) => nested.Skip(at + 1).Select(fewer => (more, fewer))))
            {
                Assert.False(fewer > 0 && Math.Abs((more - fewer) ?? 0) is > 0 and < 5, $"seed {seed}: {more} and {fewer}");
            }

            int?[] parts = [.. safe.Steps.Select(step => step.Standing), safe.Left];
            Assert.All(parts, count => Assert.False(count is > 0 and < 5));
            var isAlone = parts.Count(count => count is null) == 1 && parts.Any(count => count > 0);
            Assert.False(safe.Referred is not null && isAlone, $"seed {seed}");
            Assert.All(safe.Steps, step => Assert.False(step.Stalled is > 0 and < 5 || step.Standing - step.Stalled is > 0 and < 5));
            Assert.All(safe.Endings, ending => Assert.False(ending.People is > 0 and < 5));
            Assert.All(
                safe.Steps.Zip(full.Steps),
                pair => Assert.False(pair.First.MedianDaysFromReferral is not null && pair.Second.Dated < 5));
        }

        Assert.True(withheld > 100);
    }

    private static (List<RandomPathway> People, DateOnly Day) Town(int seed, int count)
    {
        var day = RandomPathway.First.AddDays(RandomPathway.Length - 1 - seed);
        List<RandomPathway> people = [];
        for (var next = seed * 1_000; people.Count < count; next++)
        {
            var life = new RandomPathway(next);
            if (life.Resident.Facts.ReferredOn <= day)
            {
                people.Add(life);
            }
        }

        return (people, day);
    }

    private static (PathwayCourse, PathwayStanding?) Row(RandomPathway life, DateOnly day) => (
        PathwayCourse.Of(life.Resident, life.Groups, day)!,
        PathwayRules.Standing(life.Resident, life.Groups, new Moment(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero), day)));

    private static string Told(RandomPathway life, DateOnly day) => Replay.Until(life.Resident, life.Groups, day).Stands;

    private static bool IsLate(RandomPathway life, DateOnly day, PathwayStage stage) =>
        Told(life, day).Split(' ') is [var word, _, not "-" and var due] && word == $"{stage}" && DateOnly.Parse(due, null) < day;

    private static Dictionary<PathwayStage, DateOnly> Days(RandomPathway life, DateOnly day)
    {
        var replay = Replay.Until(life.Resident, life.Groups, day);
        Dictionary<PathwayStage, DateOnly> days = [];
        foreach (var stage in Main)
        {
            DateOnly? on = stage is >= PathwayStage.Introduced and <= PathwayStage.Reviewed ? replay.FirstOf(stage, day)
                : replay.Firsts.TryGetValue(stage, out var first) ? first : null;
            if (on is not null)
            {
                days.Add(stage, on.Value);
            }
        }

        return days;
    }

    private static bool Implied(Dictionary<PathwayStage, DateOnly> days, PathwayStage stage)
    {
        var at = Array.IndexOf(Main, stage);
        for (var later = at + 1; at <= 6 && later <= 8; later++)
        {
            if (days.ContainsKey(Main[later]))
            {
                return true;
            }
        }

        return false;
    }

    private static double? Median(List<int> days)
    {
        days.Sort();
        return days.Count == 0 ? null
            : days.Count % 2 == 1 ? days[days.Count / 2]
            : (days[days.Count / 2 - 1] + days[days.Count / 2]) / 2.0;
    }
}
