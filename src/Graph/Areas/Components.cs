using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>
/// Which residents hang together on one day: union-find (Tarjan 1975) by size with path halving, over residents, groups and volunteers
/// as numbers in one array. Cost: residents + edges, practically linear; 13 bytes a node while it is remembered.
/// </summary>
internal sealed class Components
{
    private readonly int[] parents;
    private readonly int[] sizes;
    private readonly Lazy<int[]> roots;

    private readonly WardStamps stamps;

    private Components(int[] parents, int[] sizes, WardStamps stamps)
    {
        this.parents = parents;
        this.sizes = sizes;
        this.stamps = stamps;
        roots = new Lazy<int[]>(() => [.. Enumerable.Range(0, sizes.Length).Where(node => sizes[node] > 0)]);
    }

    public static Components Of(AreaGraph graph, int day, int kinds, int tieKinds, long stamp)
    {
        DayEdges[] wards = [.. graph.Parts.Values.Select(part => part.Edges(graph, day))];
        int residents = graph.Ordinals.Residents.Count, groups = graph.Ordinals.Groups.Count, volunteers = graph.Ordinals.Volunteers.Count;
        var parents = new int[residents + groups + volunteers];
        for (var node = 0; node < parents.Length; node++)
        {
            parents[node] = node;
        }

        var ranks = new int[parents.Length];
        foreach (var ward in wards)
        {
            Join(parents, ranks, ward, kinds, tieKinds, residents, residents + groups);
        }

        var sizes = new int[parents.Length];
        for (var node = 0; node < parents.Length; node++)
        {
            parents[node] = Find(parents, node);
        }

        foreach (var person in wards.SelectMany(ward => ward.People))
        {
            sizes[parents[person]]++;
        }

        return new Components(parents, sizes, new WardStamps(stamp));
    }

    /// <summary>Residents in the component of a resident on the register, herself included.</summary>
    public int SizeAround(int ordinal) => sizes[Find(ordinal)];

    /// <summary>
    /// New whenever one of the ward's people may have come to be in a component of another size, as far as any rule can tell the sizes
    /// apart.
    /// </summary>
    public long StampOf(WardCode ward) => stamps.Of(ward);

    /// <summary>Counts components, all of them or those with a resident of the wards given, each at its whole size.</summary>
    public ComponentSummary Summary(AreaGraph graph, int day, IReadOnlyCollection<WardCode>? wards)
    {
        var counted = wards is null
            ? roots.Value
            : [.. wards.Distinct().Where(graph.Parts.ContainsKey)
                .SelectMany(ward => graph.Parts[ward].Edges(graph, day).People).Select(Find).Distinct()];
        ComponentSize[] bySize =
            [.. counted.CountBy(root => sizes[root]).OrderBy(pair => pair.Key).Select(pair => new ComponentSize(pair.Key, pair.Value))];
        return new ComponentSummary
        {
            Count = counted.Length,
            Largest = bySize.Length == 0 ? 0 : bySize[^1].Size,
            Isolates = bySize.Length > 0 && bySize[0].Size == 1 ? bySize[0].Count : 0,
            Sizes = [.. bySize],
            AsOf = DateOnly.FromDayNumber(day),
            Complete = true,
        };
    }

    private static void Join(int[] parents, int[] ranks, DayEdges ward, int kinds, int tieKinds, int groupsFrom, int volunteersFrom)
    {
        if (KindMask.Has(kinds, ConnectionKind.Tie))
        {
            for (var at = 0; at < ward.TieFrom.Length; at++)
            {
                if (DayEdges.Allows(tieKinds, (TieKind)ward.TieKinds[at]))
                {
                    Union(parents, ranks, ward.TieFrom[at], ward.TieTo[at]);
                }
            }
        }

        for (var at = 0; at < ward.Members.Length && KindMask.Has(kinds, ConnectionKind.Membership); at++)
        {
            Union(parents, ranks, ward.Members[at], groupsFrom + ward.MemberOf[at]);
        }

        for (var at = 0; at < ward.Matched.Length && KindMask.Has(kinds, ConnectionKind.Befriending); at++)
        {
            Union(parents, ranks, ward.Matched[at], volunteersFrom + ward.MatchedWith[at]);
        }
    }

    private static void Union(int[] parents, int[] ranks, int left, int right)
    {
        int a = Find(parents, left), b = Find(parents, right);
        if (a == b)
        {
            return;
        }

        if (ranks[a] < ranks[b])
        {
            (a, b) = (b, a);
        }

        parents[b] = a;
        ranks[a] += ranks[a] == ranks[b] ? 1 : 0;
    }

    private static int Find(int[] parents, int node)
    {
        while (parents[node] != node)
        {
            node = parents[node] = parents[parents[node]];
        }

        return node;
    }

    // After the build every node points straight at its root.
    private int Find(int node) => parents[node];
}
