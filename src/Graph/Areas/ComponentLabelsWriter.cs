using System.Collections.Immutable;

namespace Networks.Graph.Areas;

/// <summary>Joins and parts components in a copy of their labels. Each entry costs the copy of one chunk, once.</summary>
internal sealed class ComponentLabelsWriter(ComponentLabels from, NodeNumbers numbers)
{
    private readonly Chunks<int>.Writer residents = from.Residents.Write();
    private readonly Chunks<int>.Writer groups = from.Groups.Write();
    private readonly Chunks<int>.Writer volunteers = from.Volunteers.Write();
    private readonly Chunks<LabelRow>.Writer rows = from.Rows.Write();
    private readonly ImmutableSortedDictionary<int, int>.Builder sizes = from.Sizes.ToBuilder();

    /// <summary>Labels given out so far.</summary>
    public int Count { get; private set; } = from.Count;

    /// <summary>A resident comes to the register, alone at first.</summary>
    public void Come(int resident) => residents[resident] = Fresh(1);

    /// <summary>A resident without any edge leaves the register.</summary>
    public void Leave(int resident)
    {
        Resize(Root(residents[resident]), 0);
        residents[resident] = 0;
    }

    /// <summary>True if they were in two components until now.</summary>
    public bool Join(int left, int right)
    {
        int a = Root(Labelled(left)), b = Root(Labelled(right));
        if (a == b)
        {
            return false;
        }

        LabelRow one = rows[a], other = rows[b];
        if (one.Height < other.Height)
        {
            (a, b, one, other) = (b, a, other, one);
        }

        var size = one.Size + other.Size;
        Resize(b, 0);
        rows[b] = new LabelRow(a, 0, other.Height);
        Resize(a, size);
        rows[a] = new LabelRow(a, size, Math.Max(one.Height, other.Height + 1));
        return true;
    }

    /// <summary>All that hangs together on one side of an edge that is no more becomes a component of its own.</summary>
    public void Part(List<int> side)
    {
        var root = Root(Labelled(side[0]));
        var people = side.Count(numbers.IsResident);
        Resize(root, rows[root].Size - people);
        var label = Fresh(people);
        foreach (var node in side)
        {
            Set(node, label);
        }
    }

    public ComponentLabels Done() => new(
        residents.Done(), groups.Done(), volunteers.Done(), rows.Done(), Count, sizes.ToImmutable());

    private int Fresh(int size)
    {
        var label = Count++;
        rows[label] = new LabelRow(label, 0, 0);
        Resize(label, size);
        return label;
    }

    private void Resize(int root, int size)
    {
        var row = rows[root];
        Recount(row.Size, -1);
        Recount(size, +1);
        rows[root] = row with { Size = size };
    }

    private void Recount(int size, int by)
    {
        if (size == 0)
        {
            return;
        }

        var count = sizes.GetValueOrDefault(size) + by;
        if (count == 0)
        {
            sizes.Remove(size);
        }
        else
        {
            sizes[size] = count;
        }
    }

    private int Root(int label)
    {
        for (var parent = rows[label].Parent; parent != label; parent = rows[label].Parent)
        {
            label = parent;
        }

        return label;
    }

    // Groups and volunteers get a label with their first edge.
    private int Labelled(int node)
    {
        var label = numbers.IsResident(node) ? residents[node]
            : numbers.IsGroup(node) ? groups[numbers.GroupAt(node)] : volunteers[numbers.VolunteerAt(node)];
        if (label == 0)
        {
            Set(node, label = Fresh(0));
        }

        return label;
    }

    private void Set(int node, int label)
    {
        if (numbers.IsResident(node))
        {
            residents[node] = label;
        }
        else if (numbers.IsGroup(node))
        {
            groups[numbers.GroupAt(node)] = label;
        }
        else
        {
            volunteers[numbers.VolunteerAt(node)] = label;
        }
    }
}
