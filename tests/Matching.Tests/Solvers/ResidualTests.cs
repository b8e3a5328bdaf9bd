using System.Collections.Immutable;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;

namespace Networks.Matching.Tests.Solvers;

/// <summary>What could still move in an optimum, beside plain searches and new solves.</summary>
public class ResidualTests
{
    [Fact]
    public void Each_offer_reaches_what_a_walk_from_it_alone_reaches()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            if (SolvedProblem.Of(RandomRounds.Of(seed, 40, 16, 2), null, CancellationToken.None).Solved is not { } solved)
            {
                continue;
            }

            var residual = new Residual(solved);
            for (var offer = 0; offer < solved.Problem.Offers.Length; offer++)
            {
                var (reached, occupants) = Walk(solved, offer);
                var found = residual.ReachOf(offer);
                Assert.True(reached.SetEquals(found.Offers()), $"Seed {seed}, offer {offer}: other offers are reached.");
                Assert.Equal(reached.Any(solved.Assignment.HasFree), found.HasFree);
                Assert.Equal(occupants.DefaultIfEmpty(-1).Max(), found.LastRank);
            }
        }
    }

    [Fact]
    public void The_next_best_is_what_the_round_solved_without_the_pair_gives()
    {
        var asked = 0;
        for (var seed = 1; seed <= 120; seed++)
        {
            var problem = RandomRounds.Of(seed, 14, 8, 2);
            if (Plan(problem) is not { } plan)
            {
                continue;
            }

            var solved = SolvedProblem.Of(problem, null, CancellationToken.None).Solved!;
            var slacks = Slacks.Of(solved, CancellationToken.None);
            var nextBest = new NextBest(
                solved, new Residual(solved), slacks, Comers.Of(solved, slacks, CancellationToken.None),
                TightCycles.FindAtAnyCost(solved.Problem.Arcs, solved.Assignment, solved.Value, solved.Price));
            foreach (var pair in plan.Pairs)
            {
                var found = nextBest.Of(solved.Problem.RankOf[new WishKey(pair.Resident, Wish.ClassOf(pair.Kind))]);
                var rule = new PairRule(pair.Resident, pair.Offer, "", "");
                var without = Plan(problem with { Forbids = [rule] })!;
                Assert.Equal(Helped(without).SetEquals(Helped(plan)), found is not null);
                if (found is { } next)
                {
                    Assert.Equal(plan.Objective.Fit - without.Objective.Fit, next.Cost);
                    var there = Plan(problem with { Pins = [rule with { Offer = solved.Problem.Offers[next.Offer].Offer }] })!;
                    Assert.Equal((without.Objective.Fit, without.Pairs.Length), (there.Objective.Fit, there.Pairs.Length));
                    asked++;
                }
            }
        }

        Assert.True(asked > 100, $"Only {asked} pairs had a next best: the rounds say too little.");
    }

    private static MatchingPlan? Plan(MatchingProblem problem) =>
        new ExactMatchingSolver().Solve(problem, null, CancellationToken.None) is SolverAnswer.Solved solved ? solved.Plan : null;

    private static ImmutableHashSet<WishKey> Helped(MatchingPlan plan) =>
        [.. plan.Pairs.Select(pair => new WishKey(pair.Resident, Wish.ClassOf(pair.Kind)))];

    private static (HashSet<int> Offers, HashSet<int> Occupants) Walk(SolvedProblem solved, int from)
    {
        var (reached, occupants, open) = (new HashSet<int> { from }, new HashSet<int>(), new Queue<int>([from]));
        while (open.TryDequeue(out var offer))
        {
            foreach (var occupant in solved.Assignment.Occupants(offer))
            {
                occupants.Add(occupant);
                foreach (var next in solved.Problem.Arcs.OffersOf(occupant))
                {
                    if (reached.Add(next))
                    {
                        open.Enqueue(next);
                    }
                }
            }
        }

        return (reached, occupants);
    }
}
