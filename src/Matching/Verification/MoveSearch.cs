namespace Networks.Matching.Verification;

/// <summary>
/// Cheapest chains of moves through a proved plan, by the losses of its proof, of which none is below 0. One thread at a time.
/// </summary>
internal sealed class MoveSearch(CheckedMoves moves)
{
    private readonly PriorityQueue<int, long> open = new();
    private readonly long[] far = new long[moves.Benches];
    private readonly int[] reachedBy = new int[moves.Benches];
    private readonly int[] doneBy = new int[moves.Benches];
    private int search;

    /// <summary>
    /// What the plan would lose without a pair if the same people are helped: the least over all other offers, or over one of them.
    /// Null if somebody would be left out then.
    /// </summary>
    public long? WithoutPair(int rank, int? onlyOffer = null)
    {
        Begin();
        var home = moves.BenchOf(rank);
        foreach (var (bench, fit) in moves.OptionsOf(rank))
        {
            if (bench / 2 != home / 2 && (onlyOffer is null || bench / 2 == onlyOffer) && LeadsBack(bench, home))
            {
                Reach(bench, moves.LostAt(rank, bench, fit));
            }
        }

        var leaving = moves.LeavingOf(home);
        long? least = null;
        while (open.TryDequeue(out var bench, out var cost) && !(cost >= least))
        {
            if (bench == home)
            {
                least = cost;
            }
            else if (IsNew(bench))
            {
                least = moves.IsFree(bench) && !(cost + leaving >= least) ? cost + leaving : least;
                Expand(bench, cost, home);
            }
        }

        return least;
    }

    /// <summary>
    /// What a wish that waits would add to the plan's fit with one place more at each of these benches; null where it cannot be helped so.
    /// </summary>
    public Dictionary<int, long?> WithNew(int rank, IReadOnlyCollection<int> benches)
    {
        Begin();
        foreach (var (bench, fit) in moves.OptionsOf(rank))
        {
            Reach(bench, moves.PriceAt(bench) - fit);
        }

        while (open.TryDequeue(out var bench, out var cost))
        {
            if (IsNew(bench))
            {
                Expand(bench, cost, home: -1);
            }
        }

        return benches.ToDictionary(bench => bench, bench => Way(rank, bench) is { } way ? moves.PriceAt(bench) - way : (long?)null);
    }

    // The last step of the way: she herself takes the place, or whoever makes room for those before.
    private long? Way(int rank, int to)
    {
        long? least = null;
        foreach (var taker in moves.TakersOf(to))
        {
            var from = moves.BenchOf(taker);
            if (taker == rank || (from >= 0 && reachedBy[from] == search))
            {
                var fit = moves.FitAt(taker, to);
                var way = taker == rank ? moves.PriceAt(to) - fit : far[from] + moves.LostAt(taker, to, fit);
                least = way >= least ? least : way;
            }
        }

        return least;
    }

    private void Begin()
    {
        search++;
        open.Clear();
    }

    private bool IsNew(int bench)
    {
        var isNew = doneBy[bench] != search;
        doneBy[bench] = search;
        return isNew;
    }

    // Nothing beyond a bench helps from which neither home nor a free place can be reached.
    private bool LeadsBack(int bench, int home) => home < 0 || moves.HasRoom[bench] || moves.RingOf[bench] == moves.RingOf[home];

    private void Expand(int bench, long cost, int home)
    {
        foreach (var occupant in moves.At(bench))
        {
            foreach (var (to, fit) in moves.OptionsOf(occupant))
            {
                if (doneBy[to] != search && LeadsBack(to, home))
                {
                    Reach(to, cost + moves.LostAt(occupant, to, fit));
                }
            }
        }
    }

    private void Reach(int bench, long cost)
    {
        if (reachedBy[bench] != search || cost < far[bench])
        {
            (reachedBy[bench], far[bench]) = (search, cost);
            open.Enqueue(bench, cost);
        }
    }
}
