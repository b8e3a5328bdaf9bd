namespace Networks.Matching.Allocations;

/// <summary>
/// Sees to it that a place that stays free costs nothing: either its price goes down, or somebody comes who leaves one behind that costs
/// less with what her way loses, and so on. Searched backwards, from the free place to whoever could come.
/// </summary>
internal sealed class FreePlaces
{
    private readonly Standing standing;
    private readonly long[] price;
    private readonly SearchSide side;
    private NearPairs near;
    private long shortest;
    private int end;

    // No way from a free place is longer than its price.
    private FreePlaces(Standing standing, long dearest)
    {
        (this.standing, price, side) = (standing, standing.Price, new SearchSide(standing.Price.Length));
        near = new NearPairs(standing, dearest + (Math.Max(4, standing.Problem.FitSpread / 64) << standing.Shift));
    }

    /// <summary>Lowers the price of every free place to 0.</summary>
    public static void Lower(Standing standing, CancellationToken cancellationToken)
    {
        var price = standing.Price;
        int[] dear = [.. Enumerable.Range(0, price.Length).Where(offer => price[offer] > 0 && standing.Seats.HasFree(offer))];
        if (dear.Length == 0)
        {
            return;
        }

        var places = new FreePlaces(standing, dear.Max(offer => price[offer]));
        foreach (var offer in dear)
        {
            while (price[offer] > 0 && standing.Seats.HasFree(offer))
            {
                cancellationToken.ThrowIfCancellationRequested();
                places.Lower(offer);
            }
        }
    }

    private void Lower(int free)
    {
        while (!TrySearch(free))
        {
            near = new NearPairs(standing, Math.Min(SearchSide.Unreached, 4 * near.Reach));
        }

        foreach (var offer in side.Touched)
        {
            price[offer] -= Math.Max(0, shortest - side.Distance(offer));
        }

        var path = new List<(int Person, int Offer)>();
        for (var offer = end; offer != free; offer = side.Towards(offer))
        {
            path.Add((side.Via(offer), side.Towards(offer)));
        }

        standing.Move(path);
        foreach (var (mover, _) in path)
        {
            near.Moved(mover);
        }
    }

    // False if a pair that is not listed might have shortened the way: such a pair leads to an offer looked at, and loses too little.
    private bool TrySearch(int free)
    {
        side.Clear();
        side.TryReach(free, 0, -1, -1);
        (shortest, end) = (price[free], free);
        var trusted = SearchSide.Unreached;
        while (side.Radius < shortest)
        {
            if (!side.TryPop(out var far, out var offer))
            {
                continue;
            }

            trusted = Math.Min(trusted, far + near.SafeTo(offer));
            foreach (ref readonly var pair in near.To(offer))
            {
                var through = far + pair.Gap - price[pair.Present] + price[offer];
                if (through < shortest && side.TryReach(pair.Present, through, pair.Person, offer)
                    && through + price[pair.Present] < shortest)
                {
                    (shortest, end) = (through + price[pair.Present], pair.Present);
                }
            }
        }

        return shortest <= trusted;
    }
}
