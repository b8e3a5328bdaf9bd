using System.Diagnostics;
using System.Globalization;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;
using Networks.Simulation.Arrivals;
using Networks.Simulation.Lengths;
using Networks.Simulation.Queues;
using Networks.Simulation.Streams;

namespace Networks.Benchmarks.Simulation;

/// <summary>
/// M/M/10 with nine in ten places taken, on one core, every wait and every curve recorded, beside SimSharp, SimPy and Ciw with their own
/// records on. Tools count events differently, so customers a second are compared. In turns: ours, a peer, ours, the next.
/// </summary>
internal static class SimulationRun
{
    private const int Turns = 5;
    private const double ExactWait = 0.6687315;

    public static async Task<int> Measure(string[] options)
    {
        Console.WriteLine(Machine.Describe());
        if (options.Contains("--county"))
        {
            return CountyRun.Measure(options);
        }

        if (options.Contains("--fork"))
        {
            return await ForkRun.Measure(options);
        }

        if (options.Contains("--study"))
        {
            return KirkleesStudy.Measure();
        }

        var customers = Options.Whole(options, "--customers", 1_000_000);
        var pythonPath = Options.Text(options, "--python-path");
        var peers = await SimulationPeers.Find(Options.Text(options, "--simsharp"), pythonPath);
        if (Cores.CanBind && OperatingSystem.IsLinux())
        {
            // Core 2, as the peers below.
            Process.GetCurrentProcess().ProcessorAffinity = 1 << 2;
        }

        Ours(customers, 0);
        var ours = new List<double>();
        var (waits, events) = (new List<double>(), 0L);
        var theirs = peers.ToDictionary(peer => peer.Name, _ => new List<SimulationPeers.Answer>());
        for (var turn = 1; turn <= Turns; turn++)
        {
            foreach (var peer in peers.Append(null))
            {
                var (outcome, seconds) = Ours(customers, (ulong)((turn * 10) + ours.Count));
                ours.Add(seconds);
                waits.Add(outcome.WaitOfHelped.MeanDays);
                events = outcome.Events;
                if (peer is not null)
                {
                    var answer = await SimulationPeers.Run(peer, customers / peer.CustomersShare, turn, Cores.Client, pythonPath);
                    theirs[peer.Name].Add(answer);
                }
            }
        }

        Report(customers, events, ours, waits, theirs);
        return 0;
    }

    private static void Report(
        int customers, long events, List<double> ours, List<double> waits, Dictionary<string, List<SimulationPeers.Answer>> theirs)
    {
        var rate = customers / Median(ours);
        Say($"M/M/10, 9 come a day: the exact mean wait is {ExactWait}; load {Machine.Load()}");
        Say($"    Networks  {rate,12:N0} customers/s  {events / Median(ours),12:N0} events/s  wait {waits.Average():0.0000}");
        Say($"              best {customers / ours.Min():N0}, worst {customers / ours.Max():N0}, {ours.Count} runs of {customers:N0}");
        foreach (var (name, answers) in theirs)
        {
            var peerRate = Median(answers.Select(answer => answer.Customers / answer.Seconds));
            var peerEvents = Median(answers.Select(answer => answer.Events / answer.Seconds));
            var wait = answers.Average(answer => answer.Wait);
            var counted = peerEvents > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{peerEvents,12:N0} events/s")
                : "its events not counted";
            Say($"    {name,-8}  {peerRate,12:N0} customers/s  {counted}  wait {wait:0.0000}");
            Say($"              ours is {rate / peerRate:0.0} times as fast");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ours(customers, 1);
        Say($"    Networks allocates {(GC.GetAllocatedBytesForCurrentThread() - before) / (double)customers:0.0} bytes a customer.");
    }

    private static (QueueOutcome Outcome, double Seconds) Ours(int customers, ulong replication)
    {
        var settings = new QueueSettings
        {
            Arrivals = RateProfile.Steady(9), Stay = new ExponentialLength(1), Places = 10, ArrivalsMost = customers,
        };
        var begun = Stopwatch.GetTimestamp();
        var outcome = QueueRun.Run(settings, new RandomStreams(20261122, replication));
        return (outcome, Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
