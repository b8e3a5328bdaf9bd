namespace Networks.Matching.Allocations;

/// <summary>
/// The second phase cut into parts that cannot help each other. Offers closed by one person's failure are full in every allocation of the
/// covered set, by exactly the people whose last closed candidate is among them (Hall); nobody else can use them, and these can use
/// nothing else. So each closing is a problem of its own, and so is whatever no pair connects. People and offers are numbered anew, part by
/// part, so that each part is a stretch of every array and parts can be worked on side by side.
/// </summary>
internal sealed class Parts
{
    private const int Unclosed = int.MaxValue;

    private readonly AllocationProblem problem;
    private readonly Coverage coverage;
    private readonly int[] level;
    private readonly int[] root;
    private readonly int[] localOf;

    private Parts(AllocationProblem problem, Coverage coverage)
    {
        (this.problem, this.coverage) = (problem, coverage);
        level = new int[problem.People];
        (root, localOf) = (new int[problem.Places.Length], new int[problem.Places.Length]);
        for (var offer = 0; offer < root.Length; offer++)
        {
            root[offer] = offer;
        }

        for (var person = 0; person < problem.People; person++)
        {
            level[person] = coverage.OfferOf[person] < 0 ? -1 : LevelOf(person);
        }
    }

    /// <summary>Person and offer of the problem by their new numbers.</summary>
    public int[] PersonAt { get; private set; } = [];

    public int[] OfferAt { get; private set; } = [];

    /// <summary>Where each new person's pairs begin, and the pairs: only those that some allocation of the covered set could use.</summary>
    public int[] Start { get; private set; } = [];

    public Pair[] Pairs { get; private set; } = [];

    /// <summary>Where each new offer's places begin.</summary>
    public int[] FirstSlot { get; private set; } = [];

    /// <summary>The parts, those closed last first, so that whoever could have wished for a place elsewhere comes after its part.</summary>
    public Part[] All { get; private set; } = [];

    /// <summary>The new number of an offer; -1 for one that nobody helped can use.</summary>
    public int LocalOf(int offer) => localOf[offer];

    public static Parts Of(AllocationProblem problem, Coverage coverage)
    {
        var parts = new Parts(problem, coverage);
        parts.Connect();
        parts.Number();
        parts.CopyPairs();
        return parts;
    }

    private int Closing(int offer) => coverage.ClosedBy[offer] < 0 ? Unclosed : coverage.ClosedBy[offer];

    private int LevelOf(int person)
    {
        var last = -1;
        for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
        {
            last = problem.Usable[problem.Offer[at]] > 0 ? Math.Max(last, Closing(problem.Offer[at])) : last;
        }

        return last;
    }

    private bool IsOwn(int person, int offer) => problem.Usable[offer] > 0 && Closing(offer) == level[person];

    private void Connect()
    {
        for (var person = 0; person < problem.People; person++)
        {
            if (level[person] < 0)
            {
                continue;
            }

            var own = Root(coverage.OfferOf[person]);
            for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
            {
                if (IsOwn(person, problem.Offer[at]) && Root(problem.Offer[at]) is var other && other != own)
                {
                    (root[Math.Max(own, other)], own) = (Math.Min(own, other), Math.Min(own, other));
                }
            }
        }
    }

    private int Root(int offer)
    {
        while (root[offer] != offer)
        {
            root[offer] = root[root[offer]];
            offer = root[offer];
        }

        return offer;
    }

    // Parts by closing, the last first, then by their first offer; people and offers within a part in their old order.
    private void Number()
    {
        var people = new int[root.Length];
        for (var person = 0; person < problem.People; person++)
        {
            if (level[person] >= 0)
            {
                people[Root(coverage.OfferOf[person])]++;
            }
        }

        int[] roots = [.. Enumerable.Range(0, root.Length).Where(offer => people[offer] > 0)];
        Array.Sort([.. roots.Select(offer => (-(long)Closing(offer), offer))], roots);
        var partOf = new int[root.Length];
        var (personFrom, offerFrom) = (new int[roots.Length + 1], new int[roots.Length + 1]);
        Array.Fill(partOf, -1);
        for (var part = 0; part < roots.Length; part++)
        {
            partOf[roots[part]] = part;
            personFrom[part + 1] = personFrom[part] + people[roots[part]];
        }

        NumberOffers(partOf, offerFrom);
        PersonAt = new int[personFrom[^1]];
        var next = personFrom[..^1];
        for (var person = 0; person < problem.People; person++)
        {
            if (level[person] >= 0)
            {
                PersonAt[next[partOf[Root(coverage.OfferOf[person])]]++] = person;
            }
        }

        All = [.. Enumerable.Range(0, roots.Length).Select(part => new Part(
            personFrom[part], personFrom[part + 1], offerFrom[part], offerFrom[part + 1],
            FirstSlot[offerFrom[part + 1]] - FirstSlot[offerFrom[part]] == personFrom[part + 1] - personFrom[part]))];
    }

    private void NumberOffers(int[] partOf, int[] offerFrom)
    {
        Array.Fill(localOf, -1);
        for (var offer = 0; offer < root.Length; offer++)
        {
            if (partOf[Root(offer)] is >= 0 and var part)
            {
                offerFrom[part + 1]++;
            }
        }

        for (var part = 1; part < offerFrom.Length; part++)
        {
            offerFrom[part] += offerFrom[part - 1];
        }

        OfferAt = new int[offerFrom[^1]];
        var next = offerFrom[..^1];
        for (var offer = 0; offer < root.Length; offer++)
        {
            if (partOf[Root(offer)] is >= 0 and var part)
            {
                localOf[offer] = next[part]++;
                OfferAt[localOf[offer]] = offer;
            }
        }

        FirstSlot = new int[OfferAt.Length + 1];
        for (var at = 0; at < OfferAt.Length; at++)
        {
            FirstSlot[at + 1] = FirstSlot[at] + problem.Usable[OfferAt[at]];
        }
    }

    // A candidate listed twice counts once, with its better fit.
    private void CopyPairs()
    {
        Start = new int[PersonAt.Length + 1];
        var pairs = new Pair[PersonAt.Sum(person => problem.Start[person + 1] - problem.Start[person])];
        var listedAt = new int[OfferAt.Length];
        var count = 0;
        for (var at = 0; at < PersonAt.Length; at++)
        {
            var (person, from) = (PersonAt[at], count);
            for (var pair = problem.Start[person]; pair < problem.Start[person + 1]; pair++)
            {
                if (!IsOwn(person, problem.Offer[pair]))
                {
                    continue;
                }

                var (offer, fit) = (localOf[problem.Offer[pair]], problem.Fit[pair]);
                if (listedAt[offer] > from)
                {
                    pairs[listedAt[offer] - 1].Fit = Math.Max(pairs[listedAt[offer] - 1].Fit, fit);
                    continue;
                }

                pairs[count++] = new Pair { Offer = offer, Fit = fit };
                listedAt[offer] = count;
            }

            Start[at + 1] = count;
        }

        Pairs = pairs;
    }
}

/// <summary>One part: stretches of people and offers.</summary>
/// <param name="PersonFrom">Its first person.</param>
/// <param name="PersonTo">The one after its last.</param>
/// <param name="OfferFrom">Its first offer.</param>
/// <param name="OfferTo">The one after its last.</param>
/// <param name="IsTight">True if it has as many places as people, so that all are taken.</param>
internal readonly record struct Part(int PersonFrom, int PersonTo, int OfferFrom, int OfferTo, bool IsTight);

/// <summary>An offer and its fit, side by side because they are always read together.</summary>
internal struct Pair
{
    public int Offer;
    public int Fit;
}
