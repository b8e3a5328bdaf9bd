using System.Collections.Immutable;

namespace Networks.Graph.Areas;

/// <summary>
/// Who stands in which component. Every node has a label, and labels hang together in trees, so that two components become one by a
/// single entry; copies share all that did not change. Memory: 4 bytes a node and 12 a label.
/// </summary>
/// <param name="Residents">Label of each resident; 0 = not on the register.</param>
/// <param name="Groups">Label of each group; 0 = nobody is in it.</param>
/// <param name="Volunteers">Label of each volunteer; 0 = nobody is matched with her.</param>
/// <param name="Rows">What each label says; 0 is none.</param>
/// <param name="Count">Labels given out so far, the one that is none included.</param>
/// <param name="Sizes">How many components there are of each size.</param>
internal sealed record ComponentLabels(
    Chunks<int> Residents, Chunks<int> Groups, Chunks<int> Volunteers, Chunks<LabelRow> Rows, int Count,
    ImmutableSortedDictionary<int, int> Sizes)
{
    /// <summary>The label that stands for a resident's whole component; 0 if she is not on the register.</summary>
    public int RootOf(int resident) => Root(Residents[resident]);

    public int SizeOf(int root) => Rows[root].Size;

    /// <summary>Residents in the component of a node in a row of numbers; 0 if the node has no edge and is no resident.</summary>
    public int SizeAround(int node, NodeNumbers numbers) => Rows[Root(LabelOf(node, numbers))].Size;

    private int LabelOf(int node, NodeNumbers numbers) => numbers.IsResident(node) ? Residents[node]
        : numbers.IsGroup(node) ? Groups[numbers.GroupAt(node)] : Volunteers[numbers.VolunteerAt(node)];

    private int Root(int label)
    {
        for (var parent = Rows[label].Parent; parent != label; parent = Rows[label].Parent)
        {
            label = parent;
        }

        return label;
    }
}

/// <summary>
/// A label's parent, itself if it stands for the whole; then also how many residents there are, and how high the tree below may be, which
/// keeps every way up within the logarithm of the labels.
/// </summary>
internal readonly record struct LabelRow(int Parent, int Size, int Height);
