using Networks.Matching.Flows;

namespace Networks.Matching.Tests.Flows;

public class NetworkSimplexTests
{
    [Fact]
    public void Small_flows_with_guarantees_and_quotas_cost_what_trying_every_flow_finds()
    {
        int solved = 0, impossible = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            var problem = Small(seed);
            var cheapest = Tried(problem, 0, new long[problem.Arcs]);
            if (NetworkSimplex.Solve(problem) is FlowAnswer.Optimal answer)
            {
                Assert.True(cheapest == answer.Cost, $"seed {seed}: {answer.Cost} where trying every flow finds {cheapest}");
                Assert.Null(FlowProof.FirstFault(problem, answer));
                solved++;
            }
            else
            {
                Assert.True(cheapest is null, $"seed {seed}: a flow of cost {cheapest} was not found");
                impossible++;
            }
        }

        Assert.True(solved > 500 && impossible > 500, $"{solved} {impossible}: the flows test too little");
    }

    [Fact]
    public void Large_random_flows_are_proved_cheapest()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = Large(seed, 300, 3000);
            var answer = Assert.IsType<FlowAnswer.Optimal>(NetworkSimplex.Solve(problem));
            Assert.Null(FlowProof.FirstFault(problem, answer));
        }
    }

    [Fact]
    public void A_group_that_needs_six_to_run_gets_six_or_the_flow_is_refused()
    {
        // Eight people; the group fits nobody well, so without its guarantee nobody would go there.
        FlowProblem Of(long people, long least) => new(
            [people, 0, 0, -people], [0, 0, 1, 2], [1, 2, 3, 3], [0, 0, least, 0], [people, people, 10, 10], [-1, -9, 0, 0]);
        var eight = Assert.IsType<FlowAnswer.Optimal>(NetworkSimplex.Solve(Of(8, 6)));
        Assert.Equal((6L, 2L, -24L), (eight.Flow[0], eight.Flow[1], eight.Cost));
        Assert.Equal(new FlowAnswer.Infeasible(1), NetworkSimplex.Solve(Of(5, 6)));
    }

    [Fact]
    public void A_cycle_that_pays_for_ever_is_named()
    {
        var problem = new FlowProblem([0, 0], [0, 1], [1, 0], [0, 0], [FlowProblem.Unlimited, FlowProblem.Unlimited], [-3, 2]);
        Assert.IsType<FlowAnswer.Unbounded>(NetworkSimplex.Solve(problem));
    }

    [Fact]
    public void A_flow_with_one_unit_moved_is_no_proof()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var problem = Large(seed, 40, 300);
            var answer = Assert.IsType<FlowAnswer.Optimal>(NetworkSimplex.Solve(problem));
            var flow = (long[])answer.Flow.Clone();
            flow[seed % flow.Length]++;
            Assert.NotNull(FlowProof.FirstFault(problem, answer with { Flow = flow }));
            Assert.NotNull(FlowProof.FirstFault(problem, answer with { Cost = answer.Cost - 1 }));
        }
    }

    private static FlowProblem Small(int seed)
    {
        var random = new Random(seed);
        var (nodes, arcs) = (2 + random.Next(3), 1 + random.Next(6));
        long[] lower = [.. Enumerable.Range(0, arcs).Select(_ => (long)random.Next(-1, 2))];
        var supply = new long[nodes];
        for (var unit = 0; unit < random.Next(3); unit++)
        {
            supply[random.Next(nodes)]++;
            supply[random.Next(nodes)]--;
        }

        return new FlowProblem(supply, [.. lower.Select(_ => random.Next(nodes))], [.. lower.Select(_ => random.Next(nodes))], lower,
            [.. lower.Select(least => least + random.Next(3))], [.. lower.Select(_ => (long)random.Next(-4, 5))]);
    }

    private static FlowProblem Large(int seed, int nodes, int arcs)
    {
        var random = new Random(seed);
        int[] from = [.. Enumerable.Range(0, arcs).Select(_ => random.Next(nodes))], to = [.. from.Select(_ => random.Next(nodes))];
        long[] lower = [.. from.Select(_ => (long)random.Next(-2, 4))], upper = [.. lower.Select(least => least + random.Next(20))];
        var supply = new long[nodes];
        for (var arc = 0; arc < arcs; arc++)
        {
            // Some flow there is by construction.
            var carried = lower[arc] + random.Next((int)(upper[arc] - lower[arc]) + 1);
            supply[from[arc]] += carried;
            supply[to[arc]] -= carried;
        }

        return new FlowProblem(supply, from, to, lower, upper, [.. from.Select(_ => (long)random.Next(-100, 1000))]);
    }

    private static long? Tried(FlowProblem problem, int arc, long[] flow)
    {
        if (arc == problem.Arcs)
        {
            var left = (long[])problem.Supply.Clone();
            for (var at = 0; at < arc; at++)
            {
                left[problem.From[at]] -= flow[at];
                left[problem.To[at]] += flow[at];
            }

            return left.All(one => one == 0) ? flow.Select((carried, at) => carried * problem.Cost[at]).Sum() : null;
        }

        long? best = null;
        for (flow[arc] = problem.Lower[arc]; flow[arc] <= problem.Upper[arc]; flow[arc]++)
        {
            var cost = Tried(problem, arc + 1, flow);
            best = best is null || cost < best ? cost ?? best : best;
        }

        return best;
    }
}
