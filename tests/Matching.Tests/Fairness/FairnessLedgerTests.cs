using Networks.Domain.Measures;
using Networks.Matching.Fairness;
using Networks.Matching.Fits;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Tests.Solvers;

namespace Networks.Matching.Tests.Fairness;

public class FairnessLedgerTests
{
    private static MatchingPlan? Solve(MatchingProblem problem) =>
        RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None) is RoundAnswer.Solved solved
            ? solved.Solution.Plan
            : null;

    [Fact]
    public void Rows_of_wards_and_bands_equal_counting_and_trying_every_plan_for_the_group_alone()
    {
        var more = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var problem = RandomRounds.Of(seed, 5, 4, 2);
            var plan = Solve(problem)!;
            var ledger = FairnessLedgers.Of(problem, plan, null, CancellationToken.None);
            foreach (var row in ledger.Rows.Where(row => row.Dimension == FairnessDimension.Ward))
            {
                Seeker[] own = [.. problem.Seekers.Where(seeker => seeker.Ward.Value == row.Group)];
                Assert.Equal(own.Where(seeker => seeker.ConsentsToMatching).Sum(seeker => Wish.Of(seeker).Count()), row.Waiting);
                Assert.Equal(plan.Pairs.Count(pair => own.Any(seeker => seeker.Resident == pair.Resident)), row.Helped);
                Assert.Equal(BruteForce.Solve(problem with { Seekers = [.. own] })!.Pairs.Length, row.Entitled);
                more += row.Entitled > row.Helped ? 1 : 0;
            }

            var bands = ledger.Rows.Where(row => row.Dimension == FairnessDimension.Band).ToArray();
            Assert.Equal(plan.Objective.MatchedByBand.Sum(), bands.Sum(row => row.Helped));
            Assert.All(bands, row => Assert.Equal(plan.Objective.MatchedByBand[int.Parse(row.Group!) - 1], row.Helped));
            Assert.Null(ledger.LastPolicy);
        }

        Assert.True(more > 50, $"{more}: the rounds test too little");
    }

    [Fact]
    public void First_come_first_served_is_what_a_queue_would_do()
    {
        int fewer = 0, others = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var problem = RandomRounds.Of(seed, 8, 5, 2);
            var plan = Solve(problem)!;
            var outcome = FairnessLedgers.Of(problem, plan, null, CancellationToken.None).FirstCome;
            var helped = Queue(problem, out var fit);
            Assert.Equal((helped.Count, fit), (outcome.Helped, outcome.Fit));
            var planned = plan.Pairs.Select(pair => (pair.Resident.Value, Wish.ClassOf(pair.Kind))).ToHashSet();
            Assert.Equal(helped.Except(planned).Count(), outcome.OnlyHere);
            Assert.Equal(planned.Except(helped).Count(), outcome.OnlyByPlan);
            Assert.True(outcome.Helped <= plan.Pairs.Length, $"seed {seed}");
            fewer += outcome.Helped < plan.Pairs.Length ? 1 : 0;
            others += outcome.OnlyHere;
        }

        Assert.True(fewer > 50 && others > 50, $"{fewer} {others}: the rounds test too little");
    }

    [Fact]
    public void The_last_policy_is_the_same_round_solved_by_it()
    {
        var differing = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomRounds.Of(seed, 8, 5, 2);
            var plan = Solve(problem)!;
            var last = MatchingPolicy.Default with { Soft = [Constraint.Language, Constraint.Time], DefaultTravel = new Metres(2000) };
            var under = Solve(problem with { Policy = last })!;
            var outcome = FairnessLedgers.Of(problem, plan, last, CancellationToken.None).LastPolicy!;
            Assert.Equal((under.Pairs.Length, under.Objective.Fit), (outcome.Helped, outcome.Fit));
            Assert.Equal(under.Objective.MatchedByBand.AsEnumerable(), outcome.HelpedByBand);
            differing += outcome.Helped != plan.Pairs.Length ? 1 : 0;
        }

        Assert.True(differing > 50, $"{differing}: the rounds test too little");
    }

    [Fact]
    public void Nothing_small_is_told_of_languages_and_situations_nor_found_by_subtracting()
    {
        int shown = 0, hidden = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomRounds.Of(seed, 30, 12, 2);
            var plan = Solve(problem)!;
            var ledger = FairnessLedgers.Of(problem, plan, null, CancellationToken.None);
            foreach (var dimension in new[] { FairnessDimension.Language, FairnessDimension.Situation })
            {
                var rows = ledger.Rows.Where(row => row.Dimension == dimension).ToArray();
                Assert.All(rows, row => Assert.DoesNotContain(
                    row.Waiting ?? 0, new[] { 1, 2, 3, 4 }));
                Assert.All(rows, row => Assert.False(row.Helped is > 0 and < 5 || row.Waiting - row.Helped is > 0 and < 5, $"{row}"));
                Assert.All(rows, row => Assert.False(row.Waiting is null && (row.Helped ?? row.Entitled ?? row.DaysHelped) is not null));
                Assert.True(rows.Length == 1 || rows.Count(row => row.Waiting is null) != 1, $"seed {seed}: one number is alone withheld");
                Assert.True(rows.Length == 1 || rows.Count(row => row.Helped is null) != 1, $"seed {seed}: one number is alone withheld");
                shown += rows.Count(row => row.Helped is not null);
                hidden += rows.Count(row => row.IsWithheld);
            }

            Assert.All(ledger.Rows.Where(row => row.Dimension is FairnessDimension.Ward or FairnessDimension.Band),
                row => Assert.False(row.IsWithheld));
        }

        Assert.True(shown > 20 && hidden > 100, $"{shown} {hidden}: the rounds test too little");
    }

    [Fact]
    public void Somebody_without_consent_is_in_no_situation()
    {
        var problem = RandomRounds.Of(1, 30, 10, 2);
        problem = problem with { Seekers = [.. problem.Seekers.Select(seeker => seeker with { Situations = [] })] };
        Assert.DoesNotContain(
            FairnessLedgers.Of(problem, Solve(problem)!, null, CancellationToken.None).Rows,
            row => row.Dimension == FairnessDimension.Situation);
    }

    private static HashSet<(string, WishClass)> Queue(MatchingProblem problem, out long fit)
    {
        var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        var left = problem.Offers.ToDictionary(offer => offer.Offer, offer => offer.Places ?? 1000);
        var helped = new HashSet<(string, WishClass)>();
        fit = 0;
        foreach (var wish in problem.Seekers.SelectMany(Wish.Of).Where(wish => wish.Seeker.ConsentsToMatching)
            .OrderBy(wish => wish.Seeker.WaitingSince ?? DateOnly.MaxValue).ThenBy(wish => wish.Resident).ThenBy(wish => wish.Class))
        {
            var best = problem.Offers.Where(offer => Eligibility.Considers(wish, offer) && left[offer.Offer] > 0)
                .Select(offer => (offer.Offer, Verdict: eligibility.Judge(wish.Seeker, offer with { Places = null })))
                .Where(pair => pair.Verdict.Passes)
                .OrderByDescending(pair => pair.Verdict.Fit).ThenBy(pair => pair.Offer).ToArray();
            if (best.Length > 0)
            {
                left[best[0].Offer]--;
                helped.Add((wish.Resident.Value, wish.Class));
                fit += best[0].Verdict.Fit;
            }
        }

        return helped;
    }
}
