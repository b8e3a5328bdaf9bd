namespace Networks.Matching.Verification;

/// <summary>How many more people would be helped by more places at one offer, moving others about: one chain of moves a person.</summary>
internal sealed class MorePlaces(CheckedMoves moves)
{
    private readonly Dictionary<int, int> benchOf = [];
    private readonly Dictionary<int, (int Mover, int To)> cameFrom = [];
    private readonly Queue<int> open = new();

    /// <summary>More people helped with 1, 2 ... <paramref name="most"/> more places.</summary>
    public int[] Helped(int offer, int most)
    {
        benchOf.Clear();
        var helped = 0;
        while (helped < most && BringsIn(moves.Growing(offer, helped)))
        {
            helped++;
        }

        return [.. Enumerable.Range(1, most).Select(places => Math.Min(places, helped))];
    }

    private bool BringsIn(int place)
    {
        cameFrom.Clear();
        open.Clear();
        cameFrom[place] = (-1, -1);
        open.Enqueue(place);
        while (open.TryDequeue(out var bench))
        {
            foreach (var taker in moves.TakersOf(bench))
            {
                if (!benchOf.TryGetValue(taker, out var from))
                {
                    from = moves.BenchOf(taker);
                }

                if (from < 0)
                {
                    MoveUp(taker, bench);
                    return true;
                }

                if (cameFrom.TryAdd(from, (taker, bench)))
                {
                    open.Enqueue(from);
                }
            }
        }

        return false;
    }

    private void MoveUp(int comer, int bench)
    {
        benchOf[comer] = bench;
        while (cameFrom[bench] is var (mover, to) && mover >= 0)
        {
            (benchOf[mover], bench) = (to, to);
        }
    }
}
