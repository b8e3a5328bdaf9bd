using System.Collections.Immutable;
using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>
/// The components of a picture from nothing: union-find with path halving over residents, groups and volunteers as numbers in one array,
/// ranges of residents side by side. A root is linked below a smaller number by compare-and-swap, so threads need no locks and no ranks,
/// and the root of every component is the first of its residents. Cost: residents + edges, practically linear.
/// </summary>
internal sealed class ComponentsOfDay
{
    private const int Absent = -1;
    private const int Range = 4096;

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
        Ranges(day.parents.Length, day.Present);
        Ranges(day.numbers.Residents, day.Join);
        Ranges(day.parents.Length, day.Flatten);
        return day.Labels();
    }

    private static void Ranges(int count, Action<int> each) => Parallel.For(0, (count + Range - 1) / Range, range =>
    {
        for (var node = range * Range; node < Math.Min(count, (range + 1) * Range); node++)
        {
            each(node);
        }
    });

    private void Present(int node) =>
        parents[node] = !numbers.IsResident(node) || graph.IsOnRegister(node, choice.Day) ? node : Absent;

    private void Join(int resident)
    {
        if (parents[resident] == Absent)
        {
            return;
        }

        var node = graph.Resident(resident);
        var root = resident;
        foreach (ref readonly var tie in KindMask.Has(choice.Kinds, ConnectionKind.Tie) ? node.Ties : [])
        {
            if (!tie.IsAlter && tie.Holds(choice.Day) && KindMask.Has(choice.TieKinds, tie.Kind) && parents[tie.Other] != Absent)
            {
                root = Union(root, tie.Other);
            }
        }

        foreach (ref readonly var row in KindMask.Has(choice.Kinds, ConnectionKind.Membership) ? node.Memberships : [])
        {
            if (row.Span.Holds(choice.Day) && graph.GroupRuns(row.Group, choice.Day))
            {
                root = Union(root, numbers.OfGroup(row.Group));
            }
        }

        foreach (ref readonly var row in KindMask.Has(choice.Kinds, ConnectionKind.Befriending) ? node.Matches : [])
        {
            if (row.Span.Holds(choice.Day))
            {
                root = Union(root, numbers.OfVolunteer(row.Volunteer));
            }
        }
    }

    private void Flatten(int node) => parents[node] = parents[node] == Absent ? Absent : Find(node);

    /// <summary>The root of both from now on, or a node below it if another thread was quick.</summary>
    private int Union(int left, int right)
    {
        while (true)
        {
            int a = Find(left), b = Find(right);
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
    private int Find(int node)
    {
        var parent = Volatile.Read(ref parents[node]);
        while (parent != node)
        {
            var above = Volatile.Read(ref parents[parent]);
            parents[node] = above;
            node = above;
            parent = Volatile.Read(ref parents[node]);
        }

        return node;
    }

    // The first resident of a component is met before all others, so one pass gives her a new label and them hers.
    private ComponentLabels Labels()
    {
        var labels = new int[numbers.Residents];
        var sizes = new List<int> { 0 };
        for (var resident = 0; resident < labels.Length; resident++)
        {
            if (parents[resident] == Absent)
            {
                continue;
            }

            var root = parents[resident];
            if (root == resident)
            {
                labels[resident] = sizes.Count;
                sizes.Add(1);
            }
            else
            {
                labels[resident] = labels[root];
                sizes[labels[root]]++;
            }
        }

        return new ComponentLabels(
            Chunks<int>.Of(labels.Length, resident => labels[resident]),
            Chunks<int>.Of(numbers.Groups, group => LabelAbove(numbers.OfGroup(group), labels)),
            Chunks<int>.Of(numbers.Volunteers, volunteer => LabelAbove(numbers.OfVolunteer(volunteer), labels)),
            Chunks<LabelRow>.Of(sizes.Count, label => new LabelRow(label, sizes[label], 0)),
            sizes.Count,
            sizes.Skip(1).CountBy(size => size).ToImmutableSortedDictionary());
    }

    private int LabelAbove(int node, int[] labels) => parents[node] is var root && numbers.IsResident(root) ? labels[root] : 0;
}
