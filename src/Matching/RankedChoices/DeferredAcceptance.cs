namespace Networks.Matching.RankedChoices;

/// <summary>
/// Hospital and residents: everybody asks for the place she ranks highest; an offer keeps for the time being whom it ranks highest and
/// sends the others on to their next choice. What remains is stable, and of all stable plans the one that is best for everybody who asks
/// (Gale and Shapley 1962), in whatever order they ask.
/// </summary>
internal static class DeferredAcceptance
{
    /// <summary>The part of each wish, -1 for none.</summary>
    public static int[] Solve(ChoiceLists lists, CancellationToken cancellationToken)
    {
        var wishes = lists.Arcs.Start.Length - 1;
        var (choices, next, kept) = (new int[wishes][], new int[wishes], new Dictionary<int, List<int>>());
        var free = new Stack<int>(Enumerable.Range(0, wishes).Reverse());
        while (free.TryPop(out var wish))
        {
            cancellationToken.ThrowIfCancellationRequested();
            choices[wish] ??= lists.Of(wish);
            if (next[wish] == choices[wish].Length)
            {
                continue;
            }

            var offer = choices[wish][next[wish]++];
            var asking = kept.TryGetValue(offer, out var present) ? present : [];
            asking.Add(wish);
            var keeps = lists.Kept(offer, asking);
            foreach (var sent in asking.Except(keeps))
            {
                free.Push(sent);
            }

            kept[offer] = keeps;
        }

        var partOf = new int[wishes];
        Array.Fill(partOf, -1);
        foreach (var (offer, keeps) in kept)
        {
            foreach (var (wish, part) in lists.Seated(offer, keeps))
            {
                partOf[wish] = part;
            }
        }

        return partOf;
    }
}
