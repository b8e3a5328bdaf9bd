using Networks.Benchmarks.Areas;

namespace Networks.Benchmarks.AreaComponents;

/// <summary>Shapes of the same many residents on which a search from both ends of a tie is at its longest.</summary>
internal static class WorstShapes
{
    /// <summary>Each with the tie to take away; null = any.</summary>
    public static IEnumerable<(string Name, GeneratedArea Area, int? Tie)> Of(GeneratedArea area)
    {
        var all = area.Residents;
        yield return ("one ring of all", With(area, [.. Enumerable.Range(0, all).Select(at => (at, (at + 1) % all))]), null);
        var bridged = With(area, [.. Halves(all), (0, all / 2)]);
        yield return ("two halves and a bridge", bridged, Array.FindIndex(bridged.TieB, high => high >= all / 2));

        // Everybody names the last one: a change of a leaf's row is small, and what it changes is around the hub.
        yield return ("a star", With(area, [.. Enumerable.Range(0, all - 1).Select(at => (at, all - 1))]), null);
    }

    // Each half is a ring with a chord from everybody to somebody, so that it hangs together whatever single tie goes.
    private static IEnumerable<(int, int)> Halves(int all)
    {
        var random = new Random(42);
        foreach (var (from, size) in new[] { (0, all / 2), (all / 2, all - (all / 2)) })
        {
            for (var at = 0; at < size; at++)
            {
                yield return (from + at, from + ((at + 1) % size));
                yield return (from + at, from + ((at + 2 + random.Next(size - 3)) % size));
            }
        }
    }

    private static GeneratedArea With(GeneratedArea area, (int One, int Other)[] ties)
    {
        (int Low, int High)[] ordered =
            [.. ties.Select(tie => (Math.Min(tie.One, tie.Other), Math.Max(tie.One, tie.Other))).Distinct().Order()];
        return area with
        {
            TieA = [.. ordered.Select(tie => tie.Low)],
            TieB = [.. ordered.Select(tie => tie.High)],
            TieAge = new int[ordered.Length],
            Memberships = [],
            Befriending = [],
        };
    }
}
