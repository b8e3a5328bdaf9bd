using Networks.Matching.Solvers;

namespace Networks.Matching.Allocations;

/// <summary>
/// How an allocation stands while it is put right: who has which place, what that is worth and what places cost, in units of which whole
/// fits hold so many that one for each pair kept weighs less than one of fit. Whoever has a place is as well off as she could be anywhere
/// at the prices there are; that holds at every step.
/// </summary>
internal sealed class Standing
{
    private const int PeopleATask = 4096;

    private readonly int[] keep;
    private readonly int[] helped;
    private readonly int[]? sameAs;

    private Standing(AllocationProblem problem, AllocationBefore start, int[] keep, int[] helped)
    {
        (Problem, this.keep, this.helped, sameAs, Shift) = (problem, keep, helped, start.SameAs, ShiftOf(problem));
        Price = [.. start.Price.Select(units => units << Shift)];
        Worth = new long[problem.People];
        Seats = new Assignment(problem.People, problem.Usable);
    }

    public AllocationProblem Problem { get; }

    /// <summary>A whole fit is 2 to so many units.</summary>
    public int Shift { get; }

    public Assignment Seats { get; }

    /// <summary>What the place each person has is worth to her, in units.</summary>
    public long[] Worth { get; }

    /// <summary>The price of a place of each offer, in units.</summary>
    public long[] Price { get; }

    /// <summary>Seats whoever has a place to begin with, is to be helped, and is content there.</summary>
    public static Standing Of(AllocationProblem problem, AllocationBefore start, int[] keep, int[] helped)
    {
        var standing = new Standing(problem, start, keep, helped);
        var isContent = new bool[problem.People];
        EachPerson(problem.People, person => isContent[person] = standing.Look(person, start.OfferOf[person]));
        for (var person = 0; person < problem.People; person++)
        {
            if (isContent[person] && helped[person] >= 0 && standing.Seats.HasFree(start.OfferOf[person]))
            {
                standing.Seats.Give(person, start.OfferOf[person]);
            }
        }

        return standing;
    }

    public static int ShiftOf(AllocationProblem problem)
    {
        var shift = 2;
        while (1L << shift <= Math.Max(problem.People, problem.Places.Length) + 2L)
        {
            shift++;
        }

        return shift;
    }

    public static void EachPerson(int people, Action<int> action) =>
        Parallel.For(0, (people + PeopleATask - 1) / PeopleATask, task =>
        {
            var to = Math.Min(people, (task + 1) * PeopleATask);
            for (var person = task * PeopleATask; person < to; person++)
            {
                action(person);
            }
        });

    /// <summary>True if she has a place or is to get one.</summary>
    public bool IsHelped(int person) => helped[person] >= 0;

    /// <summary>What a pair is worth, in units.</summary>
    public long WorthOf(int person, int pair) =>
        ((long)Problem.Fit[pair] << Shift) + (IsKept(Problem.Offer[pair], keep[person]) ? 1 : 0);

    /// <summary>What her place leaves her after its price.</summary>
    public long LeftOf(int person) => Worth[person] - Price[Seats.OfferOf[person]];

    /// <summary>What the offer that leaves her most would leave her.</summary>
    public long BestLeft(int person)
    {
        var best = long.MinValue;
        for (var pair = Problem.Start[person]; pair < Problem.Start[person + 1]; pair++)
        {
            best = Math.Max(best, WorthOf(person, pair) - Price[Problem.Offer[pair]]);
        }

        return best;
    }

    /// <summary>Moves everybody on a path at once.</summary>
    public void Move(List<(int Person, int Offer)> path)
    {
        foreach (var (person, _) in path)
        {
            if (Seats.OfferOf[person] >= 0)
            {
                Seats.Free(person);
            }
        }

        foreach (var (person, offer) in path)
        {
            Seats.Give(person, offer);
            Look(person, offer);
        }
    }

    /// <summary>What came of it, in whole fits and in units.</summary>
    public KeptAllocation ToAllocation(Coverage coverage)
    {
        var price = WholePrices.Of(Price, 1 << Shift);
        var (value, units, total) = (new long[Problem.People], new long[Problem.People], 0L);
        for (var person = 0; person < value.Length; person++)
        {
            if (Seats.OfferOf[person] is >= 0 and var offer)
            {
                (value[person], units[person]) = ((Worth[person] >> Shift) - price[offer], LeftOf(person));
                total += Worth[person] >> Shift;
            }
        }

        var allocation = new Allocation(Seats.OfferOf, value, price, coverage.ClosedBy, total, coverage.Helped);
        return new KeptAllocation(allocation, Shift, units, Price);
    }

    private bool IsKept(int offer, int kept) => offer == kept || sameAs is not null && kept >= 0 && sameAs[offer] == sameAs[kept];

    // Notes what an offer is worth to her; true if no other would leave her more at the prices there are.
    private bool Look(int person, int own)
    {
        if (own < 0)
        {
            return false;
        }

        long best = long.MinValue, mine = long.MinValue;
        for (var pair = Problem.Start[person]; pair < Problem.Start[person + 1]; pair++)
        {
            var (offer, worth) = (Problem.Offer[pair], WorthOf(person, pair));
            best = Math.Max(best, worth - Price[offer]);
            mine = offer == own ? Math.Max(mine, worth) : mine;
        }

        Worth[person] = mine;
        return mine - Price[own] >= best;
    }
}
