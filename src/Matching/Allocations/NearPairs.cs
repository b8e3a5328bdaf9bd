namespace Networks.Matching.Allocations;

/// <summary>
/// The pairs that lose little at the prices there are, by person and by offer: those a short way can use. All others lose more than
/// <see cref="Reach"/>, and how far prices have gone since is known, so it is known as well how far a search may trust the list.
/// </summary>
internal sealed class NearPairs
{
    private const int PeopleATask = 4096;

    private readonly Standing standing;
    private readonly int[] first;
    private readonly int[] count;
    private readonly int[] head;
    private readonly long[] priceThen;
    private readonly int[] backStart;
    private readonly (long Worth, int Person)[] back;
    private Entry[] entries;
    private int used;
    private long risen;
    private long fallen;

    public NearPairs(Standing standing, long reach)
    {
        (this.standing, Reach, priceThen) = (standing, reach, [.. standing.Price]);
        (first, count, head) = (new int[standing.Problem.People], new int[standing.Problem.People], new int[priceThen.Length]);
        Array.Fill(head, -1);
        var people = standing.Problem.People;
        var found = new List<Entry>[(people + PeopleATask - 1) / PeopleATask];
        Parallel.For(0, found.Length, task =>
        {
            found[task] = [];
            for (var person = task * PeopleATask; person < Math.Min(people, (task + 1) * PeopleATask); person++)
            {
                Find(person, found[task]);
            }
        });
        entries = new Entry[found.Sum(list => list.Count) + 64];
        backStart = new int[head.Length + 1];
        foreach (var entry in found.SelectMany(list => list))
        {
            Append(entry);
            backStart[entry.Offer + 1]++;
        }

        for (var offer = 0; offer < head.Length; offer++)
        {
            backStart[offer + 1] += backStart[offer];
        }

        var next = backStart[..^1];
        back = new (long Worth, int Person)[used];
        foreach (ref readonly var entry in entries.AsSpan(0, used))
        {
            back[next[entry.Offer]++] = (entry.Worth, entry.Person);
        }
    }

    /// <summary>What the pairs left out lost at least when the list was made.</summary>
    public long Reach { get; }

    /// <summary>What the pairs left out lose at least now.</summary>
    public long Safe => Reach - risen - fallen;

    /// <summary>The listed pairs of a person.</summary>
    public ReadOnlySpan<Entry> Of(int person) => entries.AsSpan(first[person], count[person]);

    /// <summary>The listed pairs of an offer, but for those of people added since.</summary>
    public ReadOnlySpan<(long Worth, int Person)> To(int offer) => back.AsSpan(backStart[offer], backStart[offer + 1] - backStart[offer]);

    /// <summary>The first pair of an offer with somebody added since; -1 for none. The others follow by <see cref="Entry.Next"/>.</summary>
    public int FirstAdded(int offer) => head[offer];

    public ref readonly Entry At(int entry) => ref entries[entry];

    /// <summary>What the pairs of one offer that were left out lose at least now, where prices have only fallen since.</summary>
    public long SafeTo(int offer) => Reach - (priceThen[offer] - standing.Price[offer]);

    /// <summary>Takes note of a price that has changed.</summary>
    public void Note(int offer)
    {
        risen = Math.Max(risen, standing.Price[offer] - priceThen[offer]);
        fallen = Math.Max(fallen, priceThen[offer] - standing.Price[offer]);
    }

    /// <summary>Lists the pairs of somebody who has a place now and had none.</summary>
    public void Add(int person)
    {
        var found = new List<Entry>();
        Find(person, found);
        if (used + found.Count > entries.Length)
        {
            Array.Resize(ref entries, 2 * entries.Length + found.Count);
        }

        foreach (var entry in found)
        {
            Append(entry with { Next = head[entry.Offer] });
            head[entry.Offer] = used - 1;
        }
    }

    private void Find(int person, List<Entry> found)
    {
        if (standing.Seats.OfferOf[person] is not (>= 0 and var own))
        {
            return;
        }

        var (problem, left) = (standing.Problem, standing.Worth[person] - standing.Price[own]);
        for (var pair = problem.Start[person]; pair < problem.Start[person + 1]; pair++)
        {
            var (offer, worth) = (problem.Offer[pair], standing.WorthOf(person, pair));
            if (left - worth + standing.Price[offer] < Reach)
            {
                found.Add(new Entry { Worth = worth, Person = person, Offer = offer });
            }
        }
    }

    private void Append(Entry entry)
    {
        if (count[entry.Person]++ == 0)
        {
            first[entry.Person] = used;
        }

        entries[used++] = entry;
    }

    /// <summary>A pair.</summary>
    public record struct Entry
    {
        public long Worth;
        public int Person;
        public int Offer;
        public int Next;
    }
}
