namespace Networks.Matching.Solvers;

/// <summary>
/// What each pair would lose at the optimal prices, for each wish with a place the least first; of those that lose the same the smaller
/// offer first. A search for the cheapest way reads of each row only what it needs. The rows lie as in <see cref="Arcs"/>.
/// </summary>
internal sealed record Slacks(int[] Offer, long[] Lost)
{
    private const int OfferBits = 31;

    public static Slacks Of(SolvedProblem solved, CancellationToken cancellationToken)
    {
        var arcs = solved.Problem.Arcs;
        var slacks = new Slacks(new int[arcs.Offer.Length], new long[arcs.Offer.Length]);
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, solved.Problem.Wishes.Length, options, wish =>
        {
            if (solved.Assignment.OfferOf[wish] >= 0)
            {
                slacks.Sort(solved, wish);
            }
        });
        return slacks;
    }

    // Lost and offer in one number, so that one sort orders both; neither has more bits than that leaves.
    private void Sort(SolvedProblem solved, int wish)
    {
        var arcs = solved.Problem.Arcs;
        var (from, to) = (arcs.Start[wish], arcs.Start[wish + 1]);
        for (var arc = from; arc < to; arc++)
        {
            var lost = solved.Value[wish] + solved.Price[arcs.Offer[arc]] - arcs.Fit[arc];
            Lost[arc] = checked(lost * (1L << OfferBits)) | (uint)arcs.Offer[arc];
        }

        Lost.AsSpan(from..to).Sort();
        for (var arc = from; arc < to; arc++)
        {
            (Offer[arc], Lost[arc]) = ((int)(Lost[arc] & ((1L << OfferBits) - 1)), Lost[arc] >> OfferBits);
        }
    }
}
