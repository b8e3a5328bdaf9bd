using Networks.Benchmarks.Areas;

namespace Networks.Benchmarks.WardCounts;

/// <summary>
/// How many of a generated area each rule lists, by plain loops over its arrays: what the graph must answer before its time counts. The
/// first three rules count ties alone, as the peers' tables do.
/// </summary>
internal sealed class PlainCounts(GeneratedArea area)
{
    public const int ContactDays = 90;
    public const int ComponentMax = 5;
    public const int Hops = 2;
    public const int Isolation = 4;
    private const int MonthDays = 31;

    public int NoTies() => Ties(_ => true).Count(has => !has);

    public int NoContact() => Ties(age => age <= ContactDays).Count(has => !has);

    /// <summary>Union-find with path halving.</summary>
    public int SmallComponents()
    {
        var parents = Enumerable.Range(0, area.Residents).ToArray();
        int Find(int at)
        {
            while (parents[at] != at)
            {
                at = parents[at] = parents[parents[at]];
            }

            return at;
        }

        for (var at = 0; at < area.TieA.Length; at++)
        {
            parents[Find(area.TieA[at])] = Find(area.TieB[at]);
        }

        var sizes = new int[area.Residents];
        for (var at = 0; at < area.Residents; at++)
        {
            sizes[Find(at)]++;
        }

        return sizes.Where(size => size is > 0 and <= ComponentMax).Sum();
    }

    public int NoGroupNearby()
    {
        var near = new bool[area.Residents];
        foreach (var (resident, _, _) in area.Memberships)
        {
            near[resident] = true;
        }

        for (var hop = 0; hop < Hops; hop++)
        {
            var next = near.ToArray();
            for (var at = 0; at < area.TieA.Length; at++)
            {
                next[area.TieA[at]] |= near[area.TieB[at]];
                next[area.TieB[at]] |= near[area.TieA[at]];
            }

            near = next;
        }

        return near.Count(reached => !reached);
    }

    // Every tie is a friend; nobody has a partner, a child or family, so a friend met this month or a group leaves four or fewer missing.
    public int Isolated()
    {
        var friend = Ties(age => age <= MonthDays);
        var member = new bool[area.Residents];
        foreach (var (resident, _, _) in area.Memberships)
        {
            member[resident] = true;
        }

        return Enumerable.Range(0, area.Residents).Count(at => 5 - (friend[at] ? 1 : 0) - (member[at] ? 1 : 0) >= Isolation);
    }

    private bool[] Ties(Predicate<int> counts)
    {
        var has = new bool[area.Residents];
        for (var at = 0; at < area.TieA.Length; at++)
        {
            var counted = counts(area.TieAge[at]);
            has[area.TieA[at]] |= counted;
            has[area.TieB[at]] |= counted;
        }

        return has;
    }
}
