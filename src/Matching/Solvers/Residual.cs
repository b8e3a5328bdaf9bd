using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;

namespace Networks.Matching.Solvers;

/// <summary>
/// What could still move in an optimum: the questions "who would gain from one more place here", "what would it be worth", "who could
/// make room". Every answer is a shortest path over pairs whose cost at the optimal prices is never negative, so it equals a new solve.
/// </summary>
internal sealed class Residual
{
    private const long Unreached = long.MaxValue;
    private const int SearchesArcsMax = 50_000;

    private readonly SolvedProblem solved;
    private readonly Arcs arcs;
    private readonly int offers;
    private readonly int[] wishStart;
    private readonly int[] wishOf;
    private readonly ConcurrentDictionary<int, ImmutableArray<int>> comers = new();
    private readonly Lazy<Reaches> reaches;
    private readonly ConcurrentBag<Arrivals> idle = [];

    public Residual(SolvedProblem solved)
    {
        this.solved = solved;
        (arcs, offers) = (solved.Problem.Arcs, solved.Problem.Offers.Length);
        (wishStart, wishOf) = Reverse();
        reaches = new Lazy<Reaches>(() => new Reaches(solved));
        FirstPersonOf = FindFirstPersons();
        LeavingCost = FindLeavingCosts();
        CanMakeRoom = FindRoom();
    }

    /// <summary>The first wish in order that one more place at the offer would help; -1 for none.</summary>
    public int[] FirstPersonOf { get; }

    /// <summary>
    /// What the plan loses at least when everyone keeps helped and one place less is used somewhere, with the offer gaining one: price of
    /// the place given up plus what the moves on the way cost. The gain of one more place is the offer's price less this.
    /// </summary>
    public long[] LeavingCost { get; }

    /// <summary>True if a wish that has one of the offer's places could be moved on until somebody takes a free place.</summary>
    public bool[] CanMakeRoom { get; }

    /// <summary>The wishes that could have one of the offer's places.</summary>
    public ReadOnlySpan<int> WishesOf(int offer) => wishOf.AsSpan(wishStart[offer], wishStart[offer + 1] - wishStart[offer]);

    /// <summary>True for a wish that is put forward, has offers that fit, and is not helped.</summary>
    public bool IsLeftOut(int wish) => !solved.IsHelped(wish) && arcs.Start[wish + 1] > arcs.Start[wish];

    /// <summary>Change of total fit with one more place at each offer that <paramref name="wish"/> would win, by offer.</summary>
    public Dictionary<int, long> GainsOf(int wish)
    {
        var distance = new Dictionary<int, long>();
        var queue = new PriorityQueue<int, long>();
        for (var arc = arcs.Start[wish]; arc < arcs.Start[wish + 1]; arc++)
        {
            Improve(distance, queue, arcs.Offer[arc], solved.Price[arcs.Offer[arc]] - arcs.Fit[arc]);
        }

        var done = new HashSet<int>();
        while (queue.TryDequeue(out var offer, out var far))
        {
            if (done.Add(offer))
            {
                foreach (var occupant in solved.Assignment.Occupants(offer))
                {
                    RelaxAll(distance, queue, occupant, far);
                }
            }
        }

        return distance.ToDictionary(pair => pair.Key, pair => solved.Price[pair.Key] - pair.Value);
    }

    /// <summary>
    /// How many more people k more places at the offer would help, for k from 2 to <paramref name="placesMax"/>, cumulative.
    /// </summary>
    public int[] FurtherMatches(int offer, int placesMax)
    {
        var arrivals = Begin();
        var helped = 0;
        while (helped < placesMax && arrivals.BringIn(solved.Problem.Growing(offer, helped), firstInOrder: false) >= 0)
        {
            helped++;
        }

        idle.Add(arrivals);
        return [.. Enumerable.Range(2, placesMax - 1).Select(places => Math.Min(places, helped))];
    }

    /// <summary>
    /// The people left out whom 1, 2 ... more places at the offer would bring in, in that order, up to <see cref="ComersMax"/>. In a large
    /// round only the first is looked for, because each further one is a search through everybody.
    /// </summary>
    public ImmutableArray<int> ComersTo(int offer) => comers.GetOrAdd(offer, FindComers);

    /// <summary>Up to how many people <see cref="ComersTo"/> lists in this round.</summary>
    public int ComersMax => arcs.Offer.Length <= SearchesArcsMax ? 6 : 1;

    /// <summary>What moving others about could reach from one place at the offer.</summary>
    public Reach ReachOf(int offer) => reaches.Value.From(offer);

    /// <summary>What could be reached from any of these offers.</summary>
    public Reach ReachOf(IEnumerable<int> start)
    {
        var union = new Reach(new ulong[(offers + 63) / 64], false, -1);
        foreach (var offer in start)
        {
            union = union.Holds(offer) ? union : union.With(ReachOf(offer));
        }

        return union;
    }

    private Arrivals Begin()
    {
        var arrivals = idle.TryTake(out var used) ? used : new Arrivals(solved, this);
        arrivals.Restart();
        return arrivals;
    }

    private ImmutableArray<int> FindComers(int offer)
    {
        if (ComersMax == 1)
        {
            var first = FirstPersonOf[solved.Problem.Growing(offer)];
            return first < 0 ? [] : [first];
        }

        var found = new List<int>();
        var arrivals = Begin();
        while (found.Count < ComersMax
            && arrivals.BringIn(solved.Problem.Growing(offer, found.Count), firstInOrder: true) is >= 0 and var comer)
        {
            found.Add(comer);
        }

        idle.Add(arrivals);
        return [.. found];
    }

    // Wishes in order mark what they reach; what is marked has its first person already.
    private int[] FindFirstPersons()
    {
        var first = new int[offers];
        Array.Fill(first, -1);
        var open = new Stack<int>();
        for (var wish = 0; wish < solved.Problem.Wishes.Length; wish++)
        {
            if (!IsLeftOut(wish))
            {
                continue;
            }

            Mark(wish, wish);
            while (open.TryPop(out var offer))
            {
                foreach (var occupant in solved.Assignment.Occupants(offer))
                {
                    Mark(occupant, wish);
                }
            }
        }

        return first;

        void Mark(int from, int person)
        {
            foreach (var offer in arcs.OffersOf(from))
            {
                if (first[offer] < 0)
                {
                    first[offer] = person;
                    open.Push(offer);
                }
            }
        }
    }

    private long[] FindLeavingCosts()
    {
        var distance = new Dictionary<int, long>();
        var queue = new PriorityQueue<int, long>();
        for (var offer = 0; offer < offers; offer++)
        {
            if (solved.Assignment.Taken(offer) > 0)
            {
                Improve(distance, queue, offer, solved.Price[offer]);
            }
        }

        var done = new bool[offers];
        while (queue.TryDequeue(out var offer, out var far))
        {
            if (!done[offer])
            {
                done[offer] = true;
                foreach (var occupant in solved.Assignment.Occupants(offer))
                {
                    RelaxAll(distance, queue, occupant, far);
                }
            }
        }

        return [.. Enumerable.Range(0, offers).Select(offer => distance.GetValueOrDefault(offer, Unreached))];
    }

    private bool[] FindRoom()
    {
        var room = new bool[offers];
        var open = new Stack<int>();
        for (var offer = 0; offer < offers; offer++)
        {
            if (solved.Assignment.HasFree(offer))
            {
                room[offer] = true;
                open.Push(offer);
            }
        }

        while (open.TryPop(out var offer))
        {
            foreach (var wish in WishesOf(offer))
            {
                var present = solved.Assignment.OfferOf[wish];
                if (present >= 0 && !room[present])
                {
                    room[present] = true;
                    open.Push(present);
                }
            }
        }

        return room;
    }

    private void RelaxAll(Dictionary<int, long> distance, PriorityQueue<int, long> queue, int wish, long far)
    {
        for (var arc = arcs.Start[wish]; arc < arcs.Start[wish + 1]; arc++)
        {
            Improve(distance, queue, arcs.Offer[arc], far + solved.Value[wish] + solved.Price[arcs.Offer[arc]] - arcs.Fit[arc]);
        }
    }

    private static void Improve(Dictionary<int, long> distance, PriorityQueue<int, long> queue, int offer, long far)
    {
        if (far < distance.GetValueOrDefault(offer, Unreached))
        {
            distance[offer] = far;
            queue.Enqueue(offer, far);
        }
    }

    private (int[] Start, int[] Wishes) Reverse()
    {
        var start = new int[offers + 1];
        foreach (var offer in arcs.Offer)
        {
            start[offer + 1]++;
        }

        for (var offer = 0; offer < offers; offer++)
        {
            start[offer + 1] += start[offer];
        }

        var next = start[..^1].ToArray();
        var wishes = new int[arcs.Offer.Length];
        for (var wish = 0; wish < solved.Problem.Wishes.Length; wish++)
        {
            foreach (var offer in arcs.OffersOf(wish))
            {
                wishes[next[offer]++] = wish;
            }
        }

        return (start, wishes);
    }
}

/// <summary>The offers that moving others about could reach.</summary>
/// <param name="Bits">One bit for each offer.</param>
/// <param name="HasFree">True if one of them has a free place.</param>
/// <param name="LastRank">The last wish in order that has one of their places; -1 for none.</param>
internal sealed record Reach(ulong[] Bits, bool HasFree, int LastRank)
{
    /// <summary>True if the offer is among them.</summary>
    public bool Holds(int offer) => (Bits[offer / 64] & (1UL << (offer % 64))) != 0;

    /// <summary>Both together.</summary>
    public Reach With(Reach other)
    {
        ulong[] both = [.. Bits];
        other.AddTo(both);
        return new Reach(both, HasFree || other.HasFree, Math.Max(LastRank, other.LastRank));
    }

    /// <summary>Adds its offers to a set of as many.</summary>
    public void AddTo(ulong[] bits)
    {
        for (var at = 0; at < bits.Length; at++)
        {
            bits[at] |= Bits[at];
        }
    }

    /// <summary>The offers in their order.</summary>
    public IEnumerable<int> Offers()
    {
        for (var word = 0; word < Bits.Length; word++)
        {
            for (var left = Bits[word]; left != 0; left &= left - 1)
            {
                yield return (word * 64) + BitOperations.TrailingZeroCount(left);
            }
        }
    }
}
