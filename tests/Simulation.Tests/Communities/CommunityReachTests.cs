using System.Collections.Immutable;
using Networks.Matching.Fits;
using Networks.Simulation.Arrivals;
using Networks.Simulation.Communities;
using Networks.Simulation.Lengths;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Communities;

public class CommunityReachTests
{
    private static readonly PlannedOffer There = new(1, true, true);
    private static readonly PlannedOffer Coming = new(1, false, true);

    [Fact]
    public void Whom_nothing_fits_is_told_by_what_stands_against_most_of_the_offers()
    {
        var outcome = Run(["pl"], [["en"], ["ur"]], [There, There]);
        Assert.Equal((1, 1), (outcome.Unreachable, outcome.UnreachableBy[Barriers.IndexOf(Constraint.Language)]));
    }

    [Fact]
    public void Whom_something_fits_that_comes_later_is_not_out_of_reach_though_she_is_never_helped()
    {
        var opens = new PlannedChange.Opens(399.5, [1], 0);
        Assert.Equal(0, Run(["pl"], [["en"], ["pl"]], [There, Coming], opens).Unreachable);
        Assert.Equal(1, Run(["pl"], [["en"], ["pl"]], [There, Coming]).Unreachable);
    }

    [Fact]
    public void What_is_full_all_the_time_is_within_reach_and_what_has_no_place_is_not()
    {
        Assert.Equal(0, Run(["en"], [["en"]], [There]).Unreachable);
        var none = Run(["en"], [["en"]], [There with { Places = 0 }]);
        Assert.Equal((1, 1), (none.Unreachable, none.UnreachableBy[Barriers.IndexOf(null)]));
    }

    [Fact]
    public void Whoever_is_referred_after_the_last_fitting_volunteer_stopped_is_out_of_reach_and_whoever_came_before_is_not()
    {
        var closes = new PlannedChange.Closes(200, [0], EndedMatches.Finish);
        var plan = Plan(["en"], [["en"], ["ur"]], [There, There], closes);
        var outcome = CommunityRun.Run(
            plan with { Referrals = [new PlannedReferrals(RateProfile.Steady(0.5), 0.5, [[0]])] }, new RandomStreams(4, 0));
        var before = CommunityRun.Run(
            plan with { Days = 200, Referrals = [new PlannedReferrals(RateProfile.Steady(0.5), 0.5, [[0]])] },
            new RandomStreams(4, 0));
        Assert.Equal(0, before.Unreachable);
        Assert.Equal(outcome.Referred - before.Referred, outcome.Unreachable);
        Assert.Equal(outcome.Unreachable, outcome.UnreachableBy[Barriers.IndexOf(Constraint.Language)]);
    }

    [Fact]
    public void In_hundreds_of_towns_reasons_add_up_and_nobody_out_of_reach_could_have_been_helped()
    {
        var some = 0L;
        for (var seed = 0; seed < 300; seed++)
        {
            var plan = Towns.Drawn(seed);
            var outcome = CommunityRun.Run(plan, new RandomStreams((ulong)seed, 0));
            Assert.Equal(outcome.Unreachable, outcome.UnreachableBy.Sum());
            var helped = Math.Max(0, outcome.Started - outcome.WaitingAgain);
            Assert.InRange(outcome.Unreachable, 0, outcome.WaitingAtFork + outcome.Referred - helped);
            some += outcome.Unreachable;
        }

        Assert.True(some > 100, $"only {some} wishes in all towns are out of reach");
    }

    [Fact]
    public void A_match_with_a_planned_end_that_it_reaches_is_sustained_and_one_that_is_ended_before_is_not()
    {
        var planned = new PlannedChange.NewMatches(0, new ConstantLength(70));
        Assert.Equal((1, 1), Begun(Run(["en"], [["en"]], [There], planned)));
        var ended = Run(["en"], [["en"]], [There], planned, new PlannedChange.Closes(40, [0], EndedMatches.End));
        Assert.Equal((1, 0), Begun(ended));
        Assert.Equal((1, 0), Begun(Run(["en"], [["en"]], [There])));
    }

    private static (long, long) Begun(CommunityOutcome outcome) => (outcome.Started, outcome.Sustained);

    private static CommunityOutcome Run(
        string[] hers, string[][] theirs, ImmutableArray<PlannedOffer> planned, params PlannedChange[] changes) =>
        CommunityRun.Run(Plan(hers, theirs, planned, changes), new RandomStreams(1, 0));

    // One person waits and one volunteer without a common language never hears of her; matches of their own accord last 70 days.
    private static CommunityPlan Plan(
        string[] hers, string[][] theirs, ImmutableArray<PlannedOffer> planned, params PlannedChange[] changes) => new()
        {
            Fits = Towns.Fits([Towns.Person(1, 4, hers)], [.. theirs.Select((languages, at) => Towns.Befriender(at, languages))]),
            Offers = planned,
            Days = 400,
            MatchLength = new ConstantLength(70),
            FirstRoundDay = 7,
            Waiting = [new PlannedWish(0, 10)],
            Changes = [.. changes],
        };
}
