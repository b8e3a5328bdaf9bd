using Networks.Matching.Allocations;
using Networks.Matching.Flows;
using Networks.Matching.Instances;

namespace Networks.Matching.Tests.Instances;

/// <summary>Families and examples whose optimum a source, a law or the making states, through the files they are written in.</summary>
public class PublishedFamilyTests
{
    public static TheoryData<string, string, string, long> Examples => new()
    {
        // Source, format, text, the optimum that it states.
        {
            "OR-Tools, Minimum cost flows", "dimacs",
            "p min 5 9\nn 1 20\nn 4 -5\nn 5 -15\na 1 2 0 15 4\na 1 3 0 8 4\na 2 3 0 20 2\na 2 4 0 4 2\na 2 5 0 10 6\na 3 4 0 15 1\n"
                + "a 3 5 0 4 3\na 4 5 0 20 2\na 5 3 0 5 3\n",
            150
        },
        { "NetworkX, network_simplex", "dimacs", "p min 4 4\nn 1 5\nn 4 -5\na 1 2 0 4 3\na 1 3 0 10 6\na 2 4 0 9 1\na 3 4 0 5 2\n", 24 },
        { "OR-Tools, Linear sum assignment", "orlib-assign", "4\n90 76 75 70\n35 85 55 65\n125 95 90 105\n45 110 95 115\n", 265 },
        { "SciPy, linear_sum_assignment", "orlib-assign", "3\n4 1 3\n2 0 5\n3 2 2\n", 5 },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_published_example_has_the_optimum_that_its_source_states(string source, string format, string text, long optimum)
    {
        var known = format is "dimacs" ? PublishedFormat.Dimacs : PublishedFormat.OrlibAssign;
        Assert.Equal((source, optimum), (source, Solved(text, known, source).Optimum));
    }

    [Fact]
    public void Every_family_of_assignments_has_its_known_optimum_by_both_engines_and_in_every_format()
    {
        var known = 0;
        foreach (var family in Enumerable.Range(0, 4).SelectMany(AssignmentFamilies.All))
        {
            var auction = Solved(family.AsOrLibrary(), PublishedFormat.OrlibAssign, family.Name).Optimum;
            foreach (var text in (string[])[family.AsAssignment(), family.AsFlow()])
            {
                Assert.Equal((family.Name, auction), (family.Name, Solved(text, PublishedFormat.Dimacs, family.Name).Optimum));
            }

            Assert.Equal((family.Name, family.Optimum ?? auction), (family.Name, auction));
            known += family.Optimum is null ? 0 : 1;
        }

        Assert.Equal(12, known);
    }

    [Fact]
    public void Every_family_of_flows_has_the_optimum_that_it_was_made_with()
    {
        foreach (var (name, problem, optimum) in Enumerable.Range(0, 20).SelectMany(FlowFamilies.All))
        {
            Assert.Equal((name, optimum), (name, Solved(FlowFamilies.AsDimacs(problem), PublishedFormat.Dimacs, name).Optimum));
        }
    }

    // The mean of the least cost over costs drawn from the exponential law of mean 1 is 1 + 1/4 + 1/9 + ... + 1/n^2 (conjectured by
    // Parisi, 1998; proved by Linusson and Waestlund, Probability Theory and Related Fields 128, 2004).
    [Fact]
    public void Random_assignments_cost_on_average_what_Parisi_foretold()
    {
        const int Size = 25, Draws = 600, Unit = 1_000_000;
        var costs = Enumerable.Range(0, Draws).Select(seed =>
        {
            var random = new Random(seed);
            int[] fit = [.. Enumerable.Range(0, Size * Size).Select(_ => (int)(Unit * Math.Log(1 - random.NextDouble())))];
            return -AllocationSolver.Solve(Square(Size, fit)).Fit / (double)Unit;
        }).ToArray();
        var foretold = Enumerable.Range(1, Size).Sum(place => 1.0 / place / place);
        var (mean, spread) = (costs.Average(), Math.Sqrt(costs.Sum(cost => Math.Pow(cost - costs.Average(), 2)) / Draws / Draws));
        Assert.InRange(mean, foretold - 3 * spread, foretold + 3 * spread);
        Assert.InRange(spread, 0, 0.02);
    }

    [Fact]
    public void Two_people_who_change_places_and_a_price_that_is_shifted_are_no_proof()
    {
        int swapped = 0, shifted = 0, asGood = 0;
        foreach (var family in Enumerable.Range(0, 4).SelectMany(AssignmentFamilies.All))
        {
            var problem = Assert.IsType<PublishedInstance.Assignment>(PublishedInstance.Read(
                new StringReader(family.AsAssignment()), family.Name, PublishedFormat.Dimacs)).Problem;
            var (found, random) = (AllocationSolver.Solve(problem), new Random(family.Size));
            Assert.Null(AllocationProof.FirstFault(problem, found));
            for (var turn = 0; turn < 20; turn++)
            {
                var (one, other) = (random.Next(family.Size), random.Next(family.Size));
                var offers = (int[])found.OfferOf.Clone();
                (offers[one], offers[other]) = (offers[other], offers[one]);
                var isAsGood = FitOf(problem, offers) == found.Fit;
                Assert.Equal(isAsGood, AllocationProof.FirstFault(problem, found with { OfferOf = offers }) is null);
                (swapped, asGood) = isAsGood ? (swapped, asGood + 1) : (swapped + 1, asGood);

                var price = (long[])found.Price.Clone();
                price[random.Next(price.Length)] += turn % 2 == 0 ? 1 : -1;
                Assert.NotNull(AllocationProof.FirstFault(problem, found with { Price = price }));
                shifted++;
            }
        }

        Assert.True(swapped > 400 && shifted == 720 && asGood > 10, $"{swapped} {shifted} {asGood}: too little was tried");
    }

    [Fact]
    public void A_potential_that_is_shifted_and_two_flows_that_change_places_are_no_proof()
    {
        var refused = 0;
        foreach (var (name, problem, optimum) in Enumerable.Range(0, 5).SelectMany(FlowFamilies.All))
        {
            var found = Assert.IsType<FlowAnswer.Optimal>(NetworkSimplex.Solve(problem));
            Assert.Equal((name, optimum, null), (name, found.Cost, FlowProof.FirstFault(problem, found)));
            var random = new Random(problem.Arcs);
            for (var turn = 0; turn < 40; turn++)
            {
                var (one, other) = (random.Next(problem.Arcs), random.Next(problem.Arcs));
                var flow = (long[])found.Flow.Clone();
                (flow[one], flow[other]) = (flow[other], flow[one]);
                Assert.Equal(flow[one] == flow[other], FlowProof.FirstFault(problem, found with { Flow = flow }) is null);
                refused += flow[one] == flow[other] ? 0 : 1;
            }

            // What a node on an arc with room both ways is worth is fixed by the node at its other end.
            var arc = Enumerable.Range(0, problem.Arcs).First(at => problem.From[at] != problem.To[at]
                && found.Flow[at] > problem.Lower[at] && found.Flow[at] < problem.Upper[at]);
            var potential = (long[])found.Potential.Clone();
            potential[problem.From[arc]]++;
            Assert.NotNull(FlowProof.FirstFault(problem, found with { Potential = potential }));
        }

        Assert.True(refused > 300, $"only {refused} were tried");
    }

    private static InstanceAnswer.Solved Solved(string text, PublishedFormat format, string name) =>
        Assert.IsType<InstanceAnswer.Solved>(InstanceAnswer.Of(PublishedInstance.Read(new StringReader(text), name, format)));

    private static AllocationProblem Square(int size, int[] fit) => new(
        [.. Enumerable.Range(0, size + 1).Select(person => person * size)], [.. fit.Select((_, pair) => pair % size)], fit,
        [.. Enumerable.Repeat(1, size)]);

    private static long? FitOf(AllocationProblem problem, int[] offerOf)
    {
        long? fit = 0;
        for (var person = 0; person < problem.People; person++)
        {
            int[] own = [.. Enumerable.Range(problem.Start[person], problem.Start[person + 1] - problem.Start[person])
                .Where(pair => problem.Offer[pair] == offerOf[person]).Select(pair => problem.Fit[pair])];
            fit = own.Length == 0 ? null : fit + own.Max();
        }

        return fit;
    }
}
