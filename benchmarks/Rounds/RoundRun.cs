using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Networks.Benchmarks.SideBySide;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;

namespace Networks.Benchmarks.Rounds;

/// <summary>
/// A matching round from frozen people and offers to everything it shows, phase by phase through the library, and whole over GraphQL on a
/// server of its own: open, solve, publish, read the proposals.
/// </summary>
internal static class RoundRun
{
    private const int Repetitions = 3;

    public static async Task<int> Measure(string[] options)
    {
        Console.WriteLine(Machine.Describe());
        var (people, offers) = (Options.Whole(options, "--people", 10_000), Options.Whole(options, "--offers", 2_000));
        var repetitions = Options.Whole(options, "--times", Repetitions);
        if (!options.Contains("--served"))
        {
            var density = double.Parse(Options.Text(options, "--density") ?? $"{GeneratedTown.Density}", CultureInfo.InvariantCulture);
            Library(GeneratedTown.Of(people, offers, density), repetitions, options.Contains("--solve"));
        }

        if (!options.Contains("--library"))
        {
            await ServedRound.Measure(people, offers, repetitions);
        }

        return 0;
    }

    private static void Library(MatchingProblem problem, int repetitions, bool solveOnly)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var runs = new List<IReadOnlyList<(string Phase, double Seconds, double Processor)>>();
        RoundSolution? solution = null;
        for (var at = 0; at <= repetitions; at++)
        {
            (var phases, solution) = solveOnly ? (RoundPhases.OfSolve(problem), null) : RoundPhases.Of(problem);
            runs.Add(phases.Seconds);
        }

        Say($"{problem.Seekers.Length} people, {problem.Offers.Length} offers:");
        if (solution?.Plan.Objective is { } found)
        {
            Say($"    {found.Matched} of {found.Waiting} wishes helped, fit {found.Fit}, {Digest(solution)[..16]}");
        }

        var warm = repetitions > 0 ? runs[1..] : runs;
        foreach (var (phase, at) in runs[0].Select((phase, at) => (phase.Phase, at)))
        {
            Say($"    {phase,-24} {Median(warm.Select(run => run[at].Seconds)),8:0.000} s, of processor time "
                + $"{Median(warm.Select(run => run[at].Processor)):0.000} s  (the first {runs[0][at].Seconds:0.000})");
        }

        Say($"    {"whole",-24} {Median(warm.Select(run => run.Sum(phase => phase.Seconds))),8:0.000} s, of processor time "
            + $"{Median(warm.Select(run => run.Sum(phase => phase.Processor))):0.000} s");
    }

    // Of everything the round shows, so that two builds can be seen to give the same answer.
    private static string Digest(RoundSolution solution) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(solution)));

    private static double Median(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Say(string text) => Console.WriteLine(text);
}
