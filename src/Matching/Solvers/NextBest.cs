namespace Networks.Matching.Solvers;

/// <summary>
/// For one pair of the plan: the next best plan that helps the same people without it, and what it costs over the whole plan. One
/// shortest path from the wish back to the place it would leave; of paths that cost the same, the one over the smallest offer. Each wish
/// on the way offers only its cheapest step until that one is taken, so no more is looked at than is cheaper than the answer; and from
/// where nothing leads back nobody looks at all. One thread at a time.
/// </summary>
internal sealed class NextBest(SolvedProblem solved, Residual residual, Slacks slacks, TightCycles cycles)
{
    private readonly int[] start = solved.Problem.Arcs.Start;
    private readonly int[] parts = solved.Problem.Parts.First;
    private readonly PriorityQueue<Step, (long Far, int First)> queue = new(Comparer<(long Far, int First)>.Create(
        static (left, right) => left.Far != right.Far ? left.Far.CompareTo(right.Far) : left.First.CompareTo(right.First)));
    private readonly int[] doneFor = new int[solved.Problem.Offers.Length];
    private int search;
    private int cycle;

    /// <summary>
    /// The offer she would have then and the cost; null if nobody else's place could be hers without leaving someone out.
    /// </summary>
    public (int Offer, long Cost)? Of(int wish)
    {
        queue.Clear();
        search++;
        var present = solved.Assignment.OfferOf[wish];
        cycle = cycles.Of[present];
        var answer = (Far: long.MaxValue, First: -1);
        Enqueue(new Step(wish, start[wish], 0, -1));
        while (queue.TryDequeue(out var step, out var at) && at.CompareTo(answer) < 0)
        {
            var offer = slacks.Offer[step.Arc];
            Enqueue(step with { Arc = step.Arc + 1 });
            if (doneFor[offer] == search || step.Wish == wish && parts[offer] == parts[present])
            {
                continue;
            }

            // A path ends where the wish came from, or at a free place; then the place it left is worth what filling it again brings back.
            if (offer == present)
            {
                answer = at;
                continue;
            }

            doneFor[offer] = search;
            if (solved.Assignment.HasFree(offer) && (at.Far + residual.LeavingCost[present], at.First) is var ending
                && ending.CompareTo(answer) < 0)
            {
                answer = ending;
            }

            foreach (var occupant in solved.Assignment.Occupants(offer))
            {
                Enqueue(new Step(occupant, start[occupant], at.Far, at.First));
            }
        }

        return answer.First < 0 ? null : (answer.First, answer.Far);
    }

    private void Enqueue(Step step)
    {
        var (arc, end) = (step.Arc, start[step.Wish + 1]);
        while (arc < end && (doneFor[slacks.Offer[arc]] == search || cycles.Of[slacks.Offer[arc]] != cycle))
        {
            arc++;
        }

        if (arc < end)
        {
            queue.Enqueue(step with { Arc = arc }, (step.Far + slacks.Lost[arc], step.First < 0 ? slacks.Offer[arc] : step.First));
        }
    }

    /// <summary>The next pair a wish would take, how far the wish is, and over which offer the path began; -1 at its beginning.</summary>
    private readonly record struct Step(int Wish, int Arc, long Far, int First);
}
