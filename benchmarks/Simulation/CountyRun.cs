using System.Diagnostics;
using System.Globalization;
using Networks.Benchmarks.SideBySide;
using Networks.Simulation.Replications;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;

namespace Networks.Benchmarks.Simulation;

/// <summary>
/// Whole studies of counties, three years with the live solver every fortnight, one size after the other, and by which power of the people
/// known the cost grows. Preparing is said apart: it is paid once, however many runs follow.
/// </summary>
internal static class CountyRun
{
    private const int ReplicationsUsual = 50;
    private const double BytesInGigabyte = 1e9;
    private static readonly int[] KnownUsual = [2_500, 5_000, 10_000, 20_000];

    public static int Measure(string[] options)
    {
        var replications = Options.Whole(options, "--replications", ReplicationsUsual);
        var sizes = Options.Text(options, "--known") is { } text
            ? [.. text.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))]
            : KnownUsual;
        Say($"{replications} replications of 3 years, rounds by the live solver every fortnight; load {Machine.Load()}");
        var measured = new List<(double Known, double Seconds)>();
        foreach (var known in sizes)
        {
            measured.Add((known, Study(GeneratedCounty.Of(known), known, replications)));
        }

        if (measured.Count > 1)
        {
            Say($"    growth: the known to the power {Power(measured):0.00}");
        }

        return 0;
    }

    private static double Study(AreaSnapshot snapshot, int known, int replications)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $$"""
            scenario: county
            question: What do the next three years bring?
            length: 156 weeks
            seed: 7
            replications: { atLeast: {{replications}}, atMost: {{replications}}, precision: 10% }
            rounds: { every: 2 weeks, on: tuesday, policy: live, method: exact }
            """);
        var scenario = ((ScenarioReading.Accepted)Scenario.Read(text)).Scenario;
        var begun = Stopwatch.GetTimestamp();
        var (study, _) = PreparedStudy.Of(snapshot, scenario, text);
        var prepared = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var series = ReplicationRun.Until(scenario.Replications, replication => study!.Replicate(replication), PreparedStudy.Watched);
        var runs = study!.Runs(series, "benchmark").Arms[0].Runs;
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Say($"    {known,6:N0} known, {snapshot.Wards.Length} wards, {snapshot.Offers.Length:N0} offers: {seconds:0.0} s");
        Say($"           of which preparing {prepared:0.0} s; {process.PeakWorkingSet64 / BytesInGigabyte:0.00} GB at most");
        var (starts, waiting) = (runs.Average(run => run[Outcome.Starts]), runs.Average(run => run[Outcome.WaitingAtEnd]));
        Say($"           {starts:N0} starts a run, {waiting:N0} waiting at its end");
        return seconds;
    }

    // The slope of the logarithms, by least squares.
    private static double Power(List<(double Known, double Seconds)> measured)
    {
        var points = measured.Select(one => (X: Math.Log(one.Known), Y: Math.Log(one.Seconds))).ToArray();
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - x) * (point.Y - y)) / points.Sum(point => (point.X - x) * (point.X - x));
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
