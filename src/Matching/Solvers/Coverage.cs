namespace Networks.Matching.Solvers;

/// <summary>
/// Who is helped. Sets of wishes that can be helped together form a transversal matroid, so taking each wish in turn if it can be added
/// gives at once the lexicographically best and the largest set. Each search that fails closes the offers it saw: all their places
/// are taken by wishes that can go nowhere else, so no later search needs to look there, and all failures together cost one pass.
/// </summary>
internal sealed class Coverage
{
    private readonly Arcs arcs;
    private readonly int[] seenBy;
    private readonly int[] cameFrom;
    private readonly int[] queue;

    private Coverage(Arcs arcs, Assignment assignment, int offers)
    {
        this.arcs = arcs;
        Assignment = assignment;
        (seenBy, cameFrom, queue, ClosedBy) = (new int[offers], new int[offers], new int[offers], new int[offers]);
        Array.Fill(seenBy, -1);
        Array.Fill(ClosedBy, -1);
    }

    /// <summary>A plan that helps them, of any fit.</summary>
    public Assignment Assignment { get; }

    /// <summary>The rank of the wish whose failure closed each offer; -1 if none did.</summary>
    public int[] ClosedBy { get; }

    public static Coverage Find(CompiledProblem problem, CancellationToken cancellationToken)
    {
        var wishes = problem.Wishes.Length;
        var coverage = new Coverage(problem.Arcs, new Assignment(wishes, problem.Places), problem.Offers.Length);
        for (var wish = 0; wish < wishes; wish++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            coverage.TryHelp(wish);
        }

        return coverage;
    }

    // Breadth first over offers: an offer is left through the wishes that have its places.
    private void TryHelp(int wish)
    {
        int head = 0, tail = 0;
        See(wish, wish, ref tail);
        while (head < tail)
        {
            var offer = queue[head++];
            if (Assignment.HasFree(offer))
            {
                Augment(wish, offer);
                return;
            }

            foreach (var occupant in Assignment.Occupants(offer))
            {
                See(occupant, wish, ref tail);
            }
        }

        for (var at = 0; at < tail; at++)
        {
            ClosedBy[queue[at]] = wish;
        }
    }

    private void See(int from, int search, ref int tail)
    {
        foreach (var offer in arcs.OffersOf(from))
        {
            if (seenBy[offer] != search && ClosedBy[offer] < 0)
            {
                seenBy[offer] = search;
                cameFrom[offer] = from;
                queue[tail++] = offer;
            }
        }
    }

    private void Augment(int wish, int offer)
    {
        while (true)
        {
            var mover = cameFrom[offer];
            var left = Assignment.OfferOf[mover];
            if (left >= 0)
            {
                Assignment.Free(mover);
            }

            Assignment.Give(mover, offer);
            if (mover == wish)
            {
                return;
            }

            offer = left;
        }
    }
}
