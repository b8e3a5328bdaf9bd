using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Matches;

public sealed class MilestoneRulesTests
{
    private static readonly DateOnly Due = Sample.Today.AddDays(12);

    private static readonly Resident Present = Sample.Settled with
    {
        Matches = [Sample.Settled.Matches[0], Sample.Settled.Matches[1] with { ReviewDue = Due }],
    };

    [Fact]
    public void A_step_is_recorded_once_but_reviews_may_follow_each_other()
    {
        var visited = Next(Present, Step(MilestoneKind.FirstVisit, -3));
        var reviewed = Next(Present, Step(MilestoneKind.Review, -3));
        (Resident Present, RecordMilestone Command, string Decision)[] table =
        [
            (Present, Step(MilestoneKind.FirstVisit, 0), "done 2"),
            (Present, Step(MilestoneKind.FirstVisit, 1), "invalid on"),
            (Present, Step(MilestoneKind.FirstVisit, 0) with { Match = 7 }, "not-registered match R1#7"),
            (Present, Step(MilestoneKind.FirstVisit, 0) with { Match = 1 }, "wrong-state ended"),
            (Present, Step(MilestoneKind.FirstVisit, -90) with { Match = 1 }, "done 1"),
            (visited, Step(MilestoneKind.FirstVisit, -3), "unchanged 2"),
            (visited, Step(MilestoneKind.FirstVisit, -2), "wrong-state recorded"),
            (visited, Step(MilestoneKind.Introduction, -9), "done 2"),
            (reviewed, Step(MilestoneKind.Review, -2), "done 2"),
            (Present, Step(MilestoneKind.Review, 0) with { ReviewDue = Sample.Today.AddDays(-1) }, "invalid reviewDue"),
            (Present, Step(MilestoneKind.Review, 0) with { ReviewDue = Sample.Today.AddDays(367) }, "invalid reviewDue"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(row.Present, row.Command)));
        Assert.Equal(
            [MilestoneKind.Introduction, MilestoneKind.FirstVisit],
            Next(visited, Step(MilestoneKind.Introduction, -9)).Matches[1].Milestones.Select(step => step.Kind));
    }

    [Fact]
    public void A_review_clears_the_day_it_was_due_or_sets_the_next()
    {
        var next = Sample.Today.AddDays(84);
        Assert.Equal(Due, Next(Present, Step(MilestoneKind.FirstVisit, 0)).Matches[1].ReviewDue);
        Assert.Null(Next(Present, Step(MilestoneKind.Review, 0)).Matches[1].ReviewDue);
        Assert.Equal(next, Next(Present, Step(MilestoneKind.Review, 0) with { ReviewDue = next }).Matches[1].ReviewDue);
        Assert.Equal(next, Next(Present, Step(MilestoneKind.FirstVisit, 0) with { ReviewDue = next }).Matches[1].ReviewDue);
    }

    [Fact]
    public void A_match_is_first_reviewed_six_weeks_after_it_begins()
    {
        var record = new RecordMatch
        {
            CommandId = Sample.Command, Proposal = Sample.Proposal("nov-2"), Volunteer = Sample.V1, Since = Sample.Today,
        };
        Assert.Equal(Sample.Today.AddDays(42), Next(Sample.Newcomer, record).Matches[0].ReviewDue);
    }

    [Fact]
    public void A_match_is_at_the_furthest_stage_it_has_reached_by_the_day()
    {
        var since = Sample.Today.AddDays(-70);
        var match = Sample.Settled.Matches[1] with { Since = since };
        Match With(params (MilestoneKind Kind, int Days)[] steps) =>
            match with { Milestones = [.. steps.Select(step => new Milestone(step.Kind, Sample.Today.AddDays(step.Days)))] };
        (Match Match, MatchStage Stage)[] table =
        [
            (match, MatchStage.Agreed),
            (With((MilestoneKind.Introduction, 1)), MatchStage.Agreed),
            (With((MilestoneKind.Introduction, 0)), MatchStage.Introduced),
            (With((MilestoneKind.Introduction, -5), (MilestoneKind.FirstVisit, 0)), MatchStage.Meeting),
            (With((MilestoneKind.FirstVisit, 1)) with { LastContact = Sample.Today }, MatchStage.Meeting),
            (match with { LastContact = Sample.Today.AddDays(1) }, MatchStage.Agreed),
            (With((MilestoneKind.Review, 0)), MatchStage.Reviewed),
            (With((MilestoneKind.Review, 0)) with { WeeksPlanned = 14 }, MatchStage.SteppingDown),
            (With((MilestoneKind.Review, 0)) with { WeeksPlanned = 15 }, MatchStage.Reviewed),
            (match with { WeeksPlanned = 5 }, MatchStage.SteppingDown),
            (match with { WeeksPlanned = 2, Since = Sample.Today.AddDays(1) }, MatchStage.Agreed),
            (match with { WeeksPlanned = 14, EndedOn = Sample.Today }, MatchStage.Ended),
            (match with { EndedOn = Sample.Today.AddDays(1) }, MatchStage.Agreed),
        ];
        Assert.All(table, row => Assert.Equal(row.Stage, MatchStages.Of(row.Match, Sample.Today)));
        Assert.Equal(MatchStage.Meeting, MatchStages.Of(match, Sample.Today, lastContact: Sample.Today));
    }

    private static RecordMilestone Step(MilestoneKind kind, int days) =>
        new() { CommandId = Sample.Command, Match = 2, Milestone = new Milestone(kind, Sample.Today.AddDays(days)) };

    private static Resident Next(Resident present, ResidentCommand command) =>
        ResidentRules.Decide(Sample.R1, present, command, Sample.At).Next!;
}
