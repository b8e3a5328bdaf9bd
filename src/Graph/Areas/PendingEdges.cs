namespace Networks.Graph.Areas;

/// <summary>
/// Edges that are gone from the picture but not yet from the components. They are taken away one at a time, and until its turn comes each
/// still joins its ends, so that every single step is that of one edge.
/// </summary>
internal sealed class PendingEdges
{
    private readonly Dictionary<int, List<int>> ends = [];

    public PendingEdges(IEnumerable<(int From, int To)> edges)
    {
        foreach (var (from, to) in edges)
        {
            Of(from).Add(to);
            Of(to).Add(from);
        }
    }

    public void Take((int From, int To) edge)
    {
        ends[edge.From].Remove(edge.To);
        ends[edge.To].Remove(edge.From);
    }

    public void AddNeighbours(int node, List<int> into)
    {
        if (ends.TryGetValue(node, out var others))
        {
            into.AddRange(others);
        }
    }

    private List<int> Of(int node)
    {
        if (!ends.TryGetValue(node, out var others))
        {
            ends.Add(node, others = []);
        }

        return others;
    }
}
