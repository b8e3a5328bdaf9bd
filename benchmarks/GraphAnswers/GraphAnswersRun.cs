using System.Diagnostics;
using System.Globalization;
using Networks.Domain.Residents;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Benchmarks.GraphAnswers;

/// <summary>What the live picture answers in process, without grains, network or storage: cold, warm, and after one change.</summary>
internal static class GraphAnswersRun
{
    private const int Rounds = 200;
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly (string Name, UnconnectedRule Rule)[] Rules =
    [
        ("no-ties", UnconnectedRule.Default),
        ("no-contact:90", new UnconnectedRule { NoContactSinceDays = 90 }),
        ("component:5", new UnconnectedRule { ComponentAtMost = 5 }),
        ("no-group-within:2", new UnconnectedRule { NoGroupWithinHops = 2 }),
    ];

    public static int Measure(string[] options)
    {
        var at = Array.IndexOf(options, "--residents");
        var residents = at < 0 ? 100_000 : int.Parse(options[at + 1], CultureInfo.InvariantCulture);
        Console.WriteLine(Machine.Describe());
        var invented = new InventedGraph(residents);
        var wards = invented.Wards().ToArray();
        var graph = AreaGraph.Empty();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        foreach (var (ward, entries) in wards)
        {
            graph = graph.Replace(graph.Pack(ward, entries));
        }

        var built = clock.Elapsed.TotalMilliseconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{residents:N0} residents, {invented.Ties:N0} ties, {wards.Length} wards: built in {built:0} ms, " +
            $"{bytes / residents} bytes a resident"));
        Console.WriteLine("                      cold ms     warm p50 us   warm p99 us   after a change p50 ms   p99 ms   count");
        foreach (var (name, rule) in Rules)
        {
            graph = MeasureRule(graph, invented, wards, name, rule);
        }

        return 0;
    }

    private static AreaGraph MeasureRule(
        AreaGraph graph, InventedGraph invented, (Domain.Wards.WardCode Ward, WardEntries Entries)[] wards, string name,
        UnconnectedRule rule)
    {
        var query = new UnconnectedQuery { Rule = rule, Page = new Page { First = 0 } };
        var (cold, first) = Time(() => graph.Unconnected(query, Today));
        var warm = Enumerable.Range(0, Rounds).Select(_ => Time(() => graph.Unconnected(query, Today)).Milliseconds * 1000).Order()
            .ToArray();
        var changed = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var (ward, entries) = wards[round % wards.Length];
            var at = round * 37 % entries.Residents.Length;
            var resident = int.Parse(entries.Residents[at].Id.Value.AsSpan(1), CultureInfo.InvariantCulture);
            var version = graph.Find(ResidentId.Of(entries.Residents[at].Id.Value))!.Value.Version + 1;
            graph = graph.Put(graph.Pack(ward, WardEntries.None with { Residents = [invented.Resident(resident, ward, version)] }));
            changed.Add(Time(() => graph.Unconnected(query, Today)).Milliseconds);
        }

        changed.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-20} {cold,8:0.0} {warm[Rounds / 2],15:0} {warm[Rounds * 99 / 100],13:0} {changed[Rounds / 2],23:0.00} " +
            $"{changed[Rounds * 99 / 100],8:0.00} {first.TotalCount,7:N0}"));
        return graph;
    }

    private static (double Milliseconds, T Result) Time<T>(Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        var result = work();
        return (clock.Elapsed.TotalMilliseconds, result);
    }
}
