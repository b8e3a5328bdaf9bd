using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// The components of a picture from nothing: union-find with path halving over residents, groups and volunteers as numbers in one array,
/// ranges of packed residents side by side. A root is linked below a smaller number by compare-and-swap, so threads need no locks and no
/// ranks, every parent is smaller than what hangs below it, and the root of every component is the first of its residents. One pass in
/// rising order then turns parents into labels where they stand. Cost: residents + edges, practically linear.
/// </summary>
internal sealed class ComponentsOfDay
{
    private const int Absent = -1;
    private const int RangeBlocks = 64;
    private const int SmallSizes = 1024;

    private readonly AreaGraph graph;
    private readonly EdgeChoice choice;
    private readonly NodeNumbers numbers;
    private readonly int[] parents;

    private ComponentsOfDay(AreaGraph graph, EdgeChoice choice)
    {
        this.graph = graph;
        this.choice = choice;
        numbers = NodeNumbers.Of(graph);
        parents = new int[numbers.Count];
    }

    public static ComponentLabels Of(AreaGraph graph, EdgeChoice choice)
    {
        var day = new ComponentsOfDay(graph, choice);
        day.Begin();
        day.Blocks(day.Present);
        day.Blocks(day.Join);
        return day.Labels();
    }

    // Whether a group runs is asked once, not for each of its members.
    private void Begin()
    {
        for (var node = numbers.Residents; node < parents.Length; node++)
        {
            parents[node] = !numbers.IsGroup(node) || graph.GroupRuns(numbers.GroupAt(node), choice.Day) ? node : Absent;
        }
    }

    private void Blocks(Action<int, ResidentBlock> each)
    {
        var blocks = (numbers.Residents + ResidentBlock.Mask) >> ResidentBlock.Shift;
        Unhurried.For((blocks + RangeBlocks - 1) / RangeBlocks, range =>
        {
            for (var block = range * RangeBlocks; block < Math.Min(blocks, (range + 1) * RangeBlocks); block++)
            {
                var first = block << ResidentBlock.Shift;
                each(first, graph.Resident(first).Block);
            }
        });
    }

    private void Present(int first, ResidentBlock block)
    {
        var day = choice.Day;
        var here = parents.AsSpan(first, Math.Min(ResidentBlock.Size, numbers.Residents - first));
        var rows = block.Rows.AsSpan(0, here.Length);
        for (var at = 0; at < rows.Length; at++)
        {
            here[at] = rows[at].From <= day && day < rows[at].Until ? first + at : Absent;
        }
    }

    private void Join(int first, ResidentBlock block)
    {
        if (KindMask.Has(choice.Kinds, ConnectionKind.Tie))
        {
            JoinTies(first, block);
        }

        if (KindMask.Has(choice.Kinds, ConnectionKind.Membership) && block.Memberships.Length > 0)
        {
            JoinMemberships(first, block);
        }

        if (KindMask.Has(choice.Kinds, ConnectionKind.Befriending) && block.Rests.Length > 0)
        {
            JoinMatches(first, block);
        }
    }

    private void JoinTies(int first, ResidentBlock block)
    {
        var (nodes, day, kinds) = (parents, choice.Day, choice.TieKinds);
        var rows = block.Rows.AsSpan(0, Math.Min(ResidentBlock.Size, numbers.Residents - first));
        for (var at = 0; at < rows.Length; at++)
        {
            if (nodes[first + at] == Absent)
            {
                continue;
            }

            var root = first + at;
            foreach (ref readonly var tie in block.TiesOf(at))
            {
                if (!tie.IsAlter && tie.Holds(day) && KindMask.Has(kinds, tie.Kind) && nodes[tie.Other] is not Absent and var above
                    && above != root)
                {
                    root = Union(nodes, root, above);
                }
            }
        }
    }

    private void JoinMemberships(int first, ResidentBlock block)
    {
        var count = Math.Min(ResidentBlock.Size, numbers.Residents - first);
        for (var at = 0; at < count; at++)
        {
            foreach (ref readonly var row in block.MembershipsOf(at))
            {
                var group = numbers.OfGroup(row.Group);
                if (row.Span.Holds(choice.Day) && parents[group] != Absent && parents[first + at] != Absent)
                {
                    Union(parents, first + at, group);
                }
            }
        }
    }

    private void JoinMatches(int first, ResidentBlock block)
    {
        var count = Math.Min(ResidentBlock.Size, numbers.Residents - first);
        for (var at = 0; at < count; at++)
        {
            foreach (ref readonly var row in (block.RestOf(at)?.Matches).AsSpan())
            {
                if (row.Span.Holds(choice.Day) && parents[first + at] != Absent)
                {
                    Union(parents, first + at, numbers.OfVolunteer(row.Volunteer));
                }
            }
        }
    }

    /// <summary>The root of both from now on, or a node below it if another thread was quick.</summary>
    private static int Union(int[] parents, int left, int right)
    {
        while (true)
        {
            int a = Find(parents, left), b = Find(parents, right);
            if (a == b)
            {
                return a;
            }

            var (low, high) = a < b ? (a, b) : (b, a);
            if (Interlocked.CompareExchange(ref parents[high], low, high) == high)
            {
                return low;
            }
        }
    }

    // Other threads only ever move a node's parent towards its root, so a stale read costs a step and no more.
    private static int Find(int[] parents, int node)
    {
        var parent = Volatile.Read(ref parents[node]);
        while (parent != node)
        {
            var above = Volatile.Read(ref parents[parent]);
            if (above == parent)
            {
                return parent;
            }

            parents[node] = above;
            node = above;
            parent = Volatile.Read(ref parents[node]);
        }

        return node;
    }

    // A parent is always met before what hangs below it, so it has its label by then; a group or volunteer without edges has none.
    private ComponentLabels Labels()
    {
        var labels = parents;
        var sizes = new List<int> { 0 };
        for (var node = 0; node < numbers.Residents; node++)
        {
            var parent = labels[node];
            if (parent == node)
            {
                labels[node] = sizes.Count;
                sizes.Add(1);
            }
            else if (parent == Absent)
            {
                labels[node] = 0;
            }
            else
            {
                var label = labels[parent];
                labels[node] = label;
                CollectionsMarshal.AsSpan(sizes)[label]++;
            }
        }

        for (var node = numbers.Residents; node < labels.Length; node++)
        {
            labels[node] = labels[node] == node || labels[node] == Absent ? 0 : labels[labels[node]];
        }

        return new ComponentLabels(
            Chunks<int>.Of(labels.AsSpan(0, numbers.Residents)),
            Chunks<int>.Of(labels.AsSpan(numbers.Residents, numbers.Groups)),
            Chunks<int>.Of(labels.AsSpan(numbers.Residents + numbers.Groups)),
            Chunks<LabelRow>.Of(sizes.Count, label => new LabelRow(label, sizes[label], 0)),
            sizes.Count,
            Counted(CollectionsMarshal.AsSpan(sizes)[1..]));
    }

    // Nearly all components are small, and those are counted without looking anything up.
    private static ImmutableSortedDictionary<int, int> Counted(ReadOnlySpan<int> sizes)
    {
        Span<int> small = stackalloc int[SmallSizes];
        small.Clear();
        var counted = ImmutableSortedDictionary.CreateBuilder<int, int>();
        foreach (var size in sizes)
        {
            if (size < SmallSizes)
            {
                small[size]++;
            }
            else
            {
                counted[size] = counted.GetValueOrDefault(size) + 1;
            }
        }

        for (var size = 1; size < SmallSizes; size++)
        {
            if (small[size] > 0)
            {
                counted.Add(size, small[size]);
            }
        }

        return counted.ToImmutable();
    }
}
