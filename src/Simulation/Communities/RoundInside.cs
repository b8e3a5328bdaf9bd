using Networks.Matching.Allocations;
using Networks.Matching.Fairness;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;

namespace Networks.Simulation.Communities;

/// <summary>
/// A matching round inside a run: the order of the live rounds (band, waiting since, lottery) and their solver, or a fast rule by turns.
/// Both keep what is kept for a ward or a band, and give nobody who needs fetching a place without a seat.
/// </summary>
internal sealed class RoundInside(FitTable fits, OfferStands offers, WishSlots wishes, IEnumerable<PlannedBound> bounds)
{
    private const int None = -1;

    private readonly List<int> _offer = [];
    private readonly List<int> _fit = [];
    private readonly List<int> _start = [];
    private readonly List<int> _asked = [];
    private readonly List<int> _free = [];
    private readonly List<int> _places = [];

    // Where a group can fetch only some, its places are two parts, as in the live rounds: those with a seat, which anybody may have, and
    // the others.
    private readonly int[] _partOf = new int[fits.Offers.Length];
    private readonly int[] _withoutSeat = new int[fits.Offers.Length];

    /// <summary>Which offers can be for whom now.</summary>
    public FitTable Fits { get; set; } = fits;

    /// <summary>What is kept for whom.</summary>
    public RoundQuotas Quotas { get; } = new(bounds);

    /// <summary>
    /// The offer of each of those in <paramref name="waiting"/> who is given one; sorts <paramref name="waiting"/> by rank.
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
        FindFree();
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
        var problem = new AllocationProblem([.. _start], [.. _offer], [.. _fit], [.. _places]);
        var answer = Solve(problem, cancellationToken);
        return Given(Quotas.AreNone ? answer : Kept(problem, answer, cancellationToken));
    }

    private Allocation Kept(AllocationProblem problem, Allocation answer, CancellationToken cancellationToken)
    {
        int[] groupOf = [.. _asked.Select(GroupOf)];
        var (least, most) = (Quotas.Least(answer.Helped), Quotas.Most());
        return AreKept(answer, groupOf, least, most) ? answer
            : Solve(Only(problem, GuaranteedCover.Helped(problem, groupOf, least, most, cancellationToken)), cancellationToken);
    }

    private static Allocation Solve(AllocationProblem problem, CancellationToken cancellationToken) =>
        AllocationSolver.Solve(problem, threadsMax: 1, cancellationToken: cancellationToken);

    private List<(int, int)> Given(Allocation answer)
    {
        var given = new List<(int, int)>(answer.Helped);
        for (var at = 0; at < _asked.Count; at++)
        {
            if (answer.OfferOf[at] >= 0)
            {
                given.Add((_asked[at], _free[answer.OfferOf[at]]));
                Quotas.Give(GroupOf(_asked[at]));
            }
        }

        return given;
    }

    private int GroupOf(int slot) => Quotas.GroupOf(Fits.Rows[wishes.Row[slot]]);

    private static bool AreKept(Allocation answer, int[] groupOf, int[] least, int[] most)
    {
        var counts = new int[least.Length];
        for (var at = 0; at < groupOf.Length; at++)
        {
            counts[groupOf[at]] += answer.OfferOf[at] >= 0 ? 1 : 0;
        }

        return Enumerable.Range(0, counts.Length).All(group => counts[group] >= least[group] && counts[group] <= most[group]);
    }

    // Nobody but those helped has a pair, so that nobody else can be given a place.
    private static AllocationProblem Only(AllocationProblem problem, bool[] helped)
    {
        var (start, offer, fit) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var person = 0; person < problem.People; person++)
        {
            for (var pair = problem.Start[person]; helped[person] && pair < problem.Start[person + 1]; pair++)
            {
                offer.Add(problem.Offer[pair]);
                fit.Add(problem.Fit[pair]);
            }

            start.Add(offer.Count);
        }

        return new AllocationProblem([.. start], [.. offer], [.. fit], problem.Places);
    }

    private void FindFree()
    {
        _free.Clear();
        _places.Clear();
        for (var offer = 0; offer < _partOf.Length; offer++)
        {
            (_partOf[offer], _withoutSeat[offer]) = (None, None);
            var free = offers.Free(offer);
            var seated = Math.Min(free, offers.FreeSeats(offer, Fits.Offers[offer].TransportSeats));
            _partOf[offer] = seated > 0 ? Part(offer, seated) : None;
            _withoutSeat[offer] = free > seated ? Part(offer, free - seated) : None;
        }
    }

    private int Part(int offer, int places)
    {
        _free.Add(offer);
        _places.Add(places);
        return _free.Count - 1;
    }

    private void AddPairs(int row)
    {
        var hers = Fits.OffersOf(row);
        var fit = Fits.FitsOf(row);
        var needsSeat = Fits.Rows[row].NeedsSeat;
        for (var at = 0; at < hers.Length; at++)
        {
            AddPair(_partOf[hers[at]], fit[at]);
            AddPair(needsSeat ? None : _withoutSeat[hers[at]], fit[at]);
        }
    }

    private void AddPair(int part, int fit)
    {
        if (part >= 0)
        {
            _offer.Add(part);
            _fit.Add(fit);
        }
    }

    // Whoever ranks first takes the place that fits her best; of equals the first offer. Each is given before the next turn. Those for whom
    // places are kept come first, as many of them as are kept.
    private IEnumerable<(int, int)> ByTurns(List<int> waiting, long now)
    {
        var left = Quotas.Most();
        if (!Quotas.AreNone)
        {
            var free = Enumerable.Range(0, _partOf.Length).Sum(offer => (long)offers.Free(offer));
            var least = Quotas.Least((int)Math.Min(waiting.Count, free));
            foreach (var slot in waiting.Where(slot => least[GroupOf(slot)] > 0))
            {
                if (least[GroupOf(slot)] > 0 && Takes(slot, now, left) is var best && best >= 0)
                {
                    least[GroupOf(slot)]--;
                    yield return (slot, best);
                }
            }
        }

        foreach (var slot in waiting)
        {
            if (wishes.Offer[slot] < 0 && Takes(slot, now, left) is var best && best >= 0)
            {
                yield return (slot, best);
            }
        }
    }

    private int Takes(int slot, long now, int[] left)
    {
        var group = GroupOf(slot);
        var best = wishes.NotBefore[slot] <= now && left[group] > 0 ? BestFree(wishes.Row[slot]) : None;
        if (best >= 0)
        {
            left[group]--;
            Quotas.Give(group);
        }

        return best;
    }

    private int BestFree(int row)
    {
        var (best, bestFit) = (None, -1);
        var hers = Fits.OffersOf(row);
        var fit = Fits.FitsOf(row);
        for (var at = 0; at < hers.Length; at++)
        {
            if (fit[at] > bestFit && offers.Free(hers[at]) > 0
                && (!Fits.Rows[row].NeedsSeat || offers.FreeSeats(hers[at], Fits.Offers[hers[at]].TransportSeats) > 0))
            {
                (best, bestFit) = (hers[at], fit[at]);
            }
        }

        return best;
    }

    private int Compare(int one, int other, PriorityOrder rule)
    {
        var order = rule == PriorityOrder.Bands ? Fits.Rows[wishes.Row[one]].Band.CompareTo(Fits.Rows[wishes.Row[other]].Band) : 0;
        order = order != 0 ? order : Day(wishes.Since[one]).CompareTo(Day(wishes.Since[other]));
        order = order != 0 ? order : wishes.Draw[one].CompareTo(wishes.Draw[other]);
        order = order != 0 ? order : (wishes.Lane[one], wishes.Number[one]).CompareTo((wishes.Lane[other], wishes.Number[other]));
        return order != 0 ? order : Fits.Rows[wishes.Row[one]].Class.CompareTo(Fits.Rows[wishes.Row[other]].Class);
    }

    // Rounds know the day since when somebody waits, not the hour.
    private static long Day(long ticks) => (long)Math.Floor((double)ticks / Ticks.PerDay);
}
