using Networks.Matching.Allocations;

namespace Networks.Matching.Tests.Allocations;

public class ResettlingTests
{
    [Fact]
    public void Thousands_of_small_plans_after_changes_keep_as_many_pairs_as_any_best_plan_that_trying_everything_finds()
    {
        int moved = 0, kept = 0, ties = 0;
        for (var seed = 0; seed < 8000; seed++)
        {
            var problem = RandomAllocations.Of(seed, 5, 4);
            var plan = AllocationSolver.Solve(problem);
            for (var step = 0; step < 3; step++)
            {
                var changed = ChangedAllocation.Of(problem, plan, RandomChanges.Of(problem, plan, 7 * seed + step, 1 + seed % 3));
                problem = changed.Problem;
                plan = Proved(changed, $"seed {seed}, step {step}");
                var (helped, fit, most) = PlainAllocations.TriedKeeping(problem, changed.Before.OfferOf);
                Assert.Equal(helped, plan.OfferOf.Select(offer => offer >= 0));
                var same = Kept(plan, changed.Before);
                Assert.True((fit, most) == (plan.Fit, same), $"seed {seed}, step {step}: {plan.Fit} keeping {same}, not {fit}, {most}");
                kept += same;
                moved += plan.OfferOf.Zip(changed.Before.OfferOf).Count(pair => pair.First >= 0 && pair.First != pair.Second);
                ties += same > Kept(AllocationSolver.Solve(problem), changed.Before) ? 1 : 0;
            }
        }

        Assert.True(kept > 10_000 && moved > 8000 && ties > 100, $"{kept} kept, {moved} moved, {ties} with ties: these test too little");
    }

    [Fact]
    public void Plans_solved_from_the_plan_before_are_as_good_as_plans_solved_from_nothing_through_long_histories()
    {
        var quick = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var problem = seed % 4 == 0 ? RandomAllocations.NearlyTight(seed, 300, 1 + seed % 7) : RandomAllocations.Of(seed, 400, 120);
            var plan = AllocationSolver.Solve(problem);
            for (var step = 0; step < 8; step++)
            {
                var changed = ChangedAllocation.Of(problem, plan, RandomChanges.Of(problem, plan, 11 * seed + step, seed % 30));
                problem = changed.Problem;
                plan = Proved(changed, $"seed {seed}, step {step}");
                var cold = AllocationSolver.Solve(problem);
                Assert.True(cold.Fit == plan.Fit, $"seed {seed}, step {step}: {plan.Fit}, from nothing {cold.Fit}");
                Assert.Equal(cold.OfferOf.Select(offer => offer >= 0), plan.OfferOf.Select(offer => offer >= 0));
                Assert.Equal(cold.ClosedBy, plan.ClosedBy);
                Assert.True(Kept(plan, changed.Before) >= Kept(cold, changed.Before), $"seed {seed}, {step}: people moved for nothing");
                quick += changed.Before.OfferOf.Length > 0 ? 1 : 0;
            }
        }

        Assert.True(quick > 800, $"only {quick} were tried");
    }

    [Fact]
    public void Nothing_changed_moves_nobody_and_keeps_every_price()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var problem = RandomAllocations.Of(seed, 60, 20);
            var plan = AllocationSolver.Solve(problem);
            var again = Proved(ChangedAllocation.Of(problem, plan, []), $"seed {seed}");
            Assert.Equal(plan.OfferOf, again.OfferOf);
            Assert.Equal(plan.Price, again.Price);
        }
    }

    [Fact]
    public void From_a_plan_of_something_else_altogether_the_best_plan_is_found_as_well()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = RandomAllocations.Of(seed, 900, 200);
            var random = new Random(seed);
            var before = new AllocationBefore(
                [.. Enumerable.Range(0, problem.People).Select(_ => random.Next(-1, problem.Places.Length))],
                [.. problem.Places.Select(_ => (long)random.Next(50))]);
            var found = AllocationSolver.SolveFrom(problem, before);
            Assert.Null(AllocationProof.FirstFault(problem, found));
            var cold = AllocationSolver.Solve(problem);
            Assert.Equal(cold.Fit, found.Fit);
            Assert.Equal(cold.ClosedBy, found.ClosedBy);
            Assert.True(Kept(found, before) >= Kept(cold, before), $"seed {seed}: people moved for nothing");
        }
    }

    [Fact]
    public void Changes_are_those_asked_for()
    {
        var problem = new AllocationProblem([0, 2, 3, 4], [0, 1, 0, 1], [10, 20, 30, 40], [1, 2]);
        var plan = AllocationSolver.Solve(problem);
        var changed = ChangedAllocation.Of(problem, plan,
        [
            new AllocationChange.Joins(1, [(1, 7)]),
            new AllocationChange.Joins(3, [(0, 8)]),
            new AllocationChange.PairEnds(0, 0),
            new AllocationChange.PairBecomes(0, 1, 21),
            new AllocationChange.PairBecomes(2, 0, 5),
            new AllocationChange.Pinned(1, 0),
            new AllocationChange.PlacesBecome(1, 3),
        ]);
        Assert.Equal([0, 1, 2, 4, 5], changed.Problem.Start);
        Assert.Equal([1, 1, 1, 0, 0], changed.Problem.Offer);
        Assert.Equal([21, 7, 40, 5, 8], changed.Problem.Fit);
        Assert.Equal([0, 3], changed.Problem.Places);
        Assert.Equal([0, -1, 2, -1], changed.PersonBefore);
        Assert.Equal([1, -1, 1, -1], changed.Before.OfferOf);
    }

    private static int Kept(Allocation plan, AllocationBefore before) =>
        plan.OfferOf.Zip(before.OfferOf).Count(pair => pair.First >= 0 && pair.First == pair.Second);

    private static Allocation Proved(ChangedAllocation changed, string where)
    {
        var plan = AllocationSolver.SolveFrom(changed.Problem, changed.Before);
        var fault = AllocationProof.FirstFault(changed.Problem, plan);
        Assert.True(fault is null, $"{where}: {fault}");
        return plan;
    }
}
