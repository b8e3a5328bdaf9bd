using System.Collections.Immutable;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// The components of a picture from nothing: union-find with path halving over residents, groups and volunteers as numbers in one array,
/// all wards side by side. A root is linked below a smaller number by compare-and-swap, so threads need no locks and no ranks, and the
/// root of every component is the first of its residents. Cost: residents + edges, practically linear.
/// </summary>
internal sealed class ComponentsOfDay
{
    private const int Absent = -1;

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
        WardPart[] wards = [.. graph.Parts.Values];
        day.parents.AsSpan(0, day.numbers.Residents).Fill(Absent);
        for (var node = day.numbers.Residents; node < day.parents.Length; node++)
        {
            day.parents[node] = node;
        }

        Parallel.ForEach(wards, day.Present);
        Parallel.ForEach(wards, day.Join);
        return day.Labels();
    }

    private void Present(WardPart ward)
    {
        foreach (var resident in ward.Residents)
        {
            parents[resident] = graph.IsOnRegister(resident, choice.Day) ? resident : Absent;
        }
    }

    private void Join(WardPart ward)
    {
        bool ties = KindMask.Has(choice.Kinds, ConnectionKind.Tie), groups = KindMask.Has(choice.Kinds, ConnectionKind.Membership),
            matches = KindMask.Has(choice.Kinds, ConnectionKind.Befriending);
        foreach (var resident in ward.Residents)
        {
            if (parents[resident] == Absent)
            {
                continue;
            }

            var node = graph.Resident(resident);
            foreach (ref readonly var tie in ties ? node.Ties : [])
            {
                if (!tie.IsAlter && tie.Holds(choice.Day) && KindMask.Has(choice.TieKinds, tie.Kind) && parents[tie.Other] != Absent)
                {
                    Union(resident, tie.Other);
                }
            }

            foreach (ref readonly var row in groups ? node.Memberships : [])
            {
                if (row.Span.Holds(choice.Day) && graph.GroupRuns(row.Group, choice.Day))
                {
                    Union(resident, numbers.OfGroup(row.Group));
                }
            }

            foreach (ref readonly var row in matches ? node.Matches : [])
            {
                if (row.Span.Holds(choice.Day))
                {
                    Union(resident, numbers.OfVolunteer(row.Volunteer));
                }
            }
        }
    }

    private void Union(int left, int right)
    {
        while (true)
        {
            int a = Find(left), b = Find(right);
            if (a == b)
            {
                return;
            }

            var (low, high) = a < b ? (a, b) : (b, a);
            if (Interlocked.CompareExchange(ref parents[high], low, high) == high)
            {
                return;
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

            var root = Find(resident);
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

    private int LabelAbove(int node, int[] labels) => Find(node) is var root && numbers.IsResident(root) ? labels[root] : 0;
}
