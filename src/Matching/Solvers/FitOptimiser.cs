namespace Networks.Matching.Solvers;

/// <summary>
/// The largest total fit for wishes that must all be helped, by the primal-dual method: in each phase shortest distances from every
/// unplaced wish raise prices until somebody can be placed without loss, then as many as possible are placed along pairs that lose nothing.
/// Integers end to end; the prices left over are the proof. Cost: phases times pairs, and phases stay in the hundreds because fits do.
/// </summary>
internal sealed class FitOptimiser
{
    private const int Unreached = int.MaxValue;

    private readonly Arcs arcs;
    private readonly int[] helped;
    private readonly int[] distance;
    private readonly int[] seen;
    private readonly int[] pathOffer;
    private readonly int[] pathWish;
    private readonly int[] nextArc;
    private readonly List<int> touched = [];
    private readonly List<List<int>> buckets = [];
    private int pass;

    private FitOptimiser(CompiledProblem problem, int[] helped)
    {
        arcs = problem.Arcs;
        this.helped = helped;
        var (wishes, offers) = (problem.Wishes.Length, problem.Offers.Length);
        Assignment = new Assignment(wishes, problem.Places);
        (Value, Price, distance, seen, nextArc) = (new long[wishes], new long[offers], new int[offers], new int[offers], new int[wishes]);
        (pathOffer, pathWish) = (new int[offers + 1], new int[offers + 1]);
        Array.Fill(distance, Unreached);
        foreach (var wish in helped)
        {
            Value[wish] = arcs.Fit[arcs.Start[wish]..arcs.Start[wish + 1]].Max();
        }
    }

    /// <summary>Who has which place in one optimum.</summary>
    public Assignment Assignment { get; }

    /// <summary>What each helped wish is worth; with the price of any offer never less than the fit of the pair.</summary>
    public long[] Value { get; }

    /// <summary>What one place of each offer is worth; 0 where one is free.</summary>
    public long[] Price { get; }

    /// <summary>Places every wish of <paramref name="helped"/>, which must be possible.</summary>
    public static FitOptimiser Find(CompiledProblem problem, int[] helped, Action<int> placed, CancellationToken cancellationToken)
    {
        var optimiser = new FitOptimiser(problem, helped);
        var waiting = new List<int>(helped);
        while (waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            optimiser.PlaceTight(waiting);
            placed(helped.Length - waiting.Count);
            if (waiting.Count > 0)
            {
                optimiser.RaisePrices(waiting);
            }
        }

        return optimiser;
    }

    private bool IsTight(int wish, int arc) => Value[wish] + Price[arcs.Offer[arc]] == arcs.Fit[arc];

    private void PlaceTight(List<int> waiting)
    {
        pass++;
        waiting.RemoveAll(TryPlace);
    }

    // Depth first along tight pairs. An offer seen in vain stays seen for the pass; those of a path that succeeded may serve again.
    private bool TryPlace(int wish)
    {
        var depth = 0;
        pathWish[0] = wish;
        nextArc[wish] = arcs.Start[wish];
        while (depth >= 0)
        {
            var at = pathWish[depth];
            var arc = NextTight(at);
            if (arc < 0)
            {
                depth = StepBack(depth);
                continue;
            }

            var offer = arcs.Offer[arc];
            pathOffer[depth] = offer;
            if (Assignment.HasFree(offer))
            {
                Shift(depth);
                return true;
            }

            seen[offer] = pass;
            Enter(ref depth, offer, 0);
        }

        return false;
    }

    private readonly Dictionary<int, int> occupantAt = [];

    private void Enter(ref int depth, int offer, int from)
    {
        var occupants = Assignment.Occupants(offer);
        if (from < occupants.Length)
        {
            occupantAt[offer] = from;
            pathWish[++depth] = occupants[from];
            nextArc[occupants[from]] = arcs.Start[occupants[from]];
        }
    }

    private int StepBack(int depth)
    {
        if (depth == 0)
        {
            return -1;
        }

        var offer = pathOffer[depth - 1];
        depth--;
        Enter(ref depth, offer, occupantAt[offer] + 1);
        return depth;
    }

    private int NextTight(int wish)
    {
        for (var arc = nextArc[wish]; arc < arcs.Start[wish + 1]; arc++)
        {
            if (seen[arcs.Offer[arc]] != pass && IsTight(wish, arc))
            {
                nextArc[wish] = arc + 1;
                return arc;
            }
        }

        nextArc[wish] = arcs.Start[wish + 1];
        return -1;
    }

    private void Shift(int depth)
    {
        for (var at = depth; at >= 0; at--)
        {
            if (at > 0)
            {
                Assignment.Free(pathWish[at]);
                seen[pathOffer[at - 1]] = 0;
            }

            Assignment.Give(pathWish[at], pathOffer[at]);
        }
    }

    // Shortest distances from all waiting wishes at once, in buckets of equal distance, up to the nearest free place.
    private void RaisePrices(List<int> waiting)
    {
        var nearest = Unreached;
        foreach (var wish in waiting)
        {
            Relax(wish, 0, ref nearest);
        }

        for (var far = 0; far < buckets.Count && far < nearest; far++)
        {
            for (var at = 0; at < buckets[far].Count; at++)
            {
                var offer = buckets[far][at];
                if (distance[offer] == far && seen[offer] != -pass)
                {
                    seen[offer] = -pass;
                    foreach (var occupant in Assignment.Occupants(offer))
                    {
                        Relax(occupant, far, ref nearest);
                    }
                }
            }
        }

        Apply(waiting, nearest);
    }

    private void Relax(int wish, int far, ref int nearest)
    {
        for (var arc = arcs.Start[wish]; arc < arcs.Start[wish + 1]; arc++)
        {
            var offer = arcs.Offer[arc];
            var through = far + (int)(Value[wish] + Price[offer] - arcs.Fit[arc]);
            if (through >= distance[offer] || through >= nearest)
            {
                continue;
            }

            if (distance[offer] == Unreached)
            {
                touched.Add(offer);
            }

            distance[offer] = through;
            if (Assignment.HasFree(offer))
            {
                nearest = through;
                continue;
            }

            while (buckets.Count <= through)
            {
                buckets.Add([]);
            }

            buckets[through].Add(offer);
        }
    }

    private void Apply(List<int> waiting, int nearest)
    {
        if (nearest == Unreached)
        {
            throw new InvalidOperationException("A wish that coverage helped cannot be placed: the two phases disagree.");
        }

        foreach (var wish in waiting)
        {
            Value[wish] -= nearest;
        }

        foreach (var offer in touched)
        {
            var rise = nearest - distance[offer];
            if (rise > 0)
            {
                Price[offer] += rise;
                foreach (var occupant in Assignment.Occupants(offer))
                {
                    Value[occupant] -= rise;
                }
            }

            distance[offer] = Unreached;
        }

        touched.Clear();
        foreach (var bucket in buckets)
        {
            bucket.Clear();
        }
    }
}
