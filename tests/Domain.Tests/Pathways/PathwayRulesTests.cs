using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Pathways;

namespace Networks.Domain.Tests.Pathways;

/// <summary>Where somebody stands, against the same life told day by day.</summary>
public sealed class PathwayRulesTests
{
    private const int Lives = 3_000;

    [Fact]
    public void Everybody_stands_on_every_day_where_a_plain_replay_of_the_days_leaves_them()
    {
        HashSet<PathwayStage> seen = [];
        for (var seed = 1; seed <= Lives; seed++)
        {
            var life = new RandomPathway(seed);
            for (var day = seed % 37; day < RandomPathway.Length; day += 37)
            {
                var on = RandomPathway.First.AddDays(day);
                var standing = PathwayRules.Standing(life.Resident, life.Groups, Noon(on));
                var until = standing?.DueOn is { } due ? $"{due:O}" : "-";
                var told = standing is null ? "nowhere" : $"{standing.Stage} {standing.Since:O} {until}";
                var expected = Replay.Until(life.Resident, life.Groups, on).Stands;
                Assert.True(expected == told, $"seed {seed}, {on:O}: {expected} or {told}");
                Assert.Equal(standing?.DueOn is { } last && on > last, standing?.IsStalled(on) == true);
                _ = standing is not null && seen.Add(standing.Stage);
            }
        }

        Assert.Equal(Enum.GetValues<PathwayStage>().Except([PathwayStage.Proposed]), seen.Order());
    }

    [Fact]
    public void A_course_has_the_days_that_a_plain_replay_counts()
    {
        for (var seed = 1; seed <= Lives; seed++)
        {
            var life = new RandomPathway(seed);
            var day = RandomPathway.First.AddDays(seed % RandomPathway.Length);
            var replay = Replay.Until(life.Resident, life.Groups, day);
            var course = PathwayCourse.Of(life.Resident, life.Groups, day);
            Assert.Equal(replay.Firsts.ContainsKey(PathwayStage.Referred), course is not null);
            foreach (var stage in course is null ? [] : PathwayCourse.Stages)
            {
                DateOnly? expected = stage is >= PathwayStage.Introduced and <= PathwayStage.Reviewed ? replay.FirstOf(stage, day)
                    : replay.Firsts.TryGetValue(stage, out var first) ? first : null;
                Assert.True(expected == course!.On(stage), $"seed {seed}, {stage}: {expected:O} or {course.On(stage):O}");
            }
        }
    }

    [Fact]
    public void A_proposal_that_awaits_an_answer_is_the_stage_until_it_lapses()
    {
        var until = Sample.At.Now.AddDays(3);
        var resident = Sample.Newcomer with
        {
            Facts = Sample.Facts with { Seeking = [OfferKind.Befriending], ReferredOn = Sample.Today.AddDays(-40) },
            Proposals = [new PendingProposal(Sample.Proposal("nov-2"), until)],
            ProposedOn = [Sample.Today.AddDays(-18)],
        };
        var standing = PathwayRules.Standing(resident, RandomGroups, Sample.At)!;
        Assert.Equal((PathwayStage.Proposed, Sample.Today.AddDays(-18), true),
            (standing.Stage, standing.Since, standing.IsStalled(Sample.Today)));
        var later = new Moment(until, Sample.Today.AddDays(3));
        Assert.Equal(PathwayStage.Waiting, PathwayRules.Standing(resident, RandomGroups, later)!.Stage);
    }

    [Fact]
    public void Whoever_waits_again_after_an_ending_keeps_the_place_in_the_queue_and_is_counted_anew_only_for_the_alert()
    {
        var ended = Sample.Today.AddDays(-20);
        var resident = Sample.Newcomer with
        {
            Facts = Sample.Facts with { Seeking = [OfferKind.Befriending], WaitingSince = Sample.Today.AddYears(-1) },
            Matches =
            [
                Sample.Settled.Matches[1] with
                {
                    Since = Sample.Today.AddDays(-200), EndedOn = ended, Ending = MatchEnding.VolunteerLeft,
                },
            ],
        };
        var standing = PathwayRules.Standing(resident, RandomGroups, Sample.At)!;
        Assert.Equal((PathwayStage.Waiting, ended), (standing.Stage, standing.Since));
        Assert.Equal(Sample.Today.AddYears(-1), resident.Facts.WaitingSince);
        var before = new Moment(Sample.At.Now.AddDays(-7), Sample.Today.AddDays(-7));
        Assert.Equal(PathwayStage.Ended, PathwayRules.Standing(resident, RandomGroups, before)!.Stage);
    }

    private static IReadOnlyDictionary<GroupId, PathwayGroup> RandomGroups { get; } = new Dictionary<GroupId, PathwayGroup>();

    private static Moment Noon(DateOnly day) => new(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero), day);
}
