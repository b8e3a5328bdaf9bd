using Networks.Matching.Solvers;

namespace Networks.Matching.Allocations;

/// <summary>
/// What one more place at each offer would change in the total fit, as if solved again, read off the optimum in one pass: a place that
/// helps somebody new helps whoever closed the offer, and the ways from her to all offers she closed stay among those; a place that helps
/// nobody new is worth its price less what the cheapest way to leave a place empty costs. Prices alone would not do: they are not unique.
/// </summary>
public sealed class PlaceGains
{
    private readonly AllocationProblem problem;
    private readonly Allocation allocation;
    private readonly Assignment seats;
    private readonly SearchSide side;

    private PlaceGains(AllocationProblem problem, Allocation allocation)
    {
        (this.problem, this.allocation) = (problem, allocation);
        side = new SearchSide(problem.Places.Length);
        seats = new Assignment(problem.People, problem.Usable);
        for (var person = 0; person < problem.People; person++)
        {
            if (allocation.OfferOf[person] is >= 0 and var offer)
            {
                seats.Give(person, offer);
            }
        }
    }

    /// <summary>The change for each offer; somebody new is helped by one more place exactly where the offer is closed.</summary>
    public static long[] Of(AllocationProblem problem, Allocation allocation)
    {
        var (search, gains) = (new PlaceGains(problem, allocation), new long[problem.Places.Length]);
        foreach (var newcomer in allocation.ClosedBy.Where(person => person >= 0).Distinct().Order())
        {
            // Counted from her best, so that no distance lies below 0.
            var best = search.BestLeft(newcomer);
            search.Reach(newcomer, best, newcomer);
            search.Spread(newcomer);
            foreach (var offer in search.side.Touched)
            {
                gains[offer] = allocation.Price[offer] - search.side.Distance(offer) + best;
            }

            search.side.Clear();
        }

        search.WithNobodyNew(gains);
        return gains;
    }

    private long BestLeft(int person)
    {
        var best = long.MinValue;
        for (var pair = problem.Start[person]; pair < problem.Start[person + 1]; pair++)
        {
            best = Math.Max(best, problem.Fit[pair] - allocation.Price[problem.Offer[pair]]);
        }

        return best;
    }

    private void WithNobodyNew(long[] gains)
    {
        for (var offer = 0; offer < gains.Length; offer++)
        {
            if (allocation.ClosedBy[offer] < 0 && seats.Taken(offer) > 0)
            {
                side.TryReach(offer, allocation.Price[offer], -1, -1);
            }
        }

        Spread(-1);
        foreach (var offer in side.Touched)
        {
            gains[offer] = seats.HasFree(offer) ? 0 : Math.Max(0, allocation.Price[offer] - side.Distance(offer));
        }
    }

    private void Spread(int closedBy)
    {
        while (side.Radius < SearchSide.Unreached)
        {
            if (side.TryPop(out var far, out var offer))
            {
                foreach (var occupant in seats.Occupants(offer))
                {
                    Reach(occupant, far + allocation.Value[occupant], closedBy);
                }
            }
        }
    }

    private void Reach(int person, long past, int closedBy)
    {
        for (var pair = problem.Start[person]; pair < problem.Start[person + 1]; pair++)
        {
            var offer = problem.Offer[pair];
            if (allocation.ClosedBy[offer] == closedBy)
            {
                side.TryReach(offer, past + allocation.Price[offer] - problem.Fit[pair], person, -1);
            }
        }
    }
}
