using Networks.Benchmarks.Areas;

namespace Networks.Benchmarks.AreaComponents;

/// <summary>
/// What a programmer writes who has all ties in two arrays: union-find by size with path halving over residents, groups and volunteers,
/// then a count of sizes.
/// </summary>
internal sealed class PlainUnionFind(GeneratedArea area)
{
    private readonly int nodes = area.Residents + area.Groups.Length + area.Volunteers.Length;
    private readonly int[] memberOf = [.. area.Memberships.Select(row => area.Residents + row.Group)];
    private readonly int[] member = [.. area.Memberships.Select(row => row.Resident)];
    private readonly int[] matchedWith = [.. area.Befriending.Select(row => area.Residents + area.Groups.Length + row.Volunteer)];
    private readonly int[] matched = [.. area.Befriending.Select(row => row.Resident)];

    /// <summary>Components of residents, with some ties more and one less.</summary>
    public (int Count, int Largest, int Isolates) Components((int One, int Other)[] more, int less = -1)
    {
        var parents = new int[nodes];
        var sizes = new int[nodes];
        for (var node = 0; node < nodes; node++)
        {
            parents[node] = node;
            sizes[node] = 1;
        }

        for (var at = 0; at < area.TieA.Length; at++)
        {
            if (at != less)
            {
                Union(parents, sizes, area.TieA[at], area.TieB[at]);
            }
        }

        foreach (var (one, other) in more)
        {
            Union(parents, sizes, one, other);
        }

        for (var at = 0; at < member.Length; at++)
        {
            Union(parents, sizes, member[at], memberOf[at]);
        }

        for (var at = 0; at < matched.Length; at++)
        {
            Union(parents, sizes, matched[at], matchedWith[at]);
        }

        return Count(parents);
    }

    private (int Count, int Largest, int Isolates) Count(int[] parents)
    {
        var people = new int[nodes];
        for (var resident = 0; resident < area.Residents; resident++)
        {
            people[Find(parents, resident)]++;
        }

        int count = 0, largest = 0, isolates = 0;
        foreach (var size in people)
        {
            count += size > 0 ? 1 : 0;
            isolates += size == 1 ? 1 : 0;
            largest = Math.Max(largest, size);
        }

        return (count, largest, isolates);
    }

    private static void Union(int[] parents, int[] sizes, int left, int right)
    {
        int a = Find(parents, left), b = Find(parents, right);
        if (a == b)
        {
            return;
        }

        if (sizes[a] < sizes[b])
        {
            (a, b) = (b, a);
        }

        parents[b] = a;
        sizes[a] += sizes[b];
    }

    private static int Find(int[] parents, int node)
    {
        while (parents[node] != node)
        {
            node = parents[node] = parents[parents[node]];
        }

        return node;
    }
}
