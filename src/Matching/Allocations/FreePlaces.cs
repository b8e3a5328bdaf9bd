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
    private readonly Comers comers;

    private FreePlaces(Standing standing, long dearest)
    {
        (this.standing, price, side) = (standing, standing.Price, new SearchSide(standing.Price.Length));
        // Prices only go down from here, each by what it is at most, and no way longer than the dearest free place's price is of use.
        comers = Comers.Of(standing.Problem, standing.Seats, person => (standing.LeftOf(person) - dearest) >> standing.Shift);
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
        side.Clear();
        side.TryReach(free, 0, -1, -1);
        var (shortest, end) = (price[free], free);
        while (side.Radius < shortest)
        {
            if (!side.TryPop(out var far, out var offer))
            {
                continue;
            }

            foreach (var (person, pair) in comers.To(offer))
            {
                var present = standing.Seats.OfferOf[person];
                var through = far + standing.LeftOf(person) - standing.WorthOf(person, pair) + price[offer];
                if (through < shortest && side.TryReach(present, through, person, offer) && through + price[present] < shortest)
                {
                    (shortest, end) = (through + price[present], present);
                }
            }
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
    }
}
