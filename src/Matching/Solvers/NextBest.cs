namespace Networks.Matching.Solvers;

/// <summary>
/// For one pair of the plan: the next best plan that helps the same people without it, and what it costs over the whole plan. One
/// shortest path from the wish back to the place it would leave; of paths that cost the same, the one over the smallest offer. It is
/// searched from both ends, on the side that has seen less, because one end alone would walk through most of a large round. Each wish on
/// the way offers only its cheapest step until that one is taken, so no more is looked at than is cheaper than the answer; and from where
/// nothing leads back nobody looks at all. One thread at a time.
/// </summary>
internal sealed class NextBest(SolvedProblem solved, Residual residual, Slacks slacks, Comers comers, TightCycles cycles)
{
    private readonly int[] start = solved.Problem.Arcs.Start;
    private readonly int[] parts = solved.Problem.Parts.First;
    private readonly int[] present = solved.Assignment.OfferOf;
    private readonly PriorityQueue<Step, (long Far, int First)> ahead = new(Comparer<(long Far, int First)>.Create(
        static (left, right) => left.Far != right.Far ? left.Far.CompareTo(right.Far) : left.First.CompareTo(right.First)));
    private readonly PriorityQueue<(int Offer, int At), long> back = new();
    private readonly (int Search, long Far, int First)[] seenAhead = new (int, long, int)[solved.Problem.Offers.Length];
    private readonly (int Search, long Far)[] seenBack = new (int, long)[solved.Problem.Offers.Length];
    private (long Far, int First) answer;
    private int search;
    private int mover;
    private int cycle;
    private int steps;

    /// <summary>
    /// The offer she would have then and the cost; null if nobody else's place could be hers without leaving someone out.
    /// </summary>
    public (int Offer, long Cost)? Of(int wish)
    {
        ahead.Clear();
        back.Clear();
        (search, mover, cycle, steps, answer) = (search + 1, wish, cycles.Of[present[wish]], 0, (long.MaxValue, -1));
        EndAtFreePlaces();
        SettleBack(present[wish], 0);
        Enqueue(new Step(wish, start[wish], 0, -1));
        while (ahead.TryPeek(out _, out var next) && back.TryPeek(out _, out var far)
            && (next.Far + far, next.First).CompareTo(answer) < 0)
        {
            // One of each in turn: they see about as much.
            if (steps++ % 2 == 0)
            {
                StepAhead();
            }
            else
            {
                StepBack();
            }
        }

        return answer.First < 0 ? null : (answer.First, answer.Far);
    }

    // A path may end at a free place as well; then the place it left is worth what filling it again brings back.
    private void EndAtFreePlaces()
    {
        for (var arc = start[mover]; arc < start[mover + 1]; arc++)
        {
            var offer = slacks.Offer[arc];
            if (comers.ToFree[offer] < Comers.Unreached && IsElsewhere(offer))
            {
                Answer(slacks.Lost[arc] + comers.ToFree[offer] + residual.LeavingCost[present[mover]], offer);
            }
        }
    }

    private bool IsElsewhere(int offer) => parts[offer] != parts[present[mover]];

    private void Answer(long far, int first) => answer = (far, first).CompareTo(answer) < 0 ? (far, first) : answer;

    private void StepAhead()
    {
        ahead.TryDequeue(out var step, out var at);
        var offer = slacks.Offer[step.Arc];
        Enqueue(step with { Arc = step.Arc + 1 });
        if (seenAhead[offer].Search == search || offer == present[mover] || step.Wish == mover && !IsElsewhere(offer))
        {
            return;
        }

        seenAhead[offer] = (search, at.Far, at.First);
        if (seenBack[offer].Search == search)
        {
            Answer(at.Far + seenBack[offer].Far, at.First);
        }

        foreach (var occupant in solved.Assignment.Occupants(offer))
        {
            for (var arc = start[occupant]; arc < start[occupant + 1] && at.Far + slacks.Lost[arc] <= answer.Far; arc++)
            {
                ref readonly var other = ref seenBack[slacks.Offer[arc]];
                if (other.Search == search)
                {
                    Answer(at.Far + slacks.Lost[arc] + other.Far, at.First);
                }
            }

            Enqueue(new Step(occupant, start[occupant], at.Far, at.First));
        }
    }

    private void StepBack()
    {
        back.TryDequeue(out var step, out var far);
        EnqueueBack(step.Offer, step.At + 1);
        var offer = present[comers.Wish[step.At]];
        if (seenBack[offer].Search != search)
        {
            SettleBack(offer, far);
        }
    }

    private void SettleBack(int offer, long far)
    {
        seenBack[offer] = (search, far);
        if (seenAhead[offer].Search == search)
        {
            Answer(seenAhead[offer].Far + far, seenAhead[offer].First);
        }

        for (var at = comers.Start[offer]; at < comers.Start[offer + 1] && far + comers.Lost[at] <= answer.Far; at++)
        {
            ref readonly var other = ref seenAhead[present[comers.Wish[at]]];
            if (comers.Wish[at] == mover && IsElsewhere(offer))
            {
                Answer(far + comers.Lost[at], offer);
            }
            else if (other.Search == search)
            {
                Answer(other.Far + comers.Lost[at] + far, other.First);
            }
        }

        EnqueueBack(offer, comers.Start[offer]);
    }

    private void Enqueue(Step step)
    {
        var (arc, end) = (step.Arc, start[step.Wish + 1]);
        while (arc < end && (seenAhead[slacks.Offer[arc]].Search == search || cycles.Of[slacks.Offer[arc]] != cycle))
        {
            arc++;
        }

        if (arc < end)
        {
            ahead.Enqueue(step with { Arc = arc }, (step.Far + slacks.Lost[arc], step.First < 0 ? slacks.Offer[arc] : step.First));
        }
    }

    private void EnqueueBack(int offer, int at)
    {
        var end = comers.Start[offer + 1];
        while (at < end && (seenBack[present[comers.Wish[at]]].Search == search || cycles.Of[present[comers.Wish[at]]] != cycle))
        {
            at++;
        }

        if (at < end)
        {
            back.Enqueue((offer, at), seenBack[offer].Far + comers.Lost[at]);
        }
    }

    /// <summary>The next pair a wish would take, how far the wish is, and over which offer the path began; -1 at its beginning.</summary>
    private readonly record struct Step(int Wish, int Arc, long Far, int First);
}
