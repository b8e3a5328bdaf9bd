namespace Networks.Import.SyntheticAreas;

/// <summary>
/// Who knows whom: a small world (Watts and Strogatz 1998: neighbours in a ring, some ties rewired) with a heavy tail (a few people with
/// very many ties), and beside it chains, circles and people with nobody.
/// </summary>
internal static class Friendships
{
    private const int TiesOfOneMax = 250;

    /// <summary>Each pair once, the one who names the other first, ordered by both.</summary>
    public static (int From, int To)[] Of(Population population)
    {
        var pairs = new List<long>(population.People.Length * 3);
        AddChains(population, Standing.Few, 2, 5, closed: false, pairs);
        AddChains(population, Standing.Circle, 6, 40, closed: true, pairs);
        AddMain(population, pairs);

        // Sorted rather than hashed: a pair's hash is the exclusive or of its ends, which neighbours in a ring nearly all share.
        pairs.Sort();
        var seed = population.Order.Seed;
        List<(int From, int To)> named = new(pairs.Count);
        for (var at = 0; at < pairs.Count; at++)
        {
            if (at == 0 || pairs[at] != pairs[at - 1])
            {
                var (low, high) = ((int)(pairs[at] >> 32), (int)pairs[at]);
                named.Add(new SeededStream(seed, "who-names", pairs[at]).Chance(500) ? (low, high) : (high, low));
            }
        }

        named.Sort();
        return [.. named];
    }

    private static void AddChains(Population population, Standing standing, int least, int most, bool closed, List<long> pairs)
    {
        var stream = new SeededStream(population.Order.Seed, "chains", (int)standing);
        int[] members = [.. Indices(population, standing)];
        for (var start = 0; start < members.Length;)
        {
            var size = Math.Min(stream.Between(least, most), members.Length - start);
            for (var at = 1; at < size; at++)
            {
                Add(pairs, members[start + at - 1], members[start + at]);
            }

            if (closed && size > 2)
            {
                Add(pairs, members[start], members[start + size - 1]);
            }

            // Somebody left over at the end joins the one before, rather than standing alone by accident.
            if (size == 1 && start > 0)
            {
                Add(pairs, members[start - 1], members[start]);
            }

            start += size;
        }
    }

    private static void AddMain(Population population, List<long> pairs)
    {
        int[] main = [.. Indices(population, Standing.Main)];
        var stream = new SeededStream(population.Order.Seed, "ring");
        for (int ward = 0, start = 0; ward < population.Wards.Length; ward++)
        {
            var end = start;
            while (end < main.Length && population.People[main[end]].Ward == ward)
            {
                end++;
            }

            for (var at = start; at < end; at++)
            {
                AddRing(main, start, end, at, ref stream, pairs);
                if (stream.Chance(25))
                {
                    AddHub(main, start, end, at, ref stream, pairs);
                }
            }

            start = end;
        }
    }

    private static void AddRing(int[] main, int start, int end, int at, ref SeededStream stream, List<long> pairs)
    {
        var size = end - start;
        for (var step = 1; step <= 3; step++)
        {
            if (step == 3 && stream.Chance(400))
            {
                continue;
            }

            var draw = step == 1 ? 1000 : stream.Below(1000);
            var other = draw < 200 ? start + stream.Below(size) : draw < 260 ? stream.Below(main.Length) : start
                + (at - start + step) % size;
            Add(pairs, main[at], main[other]);
        }

        // The ring of each ward is linked with the whole, as rewiring alone may leave a small ward apart.
        if (at == start)
        {
            Add(pairs, main[at], main[stream.Below(main.Length)]);
        }
    }

    private static void AddHub(int[] main, int start, int end, int at, ref SeededStream stream, List<long> pairs)
    {
        for (var more = stream.HeavyTailed(8, TiesOfOneMax); more > 0; more--)
        {
            var other = stream.Chance(750) ? start + stream.Below(end - start) : stream.Below(main.Length);
            Add(pairs, main[at], main[other]);
        }
    }

    private static IEnumerable<int> Indices(Population population, Standing standing) =>
        Enumerable.Range(0, population.People.Length).Where(at => population.People[at].Standing == standing);

    private static void Add(List<long> pairs, int one, int other)
    {
        if (one != other)
        {
            pairs.Add(((long)Math.Min(one, other) << 32) | (uint)Math.Max(one, other));
        }
    }
}
