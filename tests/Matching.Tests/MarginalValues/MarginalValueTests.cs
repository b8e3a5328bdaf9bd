using Networks.Domain.Matches;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;

namespace Networks.Matching.Tests.MarginalValues;

public class MarginalValueTests
{
    private static readonly ExactMatchingSolver Solver = new();

    private static RoundSolution? Solve(MatchingProblem problem) =>
        RoundSolving.Solve(problem, Solver, null, CancellationToken.None) is RoundAnswer.Solved solved ? solved.Solution : null;

    private static RoundSolution? WithPlaces(MatchingProblem problem, OfferId offer, int change) => Solve(problem with
    {
        Offers = [.. problem.Offers.Select(one => one.Offer == offer ? one with { Places = one.Places + change } : one)],
    });

    [Fact]
    public void What_more_and_fewer_places_are_worth_equals_solving_again()
    {
        int gains = 0, losses = 0, fits = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = RandomRounds.Of(seed, 10, 6, 2);
            var now = Solve(problem)!;
            foreach (var value in now.MarginalValues.Where(value => value.Places is not null))
            {
                var more = WithPlaces(problem, value.Offer, 1)!;
                Assert.Equal(more.Plan.Objective.Matched - now.Plan.Objective.Matched, value.PlusOneMatches);
                Assert.True(more.Plan.Objective.Fit - now.Plan.Objective.Fit == value.PlusOneFit, $"seed {seed}: {value}");
                var gained = more.Plan.Pairs.Select(Key).Except(now.Plan.Pairs.Select(Key)).ToArray();
                Assert.Equal(value.FirstPerson, gained.Length == 0 ? null : Assert.Single(gained).Resident);
                for (var places = 2; places <= 5; places++)
                {
                    var matches = WithPlaces(problem, value.Offer, places)!.Plan.Objective.Matched - now.Plan.Objective.Matched;
                    Assert.Equal(matches, value.FurtherMatches[places - 2]);
                }

                var fewer = value.Places == 0 ? now : WithPlaces(problem, value.Offer, -1)!;
                Assert.Equal(fewer.Plan.Objective.Matched - now.Plan.Objective.Matched, value.MinusOneMatches);
                gains += value.PlusOneMatches;
                losses -= value.MinusOneMatches;
                fits += value.PlusOneMatches == 0 && value.PlusOneFit > 0 ? 1 : 0;
            }
        }

        Assert.True(gains > 200 && losses > 200 && fits > 50, $"{gains} {losses} {fits}: the rounds test too little");
    }

    [Fact]
    public void The_next_best_costs_what_forbidding_the_pair_costs()
    {
        int others = 0, none = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = RandomRounds.Of(seed, 8, 6, 2);
            var now = Solve(problem)!;
            foreach (var match in now.Matches)
            {
                var without = Solve(problem with { Forbids = [new PairRule(match.Resident, match.Pair.Offer, "what if", "test")] })!;
                var samePeople = without.Plan.Pairs.Select(Key).SequenceEqual(now.Plan.Pairs.Select(Key));
                Assert.Equal(samePeople, match.NextBest is not null);
                Assert.Equal(samePeople ? now.Plan.Objective.Fit - without.Plan.Objective.Fit : null, match.NextBestCosts);
                others += samePeople ? 1 : 0;
                none += samePeople ? 0 : 1;
            }
        }

        Assert.True(others > 200 && none > 100, $"{others} {none}: the rounds test too little");
    }

    [Fact]
    public void More_people_helped_never_grows_with_each_further_place()
    {
        foreach (var value in Enumerable.Range(0, 50).SelectMany(seed => Solve(RandomRounds.Of(seed, 40, 15, 3))!.MarginalValues))
        {
            var steps = value.FurtherMatches.Prepend(value.PlusOneMatches).Prepend(0).ToArray();
            var gains = steps.Zip(steps.Skip(1), (before, after) => after - before).ToArray();
            Assert.Equal(gains.OrderDescending(), gains);
        }
    }

    private static (Domain.Residents.ResidentId Resident, WishClass Class) Key(Matching.Plans.PlannedPair pair) =>
        (pair.Resident, Wish.ClassOf(pair.Kind));
}
