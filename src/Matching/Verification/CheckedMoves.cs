namespace Networks.Matching.Verification;

/// <summary>
/// A proved plan as a net of moves: whoever is at one bench could be at another that also fits her, and loses by it what the proof says.
/// Read off the proof once; it answers where a place more or less at a bench would be felt. Pins move nobody.
/// </summary>
internal sealed class CheckedMoves
{
    private readonly CheckedRound round;
    private readonly int?[] given;
    private readonly bool[] pinned;
    private readonly long[] price;
    private readonly long[] value;
    private readonly int[][] occupants;
    private readonly List<int>[] takers;
    private readonly bool[] isFree;
    private readonly int[] firstPerson;
    private readonly long[] leaving;

    public CheckedMoves(CheckedRound round, int?[] given, bool[] pinned, int?[] places, int[] taken, long[] price, long[] value)
    {
        (this.round, this.given, this.pinned, this.price, this.value) = (round, given, pinned, price, value);
        isFree = [.. taken.Select((count, bench) => !(count >= places[bench]))];
        var at = Enumerable.Range(0, given.Length).Where(rank => Moves(rank)).ToLookup(rank => given[rank]!.Value);
        occupants = [.. Enumerable.Range(0, price.Length).Select(bench => at[bench].ToArray())];
        takers = Takers();
        (firstPerson, HasRoom, leaving) = (FindFirstPersons(), FindRoom(), FindLeaving());
        RingOf = Rings.Of(Benches, [.. AllMoves()]);
    }

    /// <summary>How many benches there are.</summary>
    public int Benches => price.Length;

    /// <summary>For each bench whether whoever is there could be moved on with everybody still helped.</summary>
    public bool[] HasRoom { get; }

    /// <summary>For each bench the ring it is in: benches of one ring can all be reached from each other by moves.</summary>
    public int[] RingOf { get; }

    /// <summary>Wishes at a bench, but for pins.</summary>
    public int[] At(int bench) => occupants[bench];

    /// <summary>Wishes, waiting or elsewhere, that a place at the bench would fit, in order.</summary>
    public List<int> TakersOf(int bench) => takers[bench];

    public (int Bench, int Fit)[] OptionsOf(int rank) => round.Options[rank];

    /// <summary>The bench of a wish that could be moved; -1 if it waits or a pin holds it.</summary>
    public int BenchOf(int rank) => Moves(rank) ? given[rank]!.Value : -1;

    /// <summary>True if the wish waits.</summary>
    public bool Waits(int rank) => given[rank] is null;

    /// <summary>True if a place there is left.</summary>
    public bool IsFree(int bench) => isFree[bench];

    /// <summary>What a place is worth at a bench, or would be at one that there is not yet.</summary>
    public long PriceAt(int bench) => price[Known(bench)];

    /// <summary>How well a place at the bench fits a taker.</summary>
    public int FitAt(int taker, int bench) => Array.Find(round.Options[taker], option => option.Bench == Known(bench)).Fit;

    /// <summary>
    /// What the plan as a whole would lose if somebody helped had a place at the bench instead of hers, were there one: never below 0.
    /// </summary>
    public long LostAt(int rank, int bench, int fit) => value[rank] + PriceAt(bench) - fit;

    /// <summary>The wish first in order that one more place at the bench would help; -1 if none.</summary>
    public int FirstPersonOf(int bench) => Known(bench) == bench ? firstPerson[bench] : takers[bench]
        .Select(taker => Waits(taker) ? taker : firstPerson[given[taker]!.Value]).Where(rank => rank >= 0).DefaultIfEmpty(-1).Min();

    /// <summary>The least the plan would lose if a place at the bench were left, filled again as can be, without anybody new.</summary>
    public long LeavingOf(int bench) => Known(bench) == bench ? leaving[bench] : takers[bench].Where(taker => !Waits(taker))
        .Select(taker => leaving[given[taker]!.Value] + LostAt(taker, bench, FitAt(taker, bench))).Append(PriceAt(bench)).Min();

    /// <summary>The bench that <paramref name="already"/> + 1 more places add to: seats only while there are more of them.</summary>
    public int Growing(int offer, int already) => SeatsLeft(offer) is { } seats && seats <= PlacesLeft(offer) + already
        ? (2 * offer) + 1 : 2 * offer;

    /// <summary>The bench that one place fewer is taken from: seats only when there is no other.</summary>
    public int Shrinking(int offer) => SeatsLeft(offer) is { } seats && seats < PlacesLeft(offer) ? (2 * offer) + 1 : 2 * offer;

    // Where there are as many seats as places, one place more would be without: a bench that there is not yet, worth what the seats are.
    private bool IsYetToCome(int bench) =>
        bench % 2 == 1 && round.OfferOf(bench).TransportSeats > 0 && CheckedRound.Seats(round.OfferOf(bench)) is null;

    private int Known(int bench) => IsYetToCome(bench) ? bench - 1 : bench;

    private bool Moves(int rank) => given[rank] is not null && !pinned[rank];

    private long PlacesLeft(int offer) => round.Offers[offer].Places - Pins(offer).Count() ?? int.MaxValue;

    private int? SeatsLeft(int offer) => round.Offers[offer].TransportSeats is > 0 and var seats
        ? seats - Pins(offer).Count(rank => CheckedRound.NeedsSeat(round.Entries[rank].Person)) : null;

    private IEnumerable<int> Pins(int offer) => round.Problem.Pins.IsEmpty ? [] : Enumerable.Range(0, given.Length)
        .Where(rank => pinned[rank] && given[rank]!.Value / 2 == offer);

    private IEnumerable<(int From, int To)> AllMoves() =>
        from bench in Enumerable.Range(0, Benches)
        from occupant in occupants[bench]
        from option in round.Options[occupant]
        select (bench, option.Bench);

    // Of a bench that there is not yet: whoever could have a seat there and needs none.
    private List<int>[] Takers()
    {
        var lists = Enumerable.Range(0, price.Length).Select(_ => new List<int>()).ToArray();
        for (var rank = 0; rank < given.Length; rank++)
        {
            if (given[rank] is not null && !Moves(rank))
            {
                continue;
            }

            foreach (var (bench, _) in round.Options[rank])
            {
                lists[bench].Add(rank);
                if (bench % 2 == 0 && IsYetToCome(bench + 1) && !CheckedRound.NeedsSeat(round.Entries[rank].Person))
                {
                    lists[bench + 1].Add(rank);
                }
            }
        }

        return lists;
    }

    private int[] FindFirstPersons()
    {
        var first = new int[price.Length];
        Array.Fill(first, -1);
        var open = new Stack<int>();
        for (var rank = 0; rank < given.Length; rank++)
        {
            if (given[rank] is null)
            {
                Reach(rank, rank);
            }

            while (open.TryPop(out var bench))
            {
                foreach (var occupant in occupants[bench])
                {
                    Reach(occupant, rank);
                }
            }
        }

        return first;

        void Reach(int mover, int person)
        {
            foreach (var (bench, _) in round.Options[mover])
            {
                if (first[bench] < 0)
                {
                    first[bench] = person;
                    open.Push(bench);
                }
            }
        }
    }

    private bool[] FindRoom()
    {
        var room = isFree.ToArray();
        var open = new Stack<int>(Enumerable.Range(0, room.Length).Where(bench => room[bench]));
        while (open.TryPop(out var bench))
        {
            foreach (var taker in takers[bench])
            {
                if (BenchOf(taker) is var from && from >= 0 && !room[from])
                {
                    room[from] = true;
                    open.Push(from);
                }
            }
        }

        return room;
    }

    private long[] FindLeaving()
    {
        var least = price.ToArray();
        var open = new PriorityQueue<int, long>(least.Select((cost, bench) => (bench, cost)));
        while (open.TryDequeue(out var bench, out var cost))
        {
            if (cost > least[bench])
            {
                continue;
            }

            foreach (var occupant in occupants[bench])
            {
                foreach (var (to, fit) in round.Options[occupant])
                {
                    if (cost + LostAt(occupant, to, fit) is var through && through < least[to])
                    {
                        least[to] = through;
                        open.Enqueue(to, through);
                    }
                }
            }
        }

        return least;
    }
}
