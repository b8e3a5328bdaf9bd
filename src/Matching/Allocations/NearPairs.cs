using System.Runtime.InteropServices;

namespace Networks.Matching.Allocations;

/// <summary>
/// The pairs that lose little at the prices there are, by person and by offer: those a short way can use. All others lost at least
/// <see cref="Reach"/> when the list was made, and how far prices have gone since is known, so it is known as well how far a search may
/// trust the list.
/// </summary>
internal sealed class NearPairs
{
    private const int PeopleATask = 2048;
    private const int OfferRanges = 4;

    private readonly Standing standing;
    private readonly Row[] rows;
    private readonly Pair[] pairs;
    private readonly long[] priceThen;
    private readonly int[] backStart;
    private readonly Back[] backs;
    private long risen;
    private long fallen;

    /// <summary>Lists the pairs of everybody who has a place or is to get one.</summary>
    public NearPairs(Standing standing, long reach)
    {
        (this.standing, Reach, priceThen) = (standing, reach, [.. standing.Price]);
        rows = new Row[standing.Problem.People];
        var tasks = (rows.Length + PeopleATask - 1) / PeopleATask;
        var found = new List<Pair>[tasks];
        Parallel.For(0, tasks, task =>
        {
            found[task] = new List<Pair>(8 * PeopleATask);
            for (var person = task * PeopleATask; person < Math.Min(rows.Length, (task + 1) * PeopleATask); person++)
            {
                Find(person, found[task]);
            }
        });

        var first = new int[tasks + 1];
        for (var task = 0; task < tasks; task++)
        {
            first[task + 1] = first[task] + found[task].Count;
        }

        pairs = GC.AllocateUninitializedArray<Pair>(first[tasks]);
        Parallel.For(0, tasks, task =>
        {
            CollectionsMarshal.AsSpan(found[task]).CopyTo(pairs.AsSpan(first[task]));
            for (var person = task * PeopleATask; person < Math.Min(rows.Length, (task + 1) * PeopleATask); person++)
            {
                rows[person].First += first[task];
            }
        });

        (backStart, backs) = (new int[priceThen.Length + 1], GC.AllocateUninitializedArray<Back>(pairs.Length));
        TurnRound(first);
    }

    /// <summary>What the pairs left out lost at least when the list was made.</summary>
    public long Reach { get; }

    /// <summary>What the pairs left out lose at least now, wherever they are.</summary>
    public long Safe => Reach - risen - fallen;

    /// <summary>How she stood when the list was made, and what her place is worth to her now.</summary>
    public ref readonly Row RowOf(int person) => ref rows[person];

    /// <summary>The listed pairs of a person.</summary>
    public ReadOnlySpan<Pair> Of(in Row row) => pairs.AsSpan(row.First, row.Count);

    /// <summary>The listed pairs of an offer.</summary>
    public ReadOnlySpan<Back> To(int offer) => backs.AsSpan(backStart[offer], backStart[offer + 1] - backStart[offer]);

    /// <summary>What the pairs left out lose at least now to somebody who has this left, whoever they are with.</summary>
    public long SafeFrom(in Row row, long left) => Reach >= SearchSide.Unreached ? Reach : Reach - fallen + left - row.LeftThen;

    /// <summary>What the pairs of one offer that were left out lose at least now.</summary>
    public long SafeTo(int offer) =>
        Reach >= SearchSide.Unreached ? Reach : Reach - risen - (priceThen[offer] - standing.Price[offer]);

    /// <summary>Takes note of a price that has changed.</summary>
    public void Note(int offer)
    {
        risen = Math.Max(risen, standing.Price[offer] - priceThen[offer]);
        fallen = Math.Max(fallen, priceThen[offer] - standing.Price[offer]);
    }

    /// <summary>Takes note of somebody's having another place.</summary>
    public void Moved(int person)
    {
        ref var row = ref rows[person];
        row.Worth = standing.Worth[person];
        foreach (ref readonly var pair in Of(row))
        {
            backs[pair.Back] = new Back { Gap = row.Worth - pair.Worth, Person = person, Present = standing.Seats.OfferOf[person] };
        }
    }

    private void Find(int person, List<Pair> found)
    {
        if (!standing.IsHelped(person))
        {
            return;
        }

        var (problem, price, own) = (standing.Problem, standing.Price, standing.Seats.OfferOf[person]);
        var left = own >= 0 ? standing.LeftOf(person) : standing.BestLeft(person);
        rows[person] = new Row { Worth = standing.Worth[person], LeftThen = left, First = found.Count };
        for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
        {
            // A pair kept loses one unit less than this.
            var offer = problem.Offer[at];
            if (left - ((long)problem.Fit[at] << standing.Shift) + price[offer] <= Reach)
            {
                found.Add(new Pair { Worth = standing.WorthOf(person, at), Offer = offer });
            }
        }

        rows[person].Count = found.Count - rows[person].First;
    }

    // The same pairs by offer: each task takes the offers of one range, so that they come in the same order with any number of threads.
    private void TurnRound(int[] first)
    {
        var (offers, next) = (priceThen.Length, new int[priceThen.Length]);
        Parallel.For(0, OfferRanges, range =>
        {
            var (from, to) = (Border(range), Border(range + 1));
            foreach (ref readonly var pair in pairs.AsSpan())
            {
                if (pair.Offer >= from && pair.Offer < to)
                {
                    next[pair.Offer]++;
                }
            }
        });

        for (var offer = 0; offer < offers; offer++)
        {
            backStart[offer + 1] = backStart[offer] + next[offer];
            next[offer] = backStart[offer];
        }

        Parallel.For(0, OfferRanges, range =>
        {
            var (from, to) = (Border(range), Border(range + 1));
            for (var person = 0; person < rows.Length; person++)
            {
                ref readonly var row = ref rows[person];
                foreach (ref var pair in pairs.AsSpan(row.First, row.Count))
                {
                    if (pair.Offer >= from && pair.Offer < to)
                    {
                        pair.Back = next[pair.Offer]++;
                        backs[pair.Back] = new Back
                        {
                            Gap = row.Worth - pair.Worth, Person = person, Present = standing.Seats.OfferOf[person],
                        };
                    }
                }
            }
        });

        int Border(int range) => (int)((long)offers * range / OfferRanges);
    }

    /// <summary>Somebody's stretch of pairs.</summary>
    public record struct Row
    {
        /// <summary>What the place she has is worth to her.</summary>
        public long Worth;

        /// <summary>What she had left when the list was made.</summary>
        public long LeftThen;
        public int First;
        public int Count;
    }

    /// <summary>A pair, of the person whose stretch it lies in.</summary>
    public record struct Pair
    {
        public long Worth;
        public int Offer;

        /// <summary>Where the same pair lies by offer.</summary>
        public int Back;
    }

    /// <summary>A pair, of the offer whose stretch it lies in.</summary>
    public record struct Back
    {
        /// <summary>What her place is worth to her more than this one.</summary>
        public long Gap;
        public int Person;

        /// <summary>The offer she has, -1 for none yet.</summary>
        public int Present;
    }
}
