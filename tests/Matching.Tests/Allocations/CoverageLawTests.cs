using Networks.Matching.Allocations;
using Networks.Matching.Flows;

namespace Networks.Matching.Tests.Allocations;

/// <summary>
/// The law of transversal matroids: those helped in turn are as many as can be helped at all, and whatever weights fall with the order,
/// no other set weighs more.
/// </summary>
public class CoverageLawTests
{
    [Fact]
    public void Those_helped_in_turn_are_as_many_as_Hopcroft_and_Karp_find()
    {
        int full = 0, short_ = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var problem = RandomAllocations.Of(seed, 300, 90);
            var helped = AllocationSolver.Solve(problem).Helped;
            Assert.Equal(HopcroftKarp(problem), helped);
            (full, short_) = helped == problem.People ? (full + 1, short_) : (full, short_ + 1);
        }

        Assert.True(full > 5 && short_ > 200, $"{full} {short_}: the allocations test too little");
    }

    [Fact]
    public void No_set_that_can_be_helped_weighs_more_than_those_helped_in_turn()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var (problem, random) = (RandomAllocations.Of(seed, 120, 40), new Random(seed));

            // Few distinct weights, so that many are alike.
            long[] weight = [.. Enumerable.Range(0, problem.People).Select(_ => (long)random.Next(1 + seed % 6)).OrderDescending()];
            var found = AllocationSolver.Solve(problem);
            var heaviest = Assert.IsType<FlowAnswer.Optimal>(NetworkSimplex.Solve(Weighed(problem, weight)));
            Assert.Equal(-heaviest.Cost, weight.Where((_, person) => found.OfferOf[person] >= 0).Sum());
        }
    }

    [Fact]
    public void Whoever_is_listed_beside_them_those_helped_stay_when_people_after_them_are_left_out()
    {
        var left = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomAllocations.Of(seed, 60, 20);
            var helped = AllocationSolver.Solve(problem).OfferOf;
            var people = problem.People / 2;
            var pairs = problem.Start[people];
            var fewer = new AllocationProblem(
                problem.Start[..(people + 1)], problem.Offer[..pairs], problem.Fit[..pairs], problem.Places);
            Assert.Equal(
                helped.Take(people).Select(offer => offer >= 0), AllocationSolver.Solve(fewer).OfferOf.Select(offer => offer >= 0));
            left += helped.Take(people).Count(offer => offer < 0);
        }

        Assert.True(left > 500, $"only {left} waited: the allocations test too little");
    }

    // Everybody may also stay without a place, at no weight.
    private static FlowProblem Weighed(AllocationProblem problem, long[] weight)
    {
        var flow = PlainAllocations.AsFlow(problem, [.. Enumerable.Repeat(true, problem.People)]);
        long[] cost = [.. flow.From.Select(from => from < problem.People ? -weight[from] : 0L)];
        int[] without = [.. Enumerable.Range(0, problem.People)];
        return new FlowProblem(flow.Supply, [.. flow.From, .. without], [.. flow.To, .. without.Select(_ => flow.Nodes - 1)],
            new long[flow.Arcs + without.Length], [.. flow.Upper, .. without.Select(_ => 1L)], [.. cost, .. without.Select(_ => 0L)]);
    }

    // Layers of shortest alternating paths, each place of an offer a seat of its own.
    private static int HopcroftKarp(AllocationProblem problem)
    {
        int[] first = [.. problem.Places.Select((_, offer) => problem.Places.Take(offer).Sum())];
        int[] seatOf = [.. Enumerable.Repeat(-1, problem.People)], personOf = [.. Enumerable.Repeat(-1, problem.Places.Sum())];
        var seats = Enumerable.Range(0, problem.People).Select(person => problem.Offer[problem.Start[person]..problem.Start[person + 1]]
            .Distinct().SelectMany(offer => Enumerable.Range(first[offer], problem.Places[offer])).ToArray()).ToArray();
        while (true)
        {
            var layer = Layers(seats, seatOf, personOf);
            var found = Enumerable.Range(0, problem.People).Count(person => seatOf[person] < 0 && Augment(person));
            if (found == 0)
            {
                return seatOf.Count(seat => seat >= 0);
            }

            bool Augment(int person)
            {
                foreach (var seat in seats[person])
                {
                    var other = personOf[seat];
                    if (other < 0 || layer[other] == layer[person] + 1 && Augment(other))
                    {
                        (seatOf[person], personOf[seat]) = (seat, person);
                        return true;
                    }
                }

                layer[person] = -1;
                return false;
            }
        }
    }

    private static int[] Layers(int[][] seats, int[] seatOf, int[] personOf)
    {
        int[] layer = [.. seatOf.Select(seat => seat < 0 ? 0 : -1)];
        var queue = new Queue<int>(Enumerable.Range(0, layer.Length).Where(person => layer[person] == 0));
        while (queue.TryDequeue(out var person))
        {
            foreach (var other in seats[person].Select(seat => personOf[seat]).Where(other => other >= 0 && layer[other] < 0))
            {
                layer[other] = layer[person] + 1;
                queue.Enqueue(other);
            }
        }

        return layer;
    }
}
