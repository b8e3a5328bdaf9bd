using System.Collections.Concurrent;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Matches;
using Networks.Graph.Residents;

namespace Networks.Graph.Wards;

/// <summary>
/// One ward within the graph: who belongs to it, in the order of references, and what has been computed about it. A new one replaces
/// it whenever anything changes that its answers could depend on, also in another ward, so what it remembers never goes stale.
/// </summary>
internal sealed class WardPart(WardCode code, long stamp, int[] residents, int[] groups, int[] volunteers)
{
    /// <summary>Days whose edges are remembered, and lists remembered, before all are forgotten.</summary>
    private const int DaysMax = 4;
    private const int ListsMax = 32;

    private readonly ConcurrentDictionary<int, DayEdges> edges = new();
    private readonly ConcurrentDictionary<ColumnKey, WardColumn> columns = new();
    private readonly ConcurrentDictionary<ListKey, WardList> lists = new();
    private readonly ConcurrentDictionary<int, WaitingNode[]> waiting = new();

    public WardCode Code { get; } = code;

    /// <summary>Rises with each change, over all wards.</summary>
    public long Stamp { get; } = stamp;

    /// <summary>Ordinals of its residents, past and present, ordered by reference.</summary>
    public int[] Residents { get; } = residents;

    public int[] Groups { get; } = groups;

    public int[] Volunteers { get; } = volunteers;

    public DayEdges Edges(AreaGraph graph, int day) => Remember(edges, DaysMax, day, (graph, this),
        static (day, given) => DayEdges.Of(given.graph, given.Item2, day));

    public WardColumn Column(AreaGraph graph, ColumnKey key) => Remember(columns, ListsMax, key, (graph, this),
        static (key, given) => WardColumn.Of(given.graph, given.Item2, key));

    /// <summary>
    /// The people of this ward for whom a rule holds. One that walks the graph is found anew when an edge
    /// anywhere has changed what it finds here.
    /// </summary>
    public WardList List(AreaGraph graph, RuleOnDay rule) => Remember(
        lists, ListsMax, KeyOf(graph, rule), (graph, this, rule), static (_, given) => WardList.Of(given.graph, given.Item2, given.rule));

    /// <summary>The same list if it is remembered, else null.</summary>
    public WardList? RememberedList(AreaGraph graph, RuleOnDay rule) => lists.GetValueOrDefault(KeyOf(graph, rule));

    /// <summary>The people of this ward who wait for something on a day, paused ones included, and for what.</summary>
    public WaitingNode[] Waiting(AreaGraph graph, int day) => Remember(waiting, DaysMax, day, (graph, this), static (day, given) =>
        [.. given.Item2.Residents
            .Select(ordinal => (Ordinal: ordinal, Node: given.graph.Resident(ordinal)!))
            .Select(one => new WaitingNode(
                one.Ordinal, WaitingSearch.Seeks(given.graph, one.Node, day), one.Node.PausedUntil?.DayNumber > day))
            .Where(person => person.Seeking != 0)]);

    private ListKey KeyOf(AreaGraph graph, RuleOnDay rule) => new(rule.Day, rule.Text, rule.WalkStamps(graph, Code));

    private static TValue Remember<TKey, TValue, TGiven>(
        ConcurrentDictionary<TKey, TValue> memory, int max, TKey key, TGiven given, Func<TKey, TGiven, TValue> compute)
        where TKey : notnull
    {
        if (memory.TryGetValue(key, out var known))
        {
            return known;
        }

        var computed = compute(key, given);
        if (memory.Count >= max)
        {
            memory.Clear();
        }

        memory[key] = computed;
        return computed;
    }

    private readonly record struct ListKey(int Day, string Rule, (long Components, long Reach) Walks);
}
