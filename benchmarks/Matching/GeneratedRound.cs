using Networks.Matching.Allocations;

namespace Networks.Benchmarks.Matching;

/// <summary>
/// A matching round of any size as arrays. Geographic: people and offers strewn over a square of 25 offers a square kilometre, candidates
/// drawn from the nearest sixty, cost from distance and a mismatch. Uniform: candidates anywhere, any cost. Scarce: about 0.65 places a
/// person; abundant: twice that. The same numbers everywhere, because everything is drawn by stream and index.
/// </summary>
internal static class GeneratedRound
{
    private const ulong Seed = 20261122;
    private const int CandidatesEach = 30;
    private const int NearestConsidered = 60;
    private const double CellMetres = 400;

    /// <summary>Draws a round; <paramref name="shape"/> is geographic-scarce, geographic-abundant, uniform-scarce or
    /// uniform-abundant.</summary>
    public static AllocationProblem Of(string shape, int people, int offers)
    {
        var abundant = shape.EndsWith("abundant", StringComparison.Ordinal);
        int[] places = [.. Enumerable.Range(0, offers).Select(offer => PlacesOf(offer, abundant))];
        var candidates = new (int Offer, int Cost)[people][];
        var geographic = shape.StartsWith("geographic", StringComparison.Ordinal);
        var grid = geographic ? new Grid(offers) : null;
        Parallel.For(0, people, person => candidates[person] = grid is null ? Anywhere(person, offers) : grid.Near(person));
        var start = new int[people + 1];
        for (var person = 0; person < people; person++)
        {
            start[person + 1] = start[person] + candidates[person].Length;
        }

        var (offer, fit) = (new int[start[^1]], new int[start[^1]]);
        for (var person = 0; person < people; person++)
        {
            for (var at = 0; at < candidates[person].Length; at++)
            {
                (offer[start[person] + at], fit[start[person] + at]) = (candidates[person][at].Offer, -candidates[person][at].Cost);
            }
        }

        return new AllocationProblem(start, offer, fit, places);
    }

    private static ulong Drawn(int stream, long at)
    {
        var state = Seed + (ulong)stream * 0x9E3779B97F4A7C15UL + (ulong)at * 0xD1B54A32D192ED03UL;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EBUL;
        return state ^ (state >> 31);
    }

    private static double Share(int stream, long at) => (Drawn(stream, at) >> 11) * (1.0 / (1UL << 53));

    private static int PlacesOf(int offer, bool abundant) =>
        (1 + (int)(Drawn(1, offer) % 5) + (Drawn(2, offer) % 4 == 0 ? 1 : 0)) * (abundant ? 2 : 1);

    private static (int Offer, int Cost)[] Anywhere(int person, int offers)
    {
        var drawn = new SortedSet<int>();
        for (long at = 0; drawn.Count < Math.Min(CandidatesEach, offers); at++)
        {
            drawn.Add((int)(Drawn(3, person * 1000L + at) % (ulong)offers));
        }

        return [.. drawn.Select(offer => (offer, (int)(Drawn(4, (long)person * offers + offer) % 20_000)))];
    }

    private sealed class Grid
    {
        private readonly (double X, double Y)[] points;
        private readonly List<int>[] cells;
        private readonly int across;
        private readonly double side;

        public Grid(int offers)
        {
            side = 200 * Math.Sqrt(offers);
            across = Math.Max(1, (int)(side / CellMetres));
            points = [.. Enumerable.Range(0, offers).Select(offer => (Share(5, offer) * side, Share(6, offer) * side))];
            cells = [.. Enumerable.Range(0, across * across).Select(_ => new List<int>())];
            for (var offer = 0; offer < offers; offer++)
            {
                cells[Row(points[offer].Y) * across + Row(points[offer].X)].Add(offer);
            }
        }

        public (int Offer, int Cost)[] Near(int person)
        {
            var (x, y) = (Share(7, person) * side, Share(8, person) * side);
            var found = new List<(double Metres, int Offer)>();
            for (var reach = 1; ; reach++)
            {
                found.Clear();
                Gather(x, y, reach, found);
                if (found.Count(one => one.Metres <= reach * CellMetres) >= Math.Min(NearestConsidered, points.Length) || reach > across)
                {
                    break;
                }
            }

            return [.. found.Order().Take(NearestConsidered)
                .OrderBy(one => Drawn(9, (long)person * points.Length + one.Offer)).Take(CandidatesEach)
                .OrderBy(one => one.Offer)
                .Select(one => (one.Offer, (int)(5 * one.Metres) + (int)(Drawn(10, (long)person * points.Length + one.Offer) % 3000)))];
        }

        private int Row(double metres) => Math.Clamp((int)(metres / CellMetres), 0, across - 1);

        private void Gather(double x, double y, int reach, List<(double Metres, int Offer)> found)
        {
            for (var row = Math.Max(0, Row(y) - reach); row <= Math.Min(across - 1, Row(y) + reach); row++)
            {
                for (var column = Math.Max(0, Row(x) - reach); column <= Math.Min(across - 1, Row(x) + reach); column++)
                {
                    foreach (var offer in cells[row * across + column])
                    {
                        found.Add((Math.Sqrt(Math.Pow(points[offer].X - x, 2) + Math.Pow(points[offer].Y - y, 2)), offer));
                    }
                }
            }
        }
    }
}
