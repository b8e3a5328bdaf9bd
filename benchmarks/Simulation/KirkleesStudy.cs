using System.Diagnostics;
using System.Globalization;
using Networks.Benchmarks.Servers;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;

namespace Networks.Benchmarks.Simulation;

/// <summary>
/// A study of the size planners run: two arms beside the baseline, a hundred runs each of three years, the live solver every week.
/// </summary>
internal static class KirkleesStudy
{
    private const int Times = 3;

    public static int Measure()
    {
        var folder = Path.Combine(Places.Root, "simulations");
        var text = File.ReadAllText(Path.Combine(folder, "grant-ends-in-march", "scenario.yaml"));
        var read = ((ScenarioReading.Accepted)Scenario.Read(text)).Scenario;
        var scenario = read with
        {
            Length = Days.OfWeeks(156),
            Rounds = read.Rounds with { Every = Days.OfWeeks(1) },
            Replications = read.Replications with { AtLeast = 100, AtMost = 100 },
        };
        var snapshot = SnapshotFile.Read(File.ReadAllText(Path.Combine(folder, "kirklees", "snapshot.json")));
        for (var time = 1; time <= Times; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            var done = (StudyAnswer.Done)Study.Run(snapshot, scenario, text, "benchmark");
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"    Kirklees, {done.Runs.Arms.Length} arms x {done.Runs.Arms[0].Runs.Length} runs x 3 years, a round each week: "
                    + $"{Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s; {process.PeakWorkingSet64 / 1e6:0} MB at most; "
                    + $"load {Machine.Load()}"));
        }

        return 0;
    }
}
