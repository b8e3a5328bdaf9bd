using System.Diagnostics;
using System.Globalization;
using Networks.Benchmarks.SideBySide;
using Networks.Matching.Allocations;

namespace Networks.Benchmarks.Matching;

/// <summary>
/// Whole rounds as arrays: who is helped, by whom, and the proof checked, beside LEMON and SciPy, who are told who is helped and solve by
/// whom alone. All must find the same cost.
/// </summary>
internal static class MatchingRun
{
    private const int Repetitions = 5;
    private const int SciPyPeopleMost = 10_000;
    private const int ChangesMost = 100;
    private static readonly string[] Shapes = ["geographic-scarce", "geographic-abundant", "uniform-scarce"];

    public static async Task<int> Measure(string[] options)
    {
        Console.WriteLine(Machine.Describe());
        var (people, offers) = (Options.Whole(options, "--people", 100_000), Options.Whole(options, "--offers", 20_000));
        var limit = Options.Whole(options, "--limit", 100);
        var lemon = options.Contains("--alone") ? null : await MatchingPeers.Lemon();
        foreach (var shape in Options.Text(options, "--only")?.Split(',') ?? Shapes)
        {
            await Measure(shape, people, offers, lemon, limit);
        }

        return 0;
    }

    private static async Task Measure(string shape, int people, int offers, string? lemon, int limit)
    {
        var problem = GeneratedRound.Of(shape, people, offers);
        var (first, found) = Ours(problem);
        Say($"{shape}, {people} people, {offers} offers, {problem.Offer.Length} pairs: {found.Helped} helped, cost {-found.Fit}");
        Gains(problem, found);
        WarmRun.Measure(problem, found, Math.Min(ChangesMost, people / 20));
        var file = lemon is null ? "" : MatchingPeers.Write($"{shape}-{people}", problem, found);
        var seconds = new List<double>();
        var peers = new List<MatchingPeers.Answer>();
        foreach (var algorithm in lemon is null ? [] : (string[])["cost-scaling", "simplex"])
        {
            seconds.AddRange(Enumerable.Range(0, Repetitions).Select(_ => Ours(problem).Seconds));
            peers.AddRange(await MatchingPeers.Solve(lemon!, limit, file, algorithm) is { } answer ? [answer] : []);
        }

        if (lemon is not null && people <= SciPyPeopleMost && MatchingPeers.SciPy() is { } script)
        {
            peers.AddRange(await MatchingPeers.Solve(script, limit, file, "highs-ipm") is { } answer ? [answer] : []);
        }

        seconds.AddRange(Enumerable.Range(0, Repetitions).Select(_ => Ours(problem).Seconds));
        seconds.Sort();
        var before = GC.GetTotalAllocatedBytes(true);
        Ours(problem);
        var allocated = (GC.GetTotalAllocatedBytes(true) - before) >> 20;
        var median = seconds[seconds.Count / 2];
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        Say($"    Networks           {median,9:0.000} s  ({seconds[0]:0.000} to {seconds[^1]:0.000}; the first {first:0.000})");
        Say($"    Networks allocates {allocated} MB a round; the whole process, the round drawn here included, had {peak} MB at most");
        foreach (var peer in peers)
        {
            Say($"    {peer.Algorithm,-18} {peer.Seconds,9:0.000} s  {peer.Seconds / median,6:0.0} times ours, {peer.Megabytes} MB");
            if (!peer.Solved || peer.Cost != -found.Fit)
            {
                throw new InvalidOperationException($"{peer.Algorithm} found a cost of {peer.Cost}, we {-found.Fit}.");
            }
        }
    }

    // What one more place is worth, for every offer, in turns with the solve itself.
    private static void Gains(AllocationProblem problem, Allocation found)
    {
        var (gains, solves) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Repetitions; turn++)
        {
            GC.Collect();
            var begun = Stopwatch.GetTimestamp();
            var values = PlaceGains.Of(problem, found);
            gains.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            solves.Add(Ours(problem).Seconds);
            Check(problem, found, values, turn * 37 % values.Length);
        }

        var (median, solve) = (gains.Order().ElementAt(Repetitions / 2), solves.Order().ElementAt(Repetitions / 2));
        Say($"    values of one more place {median:0.000} s  ({gains.Min():0.000} to {gains.Max():0.000}); a solve {solve:0.000} s");
    }

    private static void Check(AllocationProblem problem, Allocation found, long[] values, int offer)
    {
        var places = (int[])problem.Places.Clone();
        places[offer]++;
        var again = AllocationSolver.Solve(new AllocationProblem(problem.Start, problem.Offer, problem.Fit, places));
        if (again.Fit - found.Fit != values[offer])
        {
            throw new InvalidOperationException($"One more place at offer {offer} is worth {again.Fit - found.Fit}, not {values[offer]}.");
        }
    }

    private static (double Seconds, Allocation Found) Ours(AllocationProblem problem)
    {
        GC.Collect();
        var begun = Stopwatch.GetTimestamp();
        var found = AllocationSolver.Solve(problem);
        var fault = AllocationProof.FirstFault(problem, found);
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return fault is null ? (took, found) : throw new InvalidOperationException(fault);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
