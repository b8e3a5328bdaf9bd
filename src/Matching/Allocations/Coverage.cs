namespace Networks.Matching.Allocations;

/// <summary>
/// Who is helped. Sets of people who can be helped together form a transversal matroid, so taking each in turn if she can be added gives at
/// once the lexicographically best and the largest set. Places once taken stay taken, so whoever looks for a free one never looks at the
/// same candidate twice; only then others are moved about, depth first. Each search that fails closes the offers it saw: all their places
/// are taken by people who can go nowhere else, so no later search needs to look there, and all failures together cost one pass.
/// </summary>
internal sealed class Coverage
{
    private const int SearchesBetweenLooks = 1024;

    private readonly AllocationProblem problem;
    private readonly int[] firstSlot;
    private readonly int[] occupants;
    private readonly int[] slotOf;
    private readonly int[] left;
    private readonly int[] look;

    // Whose search saw an offer last; a closed one counts as seen by everybody.
    private readonly int[] seenBy;
    private readonly int[] cameFrom;
    private readonly int[] seen;
    private readonly int[] open;

    private Coverage(AllocationProblem problem)
    {
        this.problem = problem;
        var offers = problem.Places.Length;
        firstSlot = new int[offers + 1];
        for (var offer = 0; offer < offers; offer++)
        {
            firstSlot[offer + 1] = checked(firstSlot[offer] + problem.Usable[offer]);
        }

        (occupants, left, slotOf) = (new int[firstSlot[^1]], [.. problem.Usable], new int[problem.People]);
        (seenBy, cameFrom, seen, open, ClosedBy) = (new int[offers], new int[offers], new int[offers], new int[offers], new int[offers]);
        (look, OfferOf) = (problem.Start[..^1], new int[problem.People]);
        Array.Fill(OfferOf, -1);
        Array.Fill(seenBy, -1);
        Array.Fill(ClosedBy, -1);
    }

    /// <summary>The offer each person has in one allocation, of any fit, that helps them; -1 for none.</summary>
    public int[] OfferOf { get; }

    /// <summary>The person whose failure closed each offer; -1 if nobody's did.</summary>
    public int[] ClosedBy { get; }

    /// <summary>How many are helped.</summary>
    public int Helped { get; private set; }

    /// <summary>
    /// Takes everybody in turn. <paramref name="before"/>, if given, is an allocation that may hold: whoever's place of it is still free is
    /// given that one without a search. Which place somebody has changes nothing about who is helped.
    /// </summary>
    public static Coverage Find(AllocationProblem problem, CancellationToken cancellationToken, int[]? before = null)
    {
        var coverage = new Coverage(problem);
        for (var person = 0; person < problem.People; person++)
        {
            if (person % SearchesBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (before is not null && before[person] is >= 0 and var own && coverage.left[own] > 0)
            {
                coverage.Give(person, own);
                coverage.Helped++;
                continue;
            }

            coverage.Helped += coverage.TryHelp(person) ? 1 : 0;
        }

        return coverage;
    }

    private bool TryHelp(int person)
    {
        if (Free(person) is >= 0 and var straight)
        {
            Give(person, straight);
            return true;
        }

        int tail = 0, depth = 0;
        Push(person, person, ref tail, ref depth);
        while (depth > 0)
        {
            var offer = open[--depth];
            var end = firstSlot[offer + 1] - left[offer];
            for (var slot = firstSlot[offer]; slot < end; slot++)
            {
                if (Free(occupants[slot]) is >= 0 and var free)
                {
                    Shift(person, occupants[slot], free);
                    return true;
                }
            }

            for (var slot = firstSlot[offer]; slot < end; slot++)
            {
                Push(occupants[slot], person, ref tail, ref depth);
            }
        }

        for (var at = 0; at < tail; at++)
        {
            (ClosedBy[seen[at]], seenBy[seen[at]]) = (person, int.MaxValue);
        }

        return false;
    }

    // The next candidate with a free place, -1 if there is none any more.
    private int Free(int person)
    {
        var at = look[person];
        var offers = problem.Offer.AsSpan(at, problem.Start[person + 1] - at);
        foreach (var offer in offers)
        {
            if (left[offer] > 0)
            {
                look[person] = at;
                return offer;
            }

            at++;
        }

        look[person] = at;
        return -1;
    }

    private void Push(int from, int search, ref int tail, ref int depth)
    {
        foreach (var offer in problem.Offer.AsSpan(problem.Start[from], problem.Start[from + 1] - problem.Start[from]))
        {
            if (seenBy[offer] < search)
            {
                seenBy[offer] = search;
                cameFrom[offer] = from;
                seen[tail++] = offer;
                open[depth++] = offer;
            }
        }
    }

    // The last mover takes the free place; everybody before her takes the slot she left.
    private void Shift(int person, int mover, int free)
    {
        var offer = OfferOf[mover];
        var slot = slotOf[mover];
        Give(mover, free);
        while (true)
        {
            var next = cameFrom[offer];
            var (before, vacated) = (OfferOf[next], slotOf[next]);
            (occupants[slot], slotOf[next], OfferOf[next]) = (next, slot, offer);
            if (next == person)
            {
                return;
            }

            (offer, slot) = (before, vacated);
        }
    }

    private void Give(int person, int offer)
    {
        var slot = firstSlot[offer + 1] - left[offer]--;
        (occupants[slot], slotOf[person], OfferOf[person]) = (person, slot, offer);
    }
}
