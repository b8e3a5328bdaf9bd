using Networks.Matching.Allocations;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;

namespace Networks.Simulation.Communities;

/// <summary>
/// A matching round inside a run: the order of the live rounds (band, waiting since, lottery) and their solver, or a fast rule by turns.
/// </summary>
internal sealed class RoundInside(FitTable fits, OfferStands offers, WishSlots wishes)
{
    private readonly List<int> _offer = [];
    private readonly List<int> _fit = [];
    private readonly List<int> _start = [];
    private readonly List<int> _asked = [];
    private readonly int[] _partOf = new int[fits.Offers.Length];

    /// <summary>
    /// The offer of each of those in <paramref name="waiting"/> who is given one, in their order; sorts <paramref name="waiting"/> by rank.
    /// </summary>
    public IEnumerable<(int Slot, int Offer)> Decide(
        List<int> waiting, long now, RoundMethod method, PriorityOrder rule, CancellationToken cancellationToken)
    {
        waiting.Sort((one, other) => Compare(one, other, rule));
        return method == RoundMethod.Exact ? Exact(waiting, now, cancellationToken) : ByTurns(waiting, now);
    }

    private List<(int, int)> Exact(List<int> waiting, long now, CancellationToken cancellationToken)
    {
        // Only places that are free, and only wishes that one of them is for: that is all that can change hands.
        (int[] freeOffers, int[] places) = FreeOffers();
        _offer.Clear();
        _fit.Clear();
        _start.Clear();
        _asked.Clear();
        foreach (var slot in waiting)
        {
            var before = _offer.Count;
            if (wishes.NotBefore[slot] <= now)
            {
                AddPairs(wishes.Row[slot]);
            }

            if (_offer.Count > before)
            {
                _asked.Add(slot);
                _start.Add(before);
            }
        }

        if (_asked.Count == 0)
        {
            return [];
        }

        _start.Add(_offer.Count);
        var problem = new AllocationProblem([.. _start], [.. _offer], [.. _fit], places);
        var answer = AllocationSolver.Solve(problem, threadsMax: 1, cancellationToken: cancellationToken);
        var given = new List<(int, int)>(answer.Helped);
        for (var at = 0; at < _asked.Count; at++)
        {
            if (answer.OfferOf[at] >= 0)
            {
                given.Add((_asked[at], freeOffers[answer.OfferOf[at]]));
            }
        }

        return given;
    }

    private (int[] Offers, int[] Places) FreeOffers()
    {
        var (free, places) = (new List<int>(), new List<int>());
        for (var offer = 0; offer < _partOf.Length; offer++)
        {
            _partOf[offer] = -1;
            if (offers.Free(offer) is var count && count > 0)
            {
                _partOf[offer] = free.Count;
                free.Add(offer);
                places.Add(count);
            }
        }

        return ([.. free], [.. places]);
    }

    private void AddPairs(int row)
    {
        var hers = fits.OffersOf(row);
        var fit = fits.FitsOf(row);
        for (var at = 0; at < hers.Length; at++)
        {
            if (_partOf[hers[at]] >= 0)
            {
                _offer.Add(_partOf[hers[at]]);
                _fit.Add(fit[at]);
            }
        }
    }

    // Whoever ranks first takes the place that fits her best; of equals the first offer. Each is given before the next turn.
    private IEnumerable<(int, int)> ByTurns(List<int> waiting, long now)
    {
        foreach (var slot in waiting)
        {
            if (wishes.NotBefore[slot] <= now && BestFree(wishes.Row[slot]) is var best && best >= 0)
            {
                yield return (slot, best);
            }
        }
    }

    private int BestFree(int row)
    {
        var (best, bestFit) = (-1, -1);
        var hers = fits.OffersOf(row);
        var fit = fits.FitsOf(row);
        for (var at = 0; at < hers.Length; at++)
        {
            if (fit[at] > bestFit && offers.Free(hers[at]) > 0)
            {
                (best, bestFit) = (hers[at], fit[at]);
            }
        }

        return best;
    }

    private int Compare(int one, int other, PriorityOrder rule)
    {
        var order = rule == PriorityOrder.Bands ? fits.Rows[wishes.Row[one]].Band.CompareTo(fits.Rows[wishes.Row[other]].Band) : 0;
        order = order != 0 ? order : Day(wishes.Since[one]).CompareTo(Day(wishes.Since[other]));
        order = order != 0 ? order : wishes.Draw[one].CompareTo(wishes.Draw[other]);
        order = order != 0 ? order : (wishes.Lane[one], wishes.Number[one]).CompareTo((wishes.Lane[other], wishes.Number[other]));
        return order != 0 ? order : fits.Rows[wishes.Row[one]].Class.CompareTo(fits.Rows[wishes.Row[other]].Class);
    }

    // Rounds know the day since when somebody waits, not the hour.
    private static long Day(long ticks) => (long)Math.Floor((double)ticks / Ticks.PerDay);
}
