namespace Networks.Benchmarks.Areas;

/// <summary>
/// What is true of a generated area, found by plain loops over its rows. Every side must find the same, or its figures are worth nothing.
/// </summary>
internal sealed record Agreement
{
    /// <summary>Residents without a tie, by ward.</summary>
    public required int[] NoTies { get; init; }

    /// <summary>Residents without a tie of which the last contact is at most 90 days before the day asked about, by ward.</summary>
    public required int[] NoContact90 { get; init; }

    /// <summary>Components over ties, those of one resident included.</summary>
    public required int Components { get; init; }

    public required int Largest { get; init; }

    /// <summary>Residents in components of at most five.</summary>
    public required int InSmall { get; init; }

    /// <summary>The same, by ward of the resident.</summary>
    public required int[] InSmallByWard { get; init; }

    /// <summary>What holds on <paramref name="day"/>; null = the day of the data.</summary>
    public static Agreement Of(GeneratedArea area, DateOnly? day = null)
    {
        var since = (day ?? GeneratedArea.Reference).AddDays(-90);
        var (parent, ties, recent) = (new int[area.Residents], new int[area.Residents], new bool[area.Residents]);
        for (var at = 0; at < parent.Length; at++)
        {
            parent[at] = at;
        }

        for (var at = 0; at < area.TieA.Length; at++)
        {
            var (a, b) = (area.TieA[at], area.TieB[at]);
            ties[a]++;
            ties[b]++;
            recent[a] |= GeneratedArea.Day(area.TieAge[at]) >= since;
            recent[b] |= GeneratedArea.Day(area.TieAge[at]) >= since;
            parent[Root(parent, a)] = Root(parent, b);
        }

        var sizes = new int[area.Residents];
        for (var at = 0; at < parent.Length; at++)
        {
            sizes[Root(parent, at)]++;
        }

        int[] ByWard(Predicate<int> counts)
        {
            var found = new int[area.Wards];
            for (var at = 0; at < area.Residents; at++)
            {
                found[area.Ward[at]] += counts(at) ? 1 : 0;
            }

            return found;
        }

        var small = ByWard(at => sizes[Root(parent, at)] <= 5);
        return new Agreement
        {
            NoTies = ByWard(at => ties[at] == 0),
            NoContact90 = ByWard(at => !recent[at]),
            Components = sizes.Count(size => size > 0),
            Largest = sizes.Max(),
            InSmall = small.Sum(),
            InSmallByWard = small,
        };
    }

    /// <summary>Throws unless a side found these components.</summary>
    public void Demand(string side, int components, int largest, int inSmall)
    {
        if ((components, largest, inSmall) != (Components, Largest, InSmall))
        {
            throw new InvalidOperationException(
                $"{side} finds {components} components, the largest {largest}, {inSmall} residents in small ones; " +
                $"right are {Components}, {Largest} and {InSmall}.");
        }
    }

    /// <summary>Throws unless a side found these counts by ward.</summary>
    public static void Demand(string side, string what, IReadOnlyList<int> found, int[] right)
    {
        if (!found.SequenceEqual(right))
        {
            var at = Enumerable.Range(0, right.Length).First(ward => ward >= found.Count || found[ward] != right[ward]);
            throw new InvalidOperationException(
                $"{side} finds {(at < found.Count ? found[at] : "nothing")} {what} in {AreaNames.Ward(at)}; right are {right[at]}.");
        }
    }

    private static int Root(int[] parent, int at)
    {
        while (parent[at] != at)
        {
            at = parent[at] = parent[parent[at]];
        }

        return at;
    }
}
