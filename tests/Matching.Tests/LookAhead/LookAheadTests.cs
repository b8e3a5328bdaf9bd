using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Networks.Matching.LookAhead;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;

namespace Networks.Matching.Tests.LookAhead;

public class LookAheadTests
{
    private static readonly DateOnly Day = RandomRounds.Day;

    private static MatchingPlan Plan(MatchingProblem problem) => Assert.IsType<SolverAnswer.Solved>(
        new ExactMatchingSolver().Solve(problem, null, CancellationToken.None)).Plan;

    private static MatchingProblem Town(int seed) => TownRounds.Of(seed, 40, 14, 4, number => 1 + number % 2);

    private static RoundHistory History(MatchingProblem problem, int referrals, int places) => new(
        problem.AsOf, Events(problem, referrals), Events(problem, places));

    // The first is a hundred days old, the others are spread over the time since.
    private static ImmutableArray<PastEvent> Events(MatchingProblem problem, int count) => [.. Enumerable.Range(0, count).Select(at =>
        new PastEvent(OfferKind.Befriending, problem.Wards[at % problem.Wards.Length].Code, problem.AsOf.AddDays(-100 + at * 99 / count)))];

    private static LookAheadAnswer Ask(MatchingProblem problem, MatchingPlan plan, RoundHistory history, int days = 28) =>
        LookAheads.Of(problem, plan, history, days, [], CancellationToken.None);

    [Fact]
    public void Waiting_for_a_round_to_which_nothing_comes_changes_nothing_at_all()
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var problem = Town(seed);
            var plan = Plan(problem);

            // Referrals and places of a kind of which nobody is in the round bring nobody.
            ImmutableArray<PastEvent> foreign = [.. Enumerable.Range(0, 30)
                .Select(at => new PastEvent(OfferKind.Transport, problem.Wards[0].Code, Day.AddDays(-100 + at)))];
            var answer = Ask(problem, plan, new RoundHistory(Day, foreign, foreign));
            Assert.All(answer.Pairs, pair => Assert.Equal(
                (default, default, LookAheads.SamplesCount), (pair.FitGain, pair.HelpedGain, pair.HelpedThen)));
            Assert.NotEmpty(answer.Pairs);
        }
    }

    [Fact]
    public void Holding_a_pair_back_never_costs_anybody_a_place_over_both_rounds_and_may_cost_her_hers()
    {
        int lost = 0, better = 0, worse = 0;
        for (var seed = 0; seed < 4; seed++)
        {
            var problem = Town(seed);
            foreach (var pair in Ask(problem, Plan(problem), History(problem, 60, 25)).Pairs)
            {
                Assert.True(pair.HelpedGain.Mean >= 0, pair.Sentence);
                Assert.InRange(pair.HelpedThen, 0, LookAheads.SamplesCount);
                lost += LookAheads.SamplesCount - pair.HelpedThen;
                better += pair.FitGain.Mean > 0 ? 1 : 0;
                worse += pair.FitGain.Mean < 0 ? 1 : 0;
            }
        }

        Assert.True(lost > 20 && better > 20 && worse > 5, $"{lost} {better} {worse}: the futures test too little");
    }

    // Both arms of the first futures, put together by hand from who is left, solved alone and added up.
    [Fact]
    public void What_is_said_of_a_pair_is_the_average_over_rounds_solved_one_by_one()
    {
        var problem = Town(3);
        var (plan, history) = (Plan(problem), History(problem, 50, 20));
        var answer = Ask(problem, plan, history);
        var (rounds, pair) = (new NextRounds(problem, plan, answer.Forecast, 28), plan.Pairs.MinBy(one => (one.Fit, one.Resident))!);
        long fit = 0, helped = 0;
        for (var sample = 0; sample < answer.Samples; sample++)
        {
            var next = rounds.Sample(sample);
            Assert.Equal(problem.Seekers.Length - plan.Pairs.Length, next.Seekers.Count(one => !IsNew(one)));
            Assert.DoesNotContain(next.Seekers, one => plan.Pairs.Any(of => of.Resident == one.Resident));
            var her = problem.Seekers.Single(one => one.Resident == pair.Resident);
            var held = next with
            {
                Seekers = [her, .. next.Seekers],
                Offers = [.. next.Offers.Select(one => one.Offer == pair.Offer ? one with { Places = one.Places + 1 } : one)],
            };
            var (without, with) = (Plan(next).Objective, Plan(held).Objective);
            fit += with.Fit - without.Fit - pair.Fit;
            helped += with.Matched - without.Matched - 1;
        }

        Assert.Equal(pair.Resident, answer.Pairs[0].Resident);
        Assert.Equal((double)fit / answer.Samples, answer.Pairs[0].FitGain.Mean, 6);
        Assert.Equal((double)helped / answer.Samples, answer.Pairs[0].HelpedGain.Mean, 6);
    }

    [Fact]
    public void As_many_come_as_the_past_foretells_and_the_longer_the_wait_the_more()
    {
        var problem = Town(1);
        var (plan, history) = (Plan(problem), History(problem, 80, 40));
        foreach (var days in (int[])[14, 28, 84])
        {
            var rounds = new NextRounds(problem, plan, RoundForecast.Of(history), days);
            var samples = Enumerable.Range(0, 400).Select(rounds.Sample).ToArray();
            var places = plan.Objective.Places - plan.Objective.Matched;

            // Jeffreys' prior adds half an event for each of four wards.
            Assert.InRange(samples.Average(one => one.Seekers.Count(IsNew)) / (82.0 * days / 100), 0.95, 1.05);
            Assert.InRange(samples.Average(one => one.Offers.Sum(offer => offer.Places!.Value) - places) / (42.0 * days / 100), 0.93, 1.07);
        }
    }

    [Fact]
    public void The_same_question_has_the_same_answer_whatever_else_is_asked_and_in_whatever_order_people_are_listed()
    {
        var problem = Town(2);
        var (plan, history) = (Plan(problem), History(problem, 50, 20));
        var (all, one) = (Ask(problem, plan, history), plan.Pairs[^1].Resident);
        var alone = Assert.Single(LookAheads.Of(problem, plan, history, 28, [one], CancellationToken.None).Pairs);
        Assert.Equal(all.Pairs.Single(pair => pair.Resident == one), alone);
        var shuffled = problem with { Seekers = [.. problem.Seekers.Reverse()], Offers = [.. problem.Offers.Reverse()] };
        Assert.Equal([.. all.Pairs], Ask(shuffled, plan, history).Pairs.ToArray());
    }

    // Exact limits for so many events (Garwood, 1936), as tables have them.
    [Theory]
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(5, 1.623, 11.668)]
    [InlineData(10, 4.795, 18.390)]
    [InlineData(50, 37.11, 65.92)]
    public void The_interval_of_a_rate_is_the_exact_one(int count, double low, double high)
    {
        var rate = ForecastRate.Of(false, OfferKind.Befriending, WardCode.Of("W1"), count, 70);
        Assert.Equal(count / 10.0, rate.PerWeek, 9);
        Assert.InRange(rate.Low * 10 - low, -0.02, 0.02);
        Assert.InRange(rate.High * 10 / high, 0.99, 1.01);
    }

    [Fact]
    public void A_history_that_is_too_short_foretells_nothing_and_says_what_would_be_needed()
    {
        var problem = Town(1);
        PastEvent On(int daysAgo) => new(OfferKind.Befriending, problem.Wards[0].Code, Day.AddDays(-daysAgo));
        ImmutableArray<PastEvent> month = [.. Enumerable.Range(1, 30).Select(On)];
        ImmutableArray<PastEvent> rare = [.. Enumerable.Range(1, 9).Select(at => On(at * 20))];
        Assert.Contains("30 dated referrals and places over 30 days", new RoundHistory(Day, month, []).Fault, StringComparison.Ordinal);
        Assert.Contains("9 dated referrals and places over 180 days", new RoundHistory(Day, rare, []).Fault, StringComparison.Ordinal);
        Assert.Contains("0 dated referrals", new RoundHistory(Day, [], [On(0), On(-3)]).Fault, StringComparison.Ordinal);
        Assert.Null(new RoundHistory(Day, month, rare).Fault);

        // What is older than a year counts no more, nor does what is planned.
        Assert.Equal(Day.AddDays(-180), new RoundHistory(Day, [On(400), On(180), On(-5)], []).From);
        Assert.Contains("from 1 to 182", LookAheads.Fault(problem, new RoundHistory(Day, month, rare), 0), StringComparison.Ordinal);
        Assert.Null(LookAheads.Fault(problem, new RoundHistory(Day, month, rare), 28));
    }

    private static bool IsNew(Seeker seeker) => seeker.Resident.Value.StartsWith("look-ahead-", StringComparison.Ordinal);
}
