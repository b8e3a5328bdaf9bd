using System.Runtime.InteropServices;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// The edges of one choice as two arrays: who stands beside each resident, group and volunteer, from both ends. A pair of several rows
/// stands several times. Cost: residents + edges, wards side by side; memory 4 bytes a node and 8 an edge while it is in use.
/// </summary>
internal sealed class AreaLinks
{
    private readonly int[] starts;
    private readonly int[] ends;

    private AreaLinks(NodeNumbers numbers, int[] starts, int[] ends)
    {
        Numbers = numbers;
        this.starts = starts;
        this.ends = ends;
    }

    public NodeNumbers Numbers { get; }

    public static AreaLinks Of(AreaGraph graph, EdgeChoice choice)
    {
        var numbers = NodeNumbers.Of(graph);
        var day = new DayGraph(graph, choice, numbers);
        WardPart[] wards = [.. graph.Parts.Values];
        var edges = new List<(int From, int To)>[wards.Length];
        Parallel.For(0, wards.Length, at => edges[at] = EdgesOf(day, wards[at]));
        var starts = new int[numbers.Count + 1];
        foreach (var ward in edges)
        {
            foreach (var (from, to) in CollectionsMarshal.AsSpan(ward))
            {
                starts[from + 1]++;
                starts[to + 1]++;
            }
        }

        for (var node = 0; node < numbers.Count; node++)
        {
            starts[node + 1] += starts[node];
        }

        var next = starts.AsSpan(0, numbers.Count).ToArray();
        var ends = new int[starts[^1]];
        foreach (var ward in edges)
        {
            foreach (var (from, to) in CollectionsMarshal.AsSpan(ward))
            {
                ends[next[from]++] = to;
                ends[next[to]++] = from;
            }
        }

        return new AreaLinks(numbers, starts, ends);
    }

    /// <summary>Who stands beside a node.</summary>
    public ReadOnlySpan<int> Beside(int node) => ends.AsSpan(starts[node]..starts[node + 1]);

    /// <summary>A copy of where each node's neighbours begin, to be walked along.</summary>
    public int[] Starts() => starts.AsSpan(0, Numbers.Count).ToArray();

    /// <summary>The neighbour at a place from <see cref="Starts"/> on; -1 behind the last one of the node.</summary>
    public int At(int node, int place) => place < starts[node + 1] ? ends[place] : -1;

    private static List<(int From, int To)> EdgesOf(DayGraph day, WardPart ward)
    {
        List<(int, int)> edges = [];
        List<int> owned = [];
        foreach (var resident in ward.Residents)
        {
            owned.Clear();
            day.AddOwned(resident, owned);
            foreach (var other in owned)
            {
                edges.Add((resident, other));
            }
        }

        return edges;
    }
}
