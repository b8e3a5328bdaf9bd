using System.Globalization;
using Networks.Matching.Flows;

namespace Networks.Matching.Tests.Instances;

/// <summary>
/// Minimum-cost flows of the shapes that are published, with an optimum known from the making: first a flow and what each node is worth,
/// then costs under which no other flow can be cheaper.
/// </summary>
internal static class FlowFamilies
{
    public static IEnumerable<(string Name, FlowProblem Problem, long Optimum)> All(int seed)
    {
        yield return Of("chains", seed, 400, Chains(new Random(seed), 400, 20, 3200));
        yield return Of("torus", seed, 400, Torus(20));
        yield return Of("transport", seed, 120, [.. Enumerable.Range(0, 1200).Select(arc => (arc % 60, 60 + arc / 60 * 7 % 60))]);
    }

    /// <summary>As the DIMACS challenge writes it.</summary>
    public static string AsDimacs(FlowProblem problem)
    {
        string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
        long Most(int arc) => problem.Upper[arc] == FlowProblem.Unlimited ? -1 : problem.Upper[arc];
        return string.Join('\n',
        [
            Text($"c made from a seed\np min {problem.Nodes} {problem.Arcs}"),
            .. Enumerable.Range(0, problem.Nodes).Where(node => problem.Supply[node] != 0)
                .Select(node => Text($"n {node + 1} {problem.Supply[node]}")),
            .. Enumerable.Range(0, problem.Arcs).Select(arc =>
                Text($"a {problem.From[arc] + 1} {problem.To[arc] + 1} {problem.Lower[arc]} {Most(arc)} {problem.Cost[arc]}")),
            "",
        ]);
    }

    // Each source's chain of nodes to a sink, then arcs anywhere: how NETGEN makes sure of a flow (Klingman, Napier and Stutz, "NETGEN",
    // Management Science 20, 1974).
    private static (int From, int To)[] Chains(Random random, int nodes, int ends, int arcs)
    {
        int[] between = [.. Enumerable.Range(ends, nodes - 2 * ends)];
        random.Shuffle(between);
        var arc = new List<(int, int)>();
        foreach (var (source, chain) in between.Chunk(between.Length / ends).Take(ends).Index())
        {
            int[] way = [source, .. chain, nodes - 1 - random.Next(ends)];
            arc.AddRange(way.Zip(way.Skip(1)));
        }

        while (arc.Count < arcs)
        {
            arc.Add((random.Next(nodes - ends), random.Next(ends, nodes)));
        }

        return [.. arc];
    }

    // A grid whose edges meet, with arcs to the right and down, near and far (as in Goldberg's GOTO).
    private static (int From, int To)[] Torus(int side) => [.. Enumerable.Range(0, side * side).SelectMany(node =>
        ((int[])[1, 2, 5]).SelectMany(step => ((int, int)[])
        [
            (node, node / side * side + (node + step) % side), (node, (node + step * side) % (side * side)),
        ]))];

    private static (string Name, FlowProblem Problem, long Optimum) Of(string name, int seed, int nodes, (int From, int To)[] arcs)
    {
        var random = new Random(seed);
        var (supply, worth) = (new long[nodes], Enumerable.Range(0, nodes).Select(_ => (long)random.Next(10_000)).ToArray());
        long[] lower = new long[arcs.Length], upper = new long[arcs.Length], cost = new long[arcs.Length];
        var optimum = 0L;
        for (var arc = 0; arc < arcs.Length; arc++)
        {
            var (from, to) = arcs[arc];
            lower[arc] = random.Next(5) == 0 ? random.Next(10) : 0;
            upper[arc] = random.Next(4) == 0 ? FlowProblem.Unlimited : lower[arc] + random.Next(100);
            var most = upper[arc] == FlowProblem.Unlimited ? lower[arc] + 50 : upper[arc];
            var (flow, less) = random.Next(3) switch
            {
                0 => (lower[arc], 0L),
                1 when upper[arc] < FlowProblem.Unlimited => (most, 1L),
                _ => (random.NextInt64(lower[arc], most + 1), -1L),
            };

            // At its least an arc may cost more than the worth it bridges, at its most less; between them exactly that.
            cost[arc] = worth[to] - worth[from] + (less < 0 ? 0 : (1 - 2 * less) * random.Next(3) * random.Next(2000));
            supply[from] += flow;
            supply[to] -= flow;
            optimum += flow * cost[arc];
        }

        var problem = new FlowProblem(supply, [.. arcs.Select(arc => arc.From)], [.. arcs.Select(arc => arc.To)], lower, upper, cost);
        return (name, problem, optimum);
    }
}
