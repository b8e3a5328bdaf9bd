namespace Networks.Matching.Solvers;

/// <summary>
/// For one pair of the plan: the next best plan that helps the same people without it, and what it costs over the whole plan. One
/// shortest path from the wish back to the place it would leave; of paths that cost the same, the one over the smallest offer.
/// </summary>
internal sealed class NextBest(SolvedProblem solved, Residual residual)
{
    private readonly Arcs arcs = solved.Problem.Arcs;
    private readonly int[] parts = solved.Problem.Parts.First;
    private readonly Dictionary<int, (long Far, int First)> best = [];
    private readonly PriorityQueue<int, (long Far, int First)> queue = new();
    private readonly HashSet<int> done = [];

    /// <summary>
    /// The offer she would have then and the cost; null if nobody else's place could be hers without leaving someone out.
    /// </summary>
    public (int Offer, long Cost)? Of(int wish)
    {
        best.Clear();
        queue.Clear();
        done.Clear();
        var present = solved.Assignment.OfferOf[wish];
        var answer = (Far: long.MaxValue, First: -1);
        Relax(wish, wish, (0, -1), present, ref answer);
        while (queue.TryDequeue(out var offer, out var at) && at.CompareTo(answer) < 0)
        {
            if (!done.Add(offer))
            {
                continue;
            }

            foreach (var occupant in solved.Assignment.Occupants(offer))
            {
                Relax(occupant, wish, at, present, ref answer);
            }
        }

        return answer.First < 0 ? null : (answer.First, answer.Far);
    }

    // A path ends where the wish came from, or at a free place; then the place it left is worth what filling it again brings back.
    private void Relax(int wish, int asked, (long Far, int First) at, int present, ref (long Far, int First) answer)
    {
        for (var arc = arcs.Start[wish]; arc < arcs.Start[wish + 1]; arc++)
        {
            var offer = arcs.Offer[arc];
            if (wish == asked && parts[offer] == parts[present])
            {
                continue;
            }

            var far = at.Far + solved.Value[wish] + solved.Price[offer] - arcs.Fit[arc];
            var next = (Far: far, First: at.First < 0 ? offer : at.First);
            if (offer == present)
            {
                answer = next.CompareTo(answer) < 0 ? next : answer;
                continue;
            }

            if (solved.Assignment.HasFree(offer))
            {
                var ending = next with { Far = far + residual.LeavingCost[present] };
                answer = ending.CompareTo(answer) < 0 ? ending : answer;
            }

            if (!best.TryGetValue(offer, out var known) || next.CompareTo(known) < 0)
            {
                best[offer] = next;
                queue.Enqueue(offer, next);
            }
        }
    }
}
