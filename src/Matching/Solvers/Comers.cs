namespace Networks.Matching.Solvers;

/// <summary>
/// Who could come to each offer and what that would lose at the optimal prices, the least first: <see cref="Slacks"/> by offer. Only wishes
/// that have a place. Those of offer o lie from <c>Start[o]</c> to <c>Start[o + 1]</c>.
/// </summary>
internal sealed class Comers
{
    /// <summary>Farther than anything can be.</summary>
    public const long Unreached = long.MaxValue;

    private readonly SolvedProblem solved;

    private Comers(SolvedProblem solved, Slacks slacks)
    {
        this.solved = solved;
        var (arcs, offerOf) = (solved.Problem.Arcs, solved.Assignment.OfferOf);
        Start = new int[solved.Problem.Offers.Length + 1];
        EachPair(arcs.Start, offerOf, (_, arc) => Start[slacks.Offer[arc] + 1]++);
        for (var offer = 0; offer < Start.Length - 1; offer++)
        {
            Start[offer + 1] += Start[offer];
        }

        var next = Start[..^1];
        (Wish, Lost, ToFree) = (new int[Start[^1]], new long[Start[^1]], new long[next.Length]);
        EachPair(arcs.Start, offerOf, (wish, arc) =>
        {
            var at = next[slacks.Offer[arc]]++;
            (Wish[at], Lost[at]) = (wish, slacks.Lost[arc]);
        });
    }

    public int[] Start { get; }

    public int[] Wish { get; }

    public long[] Lost { get; }

    /// <summary>What the cheapest way from each offer to a free place loses; <see cref="Unreached"/> where there is none.</summary>
    public long[] ToFree { get; }

    public static Comers Of(SolvedProblem solved, Slacks slacks, CancellationToken cancellationToken)
    {
        var comers = new Comers(solved, slacks);
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, comers.ToFree.Length, options, offer =>
        {
            var stretch = comers.Start[offer]..comers.Start[offer + 1];
            comers.Lost.AsSpan(stretch).Sort(comers.Wish.AsSpan(stretch));
        });
        comers.FindToFree();
        return comers;
    }

    private static void EachPair(int[] start, int[] offerOf, Action<int, int> action)
    {
        for (var wish = 0; wish < offerOf.Length; wish++)
        {
            for (var arc = start[wish]; offerOf[wish] >= 0 && arc < start[wish + 1]; arc++)
            {
                action(wish, arc);
            }
        }
    }

    private void FindToFree()
    {
        var queue = new PriorityQueue<int, long>();
        Array.Fill(ToFree, Unreached);
        for (var offer = 0; offer < ToFree.Length; offer++)
        {
            if (solved.Assignment.HasFree(offer))
            {
                ToFree[offer] = 0;
                queue.Enqueue(offer, 0);
            }
        }

        while (queue.TryDequeue(out var offer, out var far))
        {
            for (var at = Start[offer]; far == ToFree[offer] && at < Start[offer + 1]; at++)
            {
                var present = solved.Assignment.OfferOf[Wish[at]];
                if (far + Lost[at] < ToFree[present])
                {
                    ToFree[present] = far + Lost[at];
                    queue.Enqueue(present, far + Lost[at]);
                }
            }
        }
    }
}
