using Networks.Matching.Allocations;
using Networks.Matching.Flows;

namespace Networks.Matching.Tests.Allocations;

public class AllocationSolverTests
{
    private static Allocation Proved(AllocationProblem problem, string where)
    {
        var allocation = AllocationSolver.Solve(problem);
        var fault = AllocationProof.FirstFault(problem, allocation);
        Assert.True(fault is null, $"{where}: {fault}");
        return allocation;
    }

    [Fact]
    public void Ten_thousand_small_allocations_are_those_that_trying_everything_finds_and_the_network_simplex_too()
    {
        int helped = 0, waiting = 0;
        for (var seed = 0; seed < 10_000; seed++)
        {
            var problem = RandomAllocations.Of(seed, 8, 5);
            var (best, fit) = PlainAllocations.Tried(problem);
            var found = Proved(problem, $"seed {seed}");
            Assert.True(best.SequenceEqual(found.OfferOf.Select(offer => offer >= 0)), $"seed {seed}: others are helped");
            Assert.True(fit == found.Fit, $"seed {seed}: {found.Fit} where {fit} can be had");
            var flow = Assert.IsType<FlowAnswer.Optimal>(NetworkSimplex.Solve(PlainAllocations.AsFlow(problem, best)));
            Assert.True(fit == -flow.Cost, $"seed {seed}: {-flow.Cost} by the simplex where {fit} can be had");
            helped += found.Helped;
            waiting += problem.People - found.Helped;
        }

        Assert.True(helped > 5000 && waiting > 5000, $"{helped} helped, {waiting} waiting: the allocations test too little");
    }

    [Fact]
    public void The_auction_agrees_with_the_network_simplex_and_with_plain_augmenting_paths()
    {
        int tight = 0, roomy = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var problem = RandomAllocations.Of(seed, 400, 120);
            var found = Proved(problem, $"seed {seed}");
            var covered = PlainAllocations.Covered(problem);
            Assert.Equal(covered, found.OfferOf.Select(offer => offer >= 0));
            var flow = PlainAllocations.AsFlow(problem, covered);
            var cheapest = Assert.IsType<FlowAnswer.Optimal>(NetworkSimplex.Solve(flow));
            Assert.Null(FlowProof.FirstFault(flow, cheapest));
            Assert.True(-cheapest.Cost == found.Fit, $"seed {seed}: auction {found.Fit}, simplex {-cheapest.Cost}");
            tight += found.Helped < problem.People ? 1 : 0;
            roomy += found.Helped < problem.Places.Sum() ? 1 : 0;
        }

        Assert.True(tight > 200 && roomy > 200, $"{tight} {roomy}: the allocations test too little");
    }

    [Fact]
    public void With_hardly_more_places_than_people_those_left_over_cost_nothing_and_the_fit_is_still_the_best()
    {
        var freed = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var problem = RandomAllocations.NearlyTight(seed, 600, 1 + seed % 3);
            var found = Proved(problem, $"seed {seed}");
            Assert.Equal(600, found.Helped);
            var flow = PlainAllocations.AsFlow(problem, [.. Enumerable.Repeat(true, 600)]);
            Assert.Equal(-Assert.IsType<FlowAnswer.Optimal>(NetworkSimplex.Solve(flow)).Cost, found.Fit);
            freed += problem.Places.Where((places, offer) => found.OfferOf.Count(one => one == offer) < places).Count();
        }

        Assert.True(freed > 150, $"{freed} offers kept a free place: the allocations test too little");
    }

    [Fact]
    public void The_order_of_pairs_and_offers_changes_neither_who_is_helped_nor_how_well()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomAllocations.Of(seed, 200, 60);
            var (shuffled, newOffer) = RandomAllocations.Shuffled(problem, seed + 1);
            var (one, other) = (Proved(problem, $"seed {seed}"), Proved(shuffled, $"seed {seed} shuffled"));
            Assert.Equal(one.OfferOf.Select(offer => offer >= 0), other.OfferOf.Select(offer => offer >= 0));
            Assert.Equal(one.Fit, other.Fit);
            Assert.Equal(one.ClosedBy, newOffer.Select(offer => other.ClosedBy[offer]));
        }
    }

    [Fact]
    public void One_thread_and_many_give_the_same_allocation_and_the_same_prices()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var problem = Islands(seed);
            var many = AllocationSolver.Solve(problem);
            var one = AllocationSolver.Solve(problem, threadsMax: 1);
            Assert.Equal(one.OfferOf, many.OfferOf);
            Assert.Equal(one.Price, many.Price);
            Assert.Equal(one.Value, many.Value);
        }
    }

    [Fact]
    public void A_long_chain_of_people_who_all_have_to_move_up_is_solved()
    {
        const int Long = 5000;
        var (offer, fit, start) = (new List<int>(), new List<int>(), new List<int> { 0 });
        for (var person = 0; person < Long; person++)
        {
            offer.AddRange(person < Long - 1 ? [person, person + 1] : [0]);
            fit.AddRange(person < Long - 1 ? [1000, 0] : [1000]);
            start.Add(offer.Count);
        }

        var found = Proved(new AllocationProblem([.. start], [.. offer], [.. fit], [.. Enumerable.Repeat(1, Long)]), "chain");
        Assert.Equal((Long, 1000L), (found.Helped, found.Fit));
    }

    [Fact]
    public void Everybody_alike_is_solved()
    {
        const int People = 2000;
        var offer = Enumerable.Range(0, People).SelectMany(_ => Enumerable.Range(0, 30)).ToArray();
        var start = Enumerable.Range(0, People + 1).Select(person => 30 * person).ToArray();
        var places = Enumerable.Repeat(50, 30).ToArray();
        var found = Proved(new AllocationProblem(start, offer, new int[offer.Length], places), "alike");
        Assert.Equal(1500, found.Helped);
        Assert.Equal(Enumerable.Range(0, People).Select(person => person < 1500), found.OfferOf.Select(one => one >= 0));
    }

    [Fact]
    public void Offers_with_more_places_than_anybody_could_count_are_never_full()
    {
        var found = Proved(new AllocationProblem([0, 1, 2, 3], [0, 0, 0], [5, 6, 7], [int.MaxValue]), "unlimited");
        Assert.Equal((3, 18L, 0L), (found.Helped, found.Fit, found.Price[0]));
    }

    [Fact]
    public void A_changed_allocation_is_no_proof()
    {
        var refused = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = RandomAllocations.Of(seed, 30, 12);
            var (found, random) = (AllocationSolver.Solve(problem), new Random(seed));
            if (found.Helped == 0)
            {
                continue;
            }

            var helped = Enumerable.Range(0, problem.People).Where(person => found.OfferOf[person] >= 0).ToArray();
            var person = helped[random.Next(helped.Length)];
            var dropped = found with { OfferOf = With(found.OfferOf, person, -1), Fit = found.Fit };
            var overvalued = found with { Value = With(found.Value, person, found.Value[person] - 1) };
            var moved = found with { Price = With(found.Price, found.OfferOf[person], found.Price[found.OfferOf[person]] + 1) };
            foreach (var wrong in (Allocation[])[dropped, overvalued, moved, found with { Fit = found.Fit + 1 }])
            {
                Assert.True(AllocationProof.FirstFault(problem, wrong) is { Length: > 20 }, $"seed {seed}: a forged allocation passed");
                refused++;
            }
        }

        Assert.True(refused > 800, $"only {refused} were tried");
    }

    private static T[] With<T>(T[] array, int at, T value)
    {
        var changed = (T[])array.Clone();
        changed[at] = value;
        return changed;
    }

    // Many towns that share nobody, some with too few places.
    private static AllocationProblem Islands(int seed)
    {
        var random = new Random(seed);
        var (start, offer, fit) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var person = 0; person < 2000; person++)
        {
            var island = random.Next(10);
            for (var at = 0; at < 6; at++)
            {
                offer.Add(island * 40 + random.Next(40));
                fit.Add(random.Next(300));
            }

            start.Add(offer.Count);
        }

        int[] places = [.. Enumerable.Range(0, 400).Select(at => random.Next(1 + at / 40))];
        return new AllocationProblem([.. start], [.. offer], [.. fit], places);
    }
}
