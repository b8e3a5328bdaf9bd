using Networks.Matching.Allocations;

namespace Networks.Matching.Tests.Allocations;

public class PlaceGainsTests
{
    [Fact]
    public void One_more_place_at_any_offer_changes_what_solving_again_with_it_changes()
    {
        int helping = 0, better = 0, nothing = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = RandomAllocations.Of(seed, 60, 20);
            var plan = AllocationSolver.Solve(problem);
            var gains = PlaceGains.Of(problem, plan);
            for (var offer = 0; offer < problem.Places.Length; offer++)
            {
                var places = (int[])problem.Places.Clone();
                places[offer]++;
                var again = AllocationSolver.Solve(new AllocationProblem(problem.Start, problem.Offer, problem.Fit, places));
                Assert.True(
                    again.Fit - plan.Fit == gains[offer],
                    $"seed {seed}, offer {offer}: {gains[offer]} instead of {again.Fit - plan.Fit}");
                Assert.Equal(again.Helped - plan.Helped, plan.ClosedBy[offer] >= 0 ? 1 : 0);
                helping += again.Helped - plan.Helped;
                better += again.Helped == plan.Helped && gains[offer] > 0 ? 1 : 0;
                nothing += gains[offer] == 0 ? 1 : 0;
            }
        }

        Assert.True(helping > 500 && better > 200 && nothing > 500, $"{helping} {better} {nothing}: these test too little");
    }

    [Fact]
    public void Values_from_a_plan_solved_from_the_plan_before_are_the_same_though_its_prices_are_others()
    {
        var others = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomAllocations.Of(seed, 80, 30);
            var plan = AllocationSolver.Solve(problem);
            var changed = ChangedAllocation.Of(problem, plan, RandomChanges.Of(problem, plan, seed, 12));
            var (warm, cold) = (AllocationSolver.SolveFrom(changed.Problem, changed.Before), AllocationSolver.Solve(changed.Problem));
            Assert.Equal(PlaceGains.Of(changed.Problem, cold), PlaceGains.Of(changed.Problem, warm));
            others += warm.Price.SequenceEqual(cold.Price) ? 0 : 1;
        }

        Assert.True(others > 50, $"only {others} plans had other prices");
    }
}
