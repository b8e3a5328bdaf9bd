namespace Networks.Matching.Verification;

/// <summary>
/// Checks that among the plans of the same fit this is the smallest list of (reference, offer). Every such plan uses only pairs whose value
/// and price meet their fit and keeps every priced offer full. So it is the smallest exactly if, going through people by reference, nobody
/// could have a smaller such offer with everybody before her left where they are.
/// </summary>
internal sealed class SmallestProof(
    CheckedRound round, int?[] given, bool[] pinned, int?[] places, int[] taken, long[] price, long[] value,
    PairWorths worths)
{
    private readonly List<int>[] comers = [.. places.Select(_ => new List<int>())];
    private readonly int[] roomy = [.. Enumerable.Range(0, places.Length).Where(offer => !(taken[offer] >= places[offer]))];

    public CheckAnswer.Faulty? FirstFault()
    {
        int[] movable = [.. Enumerable.Range(0, given.Length).Where(rank => given[rank] is not null && !pinned[rank])];
        foreach (var rank in movable)
        {
            foreach (var (offer, _) in round.Options[rank].Where(option => Meets(rank, option) && option.Bench != given[rank]))
            {
                comers[offer].Add(rank);
            }
        }

        var fixedAlready = new HashSet<int>();
        var listed = movable.OrderBy(rank => round.PartyOf(rank).Min(one => round.Entries[one].Key.Resident))
            .ThenBy(rank => round.Entries[rank].Key.Class);
        foreach (var rank in listed)
        {
            if (Smaller(rank, fixedAlready) is { } offer)
            {
                return new CheckAnswer.Faulty(
                    "order",
                    $"{round.Entries[rank].Key.Resident} could have {round.OfferOf(offer).Offer} in a plan as good: "
                    + "this is not the smallest list.");
            }

            fixedAlready.Add(rank);
        }

        return null;
    }

    private bool Meets(int rank, (int Bench, int Fit) option) =>
        value[rank] + price[option.Bench] == worths.Of(rank, option.Bench, option.Fit);

    private int? Smaller(int rank, HashSet<int> fixedAlready)
    {
        var mine = given[rank]!.Value;
        int[] wanted = [.. round.Options[rank].Where(option => Meets(rank, option)
            && round.OfferOf(option.Bench).Offer.CompareTo(round.OfferOf(mine).Offer) < 0).Select(option => option.Bench)];
        if (wanted.Length == 0)
        {
            return null;
        }

        var enterable = Enterable(rank, mine, fixedAlready);
        return wanted.Cast<int?>().FirstOrDefault(offer => enterable.Contains(offer!.Value));
    }

    // Backwards: an offer can take her in if it is the one she leaves, or has room she may use, or someone there can move on to one
    // that can.
    private HashSet<int> Enterable(int rank, int mine, HashSet<int> fixedAlready)
    {
        var enterable = new HashSet<int> { mine };
        if (price[mine] == 0)
        {
            enterable.UnionWith(roomy);
        }

        var open = new Queue<int>(enterable);
        while (open.TryDequeue(out var offer))
        {
            foreach (var comer in comers[offer])
            {
                // Who is fixed keeps the offer, and may still change benches there.
                var mayMove = !fixedAlready.Contains(comer) || given[comer] / 2 == offer / 2;
                if (comer != rank && mayMove && enterable.Add(given[comer]!.Value))
                {
                    open.Enqueue(given[comer]!.Value);
                }
            }
        }

        return enterable;
    }
}
