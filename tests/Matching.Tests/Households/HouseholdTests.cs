using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Matching.Fairness;
using Networks.Matching.Losses;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Households;

public class HouseholdTests
{
    private static readonly ExactMatchingSolver Solver = new();

    private static SolverAnswer Solve(MatchingProblem problem) => Solver.Solve(problem, null, CancellationToken.None);

    private static RoundSolution? Whole(MatchingProblem problem) =>
        RoundSolving.Solve(problem, Solver, null, CancellationToken.None) is RoundAnswer.Solved solved ? solved.Solution : null;

    [Fact]
    public void The_plan_of_thousands_of_small_rounds_with_households_is_the_one_that_trying_every_plan_finds()
    {
        int solved = 0, refused = 0, shared = 0, apart = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            var problem = HouseholdRounds.Small(seed);
            if (seed % 3 == 0 && Solve(problem) is SolverAnswer.Solved first)
            {
                problem = HouseholdRounds.After(problem, first.Plan.Pairs, seed);
            }

            var best = EveryHouseholdPlan.Solve(problem);
            if (Solve(problem) is SolverAnswer.Refused refusal)
            {
                Assert.True(best is null, $"seed {seed}: refused ({refusal.Reason}) though a plan exists");
                refused++;
                continue;
            }

            var (plan, certificate) = Assert.IsType<SolverAnswer.Solved>(Solve(problem));
            Assert.True(best is not null, $"seed {seed}: a plan where none holds every pin");
            Assert.True(
                best.Pairs.SequenceEqual(plan.Pairs.Select(pair => (pair.Resident, Wish.ClassOf(pair.Kind), pair.Offer))),
                $"seed {seed}: {string.Join(' ', best.Pairs)} and not {string.Join(' ', plan.Pairs)}");
            Assert.Equal(best.Fit, plan.Objective.Fit);
            var check = CertificateChecker.Check(problem, plan, certificate);
            Assert.True(check is CheckAnswer.Proved, $"seed {seed}: {check}");
            solved++;
            var homes = VisitedTogether.Of(problem);
            shared += homes.Values.Count(home => plan.Pairs.Any(pair => home.Contains(pair.Resident) && pair.Kind.IsOneToOne()));
            apart += homes.Values.Count(home => !plan.Pairs.Any(pair => home.Contains(pair.Resident) && pair.Kind.IsOneToOne()));
        }

        Assert.True(
            solved > 3000 && refused > 30 && shared > 300 && apart > 300,
            $"{solved} solved, {refused} refused, {shared} households helped, {apart} not: the rounds test too little");
    }

    [Fact]
    public void People_met_together_have_one_place_one_kind_and_one_way_and_everybody_has_a_reason()
    {
        var households = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = HouseholdRounds.Of(seed, 18, 8, 2);
            var solution = Whole(problem)!;
            foreach (var home in VisitedTogether.Of(problem).Values)
            {
                var pairs = home.Select(member => solution.Plan.Pairs.SingleOrDefault(
                    pair => pair.Resident == member && pair.Kind.IsOneToOne())).ToArray();
                Assert.Single(pairs.Select(pair => (pair?.Offer, pair?.Kind, pair?.Mode)).Distinct());
                households += pairs[0] is null ? 0 : 1;
            }

            foreach (var wish in WishOrder.Of(problem))
            {
                Assert.True(
                    solution.MatchOf(wish.Resident, wish.Class) is not null
                    ^ solution.Unmatched.Any(one => one.Resident == wish.Resident && one.Class == wish.Class));
            }
        }

        Assert.True(households > 50, $"{households} households helped: the rounds test too little");
    }

    [Fact]
    public void A_plan_that_parts_a_household_or_gives_it_two_places_is_no_plan()
    {
        int parted = 0, left = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = HouseholdRounds.Of(seed, 12, 6, 2);
            var (plan, certificate) = Assert.IsType<SolverAnswer.Solved>(Solve(problem));
            var home = VisitedTogether.Of(problem).Values.FirstOrDefault(
                members => plan.Pairs.Any(pair => pair.Resident == members[0] && pair.Kind.IsOneToOne()));
            if (home.IsDefault)
            {
                continue;
            }

            var one = plan.Pairs.First(pair => pair.Resident == home[^1] && pair.Kind.IsOneToOne());
            AssertFaulty(problem, Restated(plan, plan.Pairs.Remove(one)), certificate);
            left++;
            foreach (var other in problem.Offers.Where(offer => offer.Offer != one.Offer && offer.Offer.Holder == OfferHolder.Volunteer))
            {
                AssertFaulty(problem, Restated(plan, plan.Pairs.Replace(one, one with { Offer = other.Offer })), certificate);
                parted++;
            }
        }

        Assert.True(parted > 100 && left > 50, $"{parted} and {left}: the rounds test too little");
    }

    [Fact]
    public void A_place_more_or_fewer_is_worth_what_solving_again_says_a_household_counted_once()
    {
        var gains = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = HouseholdRounds.Of(seed, 12, 6, 2);
            var now = Whole(problem)!;
            foreach (var value in now.MarginalValues.Where(value => value.Places is not null))
            {
                var more = Whole(Grown(problem, value.Offer, 1))!;
                Assert.Equal(Parties(problem, more.Plan) - Parties(problem, now.Plan), value.PlusOneMatches);
                Assert.True(more.Plan.Objective.Fit - now.Plan.Objective.Fit == value.PlusOneFit, $"seed {seed}: {value}");
                var fewer = value.Places == 0 ? now : Whole(Grown(problem, value.Offer, -1))!;
                Assert.Equal(Parties(problem, fewer.Plan) - Parties(problem, now.Plan), value.MinusOneMatches);
                gains += value.PlusOneMatches;
            }
        }

        Assert.True(gains > 100, $"{gains}: the rounds test too little");
    }

    [Fact]
    public void Losing_a_volunteer_who_visits_two_sisters_lets_them_keep_one_place_together_or_none()
    {
        int kept = 0, lost = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = HouseholdRounds.Of(seed, 12, 7, 3);
            var (plan, _) = Assert.IsType<SolverAnswer.Solved>(Solve(problem));
            foreach (var home in VisitedTogether.Of(problem).Values)
            {
                var pair = plan.Pairs.FirstOrDefault(pair => pair.Resident == home[0] && pair.Kind.IsOneToOne());
                if (pair is null)
                {
                    continue;
                }

                var answer = PlanLosses.Of(problem, plan, pair.Offer, 2, CancellationToken.None)!;
                var places = home.Select(member => answer.Lost.Single(place => place.Resident == member).To).Distinct();
                var place = Assert.Single(places);
                kept += place is null ? 0 : 1;
                lost += place is null ? 1 : 0;
            }
        }

        Assert.True(kept > 20 && lost > 20, $"{kept} kept, {lost} lost: the rounds test too little");
    }

    [Fact]
    public void The_ledger_counts_people_and_nobody_is_helped_beyond_what_her_group_could_have()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = HouseholdRounds.Of(seed, 18, 8, 2);
            var (plan, _) = Assert.IsType<SolverAnswer.Solved>(Solve(problem));
            var ledger = FairnessLedgers.Of(problem, plan, MatchingPolicy.Default, CancellationToken.None);
            Assert.Equal(plan.Pairs.Length, ledger.Plan.Helped);
            Assert.Equal(plan.Objective.MatchedByBand.AsEnumerable(), ledger.Plan.HelpedByBand);
            Assert.All(
                ledger.Rows.Where(row => row.Helped is not null && row.Entitled is not null),
                row => Assert.True(row.Helped <= row.Entitled, $"seed {seed}: {row}"));
        }
    }

    [Fact]
    public void The_policy_lists_households_and_is_read_back_as_it_was_written()
    {
        var policy = MatchingPolicy.Default with { VisitedTogether = ["H \"1\"", "H2\\"] };
        var read = Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read(policy.ToYaml())).Policy;
        Assert.Equal(policy.VisitedTogether.AsEnumerable(), read.VisitedTogether);
        Assert.DoesNotContain("visitedTogether", MatchingPolicy.Default.ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Households_met_together_go_with_neither_quotas_nor_ranked_choices()
    {
        var problem = HouseholdRounds.Of(1, 6, 3, 2);
        var ranked = problem with { Policy = problem.Policy with { VisitedTogether = ["H1"], RankedChoices = ChoicePolicy.Default } };
        var refused = Assert.IsType<SolverAnswer.Refused>(Solve(ranked));
        Assert.Contains("take one of them out of the policy", refused.Reason, StringComparison.Ordinal);
    }

    private static MatchingProblem Grown(MatchingProblem problem, OfferId offer, int change) => problem with
    {
        Offers = [.. problem.Offers.Select(one => one.Offer == offer ? one with { Places = one.Places + change } : one)],
    };

    private static int Parties(MatchingProblem problem, MatchingPlan plan)
    {
        var homes = VisitedTogether.Homes(problem);
        return plan.Pairs.Select(pair => pair.Kind.IsOneToOne() && homes.TryGetValue(pair.Resident, out var home)
            ? home : $"{pair.Resident} {Wish.ClassOf(pair.Kind)}").Distinct().Count();
    }

    private static MatchingPlan Restated(MatchingPlan plan, ImmutableArray<PlannedPair> pairs) => plan with
    {
        Pairs = pairs,
        Objective = plan.Objective with { Matched = pairs.Length, Fit = pairs.Sum(pair => (long)pair.Fit) },
    };

    private static void AssertFaulty(MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate) =>
        Assert.IsType<CheckAnswer.Faulty>(
            CertificateChecker.Check(problem, plan, certificate with { PlanDigest = PlanDigests.Of(plan) }));
}
