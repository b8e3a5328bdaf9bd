namespace Networks.Matching.Verification;

/// <summary>
/// Checks that among the plans of the same fit this is the smallest list of (reference, offer). Every such plan uses only pairs whose value
/// and price meet their fit and keeps every priced offer full. So it is the smallest exactly if, going through people by reference, nobody
/// could have a smaller such offer with everybody before her left where they are. Only offers on a ring of such moves with hers
/// (<see cref="Rings"/>) need be looked at: fixing people takes moves away and never adds any.
/// </summary>
internal sealed class SmallestProof(
    CheckedRound round, int?[] given, bool[] pinned, int?[] places, int[] taken, long[] price, long[] value,
    PairWorths worths)
{
    private readonly List<int>[] comers = [.. places.Select(_ => new List<int>())];
    private readonly bool[] isFixed = new bool[given.Length];
    private readonly int[] entered = [.. places.Select(_ => -1)];
    private int[] rings = [];
    private ILookup<int, int> roomy = Array.Empty<int>().ToLookup(bench => bench);

    public CheckAnswer.Faulty? FirstFault()
    {
        int[] movable = [.. Enumerable.Range(0, given.Length).Where(rank => given[rank] is not null && !pinned[rank])];
        FindRings(movable);
        var listed = movable.OrderBy(rank => round.PartyOf(rank).Min(one => round.Entries[one].Key.Resident))
            .ThenBy(rank => round.Entries[rank].Key.Class);
        foreach (var rank in listed)
        {
            if (Smaller(rank) is { } offer)
            {
                return new CheckAnswer.Faulty(
                    "order",
                    $"{round.Entries[rank].Key.Resident} could have {round.OfferOf(offer).Offer} in a plan as good: "
                    + "this is not the smallest list.");
            }

            isFixed[rank] = true;
        }

        return null;
    }

    // A free place is one more stop: whoever has room leads to it, and it leads to whatever may be left empty.
    private void FindRings(int[] movable)
    {
        var (free, moves) = (places.Length, new List<(int From, int To)>());
        foreach (var rank in movable)
        {
            foreach (var option in round.Options[rank])
            {
                if (option.Bench != given[rank] && Meets(rank, option))
                {
                    comers[option.Bench].Add(rank);
                    moves.Add((given[rank]!.Value, option.Bench));
                }
            }
        }

        int[] roomyBenches = [.. Enumerable.Range(0, free).Where(bench => !(taken[bench] >= places[bench]))];
        moves.AddRange(roomyBenches.Select(bench => (bench, free)));
        moves.AddRange(Enumerable.Range(0, free).Where(bench => price[bench] == 0).Select(bench => (free, bench)));
        rings = Rings.Of(free + 1, moves);
        roomy = roomyBenches.ToLookup(bench => rings[bench]);
    }

    private bool Meets(int rank, (int Bench, int Fit) option) =>
        value[rank] + price[option.Bench] == worths.Of(rank, option.Bench, option.Fit);

    private int? Smaller(int rank)
    {
        var mine = given[rank]!.Value;
        int[] wanted = [.. round.Options[rank].Where(option => rings[option.Bench] == rings[mine] && Meets(rank, option)
            && round.OfferOf(option.Bench).Offer.CompareTo(round.OfferOf(mine).Offer) < 0).Select(option => option.Bench)];
        if (wanted.Length == 0)
        {
            return null;
        }

        Enter(rank, mine);
        return wanted.Cast<int?>().FirstOrDefault(bench => entered[bench!.Value] == rank);
    }

    // Backwards: an offer can take her in if it is the one she leaves, or has room she may use, or someone there can move on to one
    // that can.
    private void Enter(int rank, int mine)
    {
        var open = new Queue<int>();
        foreach (var bench in price[mine] == 0 ? roomy[rings[mine]].Prepend(mine) : [mine])
        {
            entered[bench] = rank;
            open.Enqueue(bench);
        }

        while (open.TryDequeue(out var bench))
        {
            foreach (var comer in comers[bench])
            {
                // Who is fixed keeps the offer, and may still change benches there.
                var present = given[comer]!.Value;
                var mayMove = rings[present] == rings[mine] && (!isFixed[comer] || present / 2 == bench / 2);
                if (comer != rank && mayMove && entered[present] != rank)
                {
                    entered[present] = rank;
                    open.Enqueue(present);
                }
            }
        }
    }
}
