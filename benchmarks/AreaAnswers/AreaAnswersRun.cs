using System.Diagnostics;
using System.Globalization;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.SideBySide;
using Networks.Graph.Areas;
using Networks.Graph.Connectors;
using Networks.Graph.Spreads;
using Networks.Graph.Wards;

namespace Networks.Benchmarks.AreaAnswers;

/// <summary>
/// Answers about a whole area that are reductions over wards, in the engine of one process: the first time, asked again, and right after
/// one resident's ties have changed. No peer in the harness answers them.
/// </summary>
internal sealed class AreaAnswersRun : IRun
{
    private const int Changes = 10;

    private static readonly (string Row, Func<AreaGraph, long> Ask)[] Questions =
    [
        ("how many have 0, 1, 2, ... connections, whole area", graph => graph.ConnectionsOn(new SpreadQuery(), Day).Connections),
        ("days since the last contact, whole area", graph => graph.ContactsOn(new SpreadQuery(), Day).Bands.Sum(band => band.Connections)),
        ("on how many support rests, whole area", graph => graph.SupportOn(new SupportQuery(), Day).OnOneCount),
        ("ties to a group and people within two ties, whole area", graph => graph.ReachOn(new SpreadQuery(), Day).MedianWithinTwoTies ?? 0),
        ("connectors and how many each would cut off, whole area", graph => graph.ConnectorsOn(new ConnectorQuery(), Day).TotalCount),
    ];

    public string Name => "area-answers";

    private static DateOnly Day => GeneratedArea.Reference;

    public Task<IReadOnlyList<Figure>> Measure(RunSetting setting) => Task.FromResult(Figures(setting));

    private static IReadOnlyList<Figure> Figures(RunSetting setting)
    {
        var entries = new AreaEntries(setting.Area);
        var graph = entries.Graph();
        List<Figure> figures = [];
        foreach (var (row, ask) in Questions)
        {
            var clock = Stopwatch.StartNew();
            var answered = ask(graph);
            var first = clock.Elapsed.TotalMilliseconds;
            var again = Turns.Take(setting.Seconds, () => ask(graph))[0];
            double[] after = [.. AfterChanges(ref graph, entries, setting, ask).Order()];
            if (ask(graph) != answered)
            {
                throw new InvalidOperationException($"{row}: {answered} before changes that took themselves back, {ask(graph)} after.");
            }

            figures.Add(new Figure(row, Figure.Ours, again.At(.5), "ms", string.Create(
                CultureInfo.InvariantCulture,
                $"first time {first:0}, right after a change {after.At(.5):0.#}, on {Environment.ProcessorCount} cores; "
                    + $"answer {answered:N0}")));
        }

        return figures;
    }

    // Every other change takes a resident's ties away and the next one gives them back.
    private static List<double> AfterChanges(ref AreaGraph graph, AreaEntries entries, RunSetting setting, Func<AreaGraph, long> ask)
    {
        List<double> times = [];
        for (var at = 0; at < Changes; at++)
        {
            var resident = (int)((at + 1) * 7919L % setting.Residents);
            foreach (var ties in new[] { false, true })
            {
                var entry = entries.Resident(resident, graph.Find(AreaNames.Resident(resident))!.Value.Version + 1);
                entry = ties ? entry : entry with { Ties = [] };
                graph = graph.Put(graph.Pack(entry.Ward, WardEntries.None with { Residents = [entry] }));
                var clock = Stopwatch.StartNew();
                ask(graph);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        return times;
    }
}
