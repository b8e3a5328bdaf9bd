namespace Networks.Matching.Allocations;

/// <summary>
/// Places people one after another, each by the shortest path from her to a free place, at exact prices. Where free places are few it is
/// searched from both ends, always on the side that has seen less: in a tight allocation most offers can be exchanged for next to nothing,
/// so a search from one end alone would walk through all of them. Prices near her rise, those near the free place fall.
/// </summary>
internal sealed class PlaceSearch
{
    private const int FewFree = 512;

    private readonly Standing standing;
    private readonly AllocationProblem problem;
    private readonly long[] price;
    private readonly SearchSide ahead;
    private readonly SearchSide back;
    private readonly SortedSet<int> free;
    private readonly int[] closedBy;
    private readonly bool fewFree;
    private NearPairs? near;
    private bool bothEnds;
    private long shortest;
    private int meeting;

    // No place may come to cost less than nothing, so the side of the free places goes only so far.
    private long backMost;

    // A way through a pair that is not listed is at least as long, if somebody looked at ahead has that pair, and if an offer looked at
    // from the free places has it.
    private long trustAhead;
    private long trustBack;

    public PlaceSearch(Standing standing, int[] closedBy)
    {
        (this.standing, this.closedBy, problem, price) = (standing, closedBy, standing.Problem, standing.Price);
        (ahead, back) = (new SearchSide(price.Length), new SearchSide(price.Length));
        free = [.. Enumerable.Range(0, price.Length).Where(standing.Seats.HasFree)];
        fewFree = free.Count <= FewFree;
        if (!fewFree)
        {
            // Places that stay free are many and near; those that will all be taken are few.
            free.RemoveWhere(offer => closedBy[offer] < 0);
        }
    }

    /// <summary>Gives a place to somebody who has none.</summary>
    public void Help(int person)
    {
        while (!TrySearch(person))
        {
            if (near is null || !bothEnds || near.Reach >= SearchSide.Unreached)
            {
                throw new InvalidOperationException("A person whom coverage helped cannot be placed: the two phases disagree.");
            }

            near = new NearPairs(standing, near.Safe > near.Reach / 2 ? Math.Min(SearchSide.Unreached, 2 * near.Reach) : near.Reach);
        }

        var path = Path(person);
        var radius = Math.Min(ahead.Radius, shortest);
        Reprice(ahead, radius, 1);
        Reprice(back, shortest - radius, -1);
        standing.Move(path);
        foreach (var (mover, _) in path)
        {
            near?.Moved(mover);
        }

        if (!standing.Seats.HasFree(path[^1].Offer))
        {
            free.Remove(path[^1].Offer);
        }
    }

    // False if a pair that is not listed might have shortened the way.
    private bool TrySearch(int person)
    {
        (shortest, meeting, backMost) = (SearchSide.Unreached, -1, 0);
        (trustAhead, trustBack) = (SearchSide.Unreached, SearchSide.Unreached);
        ahead.Clear();
        back.Clear();
        bothEnds = fewFree || IsEnclosed(person);
        if (bothEnds)
        {
            near ??= new NearPairs(standing, Math.Max(4, problem.FitSpread / 8) << standing.Shift);
            backMost = SearchSide.Unreached;
            foreach (var offer in free)
            {
                ReachBack(offer, 0, -1, -1);
            }
        }

        ReachAll(person, standing.BestLeft(person));

        while (ahead.Radius is var radius && radius + BackRadius < shortest)
        {
            if (Math.Min(trustAhead, radius + trustBack) <= radius + BackRadius)
            {
                return false;
            }

            if (back.Popped < ahead.Popped && back.Radius < backMost)
            {
                StepBack();
            }
            else
            {
                StepAhead();
            }
        }

        return meeting >= 0 && shortest <= Math.Min(trustAhead, ahead.Radius + trustBack);
    }

    // True if all offers she could have are full in the end, so that she finds none that stays free.
    private bool IsEnclosed(int person)
    {
        var isEnclosed = true;
        for (var pair = problem.Start[person]; pair < problem.Start[person + 1]; pair++)
        {
            isEnclosed &= closedBy[problem.Offer[pair]] >= 0;
        }

        return isEnclosed;
    }

    private long BackRadius => Math.Min(back.Radius, backMost);

    private void StepAhead()
    {
        if (!ahead.TryPop(out var far, out var offer))
        {
            return;
        }

        foreach (var occupant in standing.Seats.Occupants(offer))
        {
            if (!bothEnds)
            {
                ReachAll(occupant, far + standing.LeftOf(occupant));
                continue;
            }

            ref readonly var row = ref near!.RowOf(occupant);
            var left = row.Worth - price[offer];
            trustAhead = Math.Min(trustAhead, far + near.SafeFrom(row, left));
            foreach (ref readonly var pair in near.Of(row))
            {
                ReachAhead(pair.Offer, far + left - pair.Worth + price[pair.Offer], occupant);
            }
        }
    }

    private void StepBack()
    {
        if (!back.TryPop(out var far, out var offer))
        {
            return;
        }

        var past = far + price[offer];
        trustBack = Math.Min(trustBack, far + near!.SafeTo(offer));
        foreach (ref readonly var pair in near.To(offer))
        {
            if (pair.Present >= 0)
            {
                ReachBack(pair.Present, past + pair.Gap - price[pair.Present], pair.Person, offer);
            }
        }
    }

    private void ReachAll(int person, long past)
    {
        for (var pair = problem.Start[person]; pair < problem.Start[person + 1]; pair++)
        {
            ReachAhead(problem.Offer[pair], past - standing.WorthOf(person, pair) + price[problem.Offer[pair]], person);
        }
    }

    private void ReachAhead(int offer, long far, int person)
    {
        if (far < shortest && ahead.TryReach(offer, far, person, -1))
        {
            Meet(offer, far + (standing.Seats.HasFree(offer) ? 0 : back.Distance(offer)));
        }
    }

    private void ReachBack(int offer, long far, int person, int towards)
    {
        if (far < shortest && back.TryReach(offer, far, person, towards))
        {
            backMost = Math.Min(backMost, far + price[offer]);
            Meet(offer, far + ahead.Distance(offer));
        }
    }

    private void Meet(int offer, long far) => (shortest, meeting) = far < shortest ? (far, offer) : (shortest, meeting);

    private void Reprice(SearchSide side, long radius, int sign)
    {
        foreach (var offer in side.Touched)
        {
            if (side.Distance(offer) < radius)
            {
                price[offer] += sign * (radius - side.Distance(offer));
                near?.Note(offer);
            }
        }
    }

    // Who goes where, from her to the free place; where the two sides pass the same offer, what lies between is left out.
    private List<(int Person, int Offer)> Path(int person)
    {
        var path = new List<(int Person, int Offer)>();
        for (var offer = meeting; ; offer = standing.Seats.OfferOf[ahead.Via(offer)])
        {
            path.Add((ahead.Via(offer), offer));
            if (ahead.Via(offer) == person)
            {
                break;
            }
        }

        path.Reverse();
        for (var offer = meeting; !standing.Seats.HasFree(offer); offer = back.Towards(offer))
        {
            path.Add((back.Via(offer), back.Towards(offer)));
        }

        for (var at = 0; at < path.Count; at++)
        {
            var again = path.FindLastIndex(step => step.Offer == path[at].Offer);
            path.RemoveRange(at + 1, again - at);
        }

        return path;
    }
}
