using System.Security.Cryptography;
using System.Text;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>The problem as the checker reads it: its own order of wishes, and every pair its own ruling allows.</summary>
internal sealed class CheckedRound
{
    private readonly PairRuling ruling;
    private readonly PersonReading[] people;
    private readonly OfferReading[] offers;
    private readonly Surroundings surroundings;

    public CheckedRound(MatchingProblem problem)
    {
        Problem = problem;
        ruling = new PairRuling(problem);
        Offers = [.. problem.Offers];
        Entries = [.. Ordered(problem)];
        people = [.. Entries.Select(entry => ruling.Read(entry.Person))];
        offers = [.. Offers.Select(ruling.Read)];
        RankOf = Enumerable.Range(0, Entries.Length).ToDictionary(rank => Entries[rank].Key);
        OfferAt = Enumerable.Range(0, Offers.Length).ToDictionary(at => Offers[at].Offer);
        surroundings = new Surroundings(people, offers);
        Options = new (int Bench, int Fit)[Entries.Length][];
        Parallel.For(0, Entries.Length, rank => Options[rank] = [.. OptionsOf(rank)]);
    }

    public MatchingProblem Problem { get; }

    public MatchingOffer[] Offers { get; }

    /// <summary>Every wish in the order in which people are helped.</summary>
    public Entry[] Entries { get; }

    public Dictionary<WishKey, int> RankOf { get; }

    public Dictionary<OfferId, int> OfferAt { get; }

    /// <summary>
    /// What each wish could be given, by bench; nothing for those that are not put forward. Every offer has two benches: places with a seat
    /// in its transport, bench 2n, and places without one, bench 2n + 1, where it has more places than seats. Whoever needs a seat may have
    /// the first alone.
    /// </summary>
    public (int Bench, int Fit)[][] Options { get; }

    /// <summary>True if she can come only where she is fetched.</summary>
    public static bool NeedsSeat(Seeker person) => person.AccessNeeds.Contains("transport");

    /// <summary>How many of those who come to an offer it can fetch; null where that is not known or never too few.</summary>
    public static int? Seats(MatchingOffer offer) =>
        offer.TransportSeats is > 0 and var seats && !(seats >= offer.Places) ? seats : null;

    /// <summary>The offer a bench belongs to.</summary>
    public MatchingOffer OfferOf(int bench) => Offers[bench / 2];

    /// <summary>A wish in its place in the order.</summary>
    internal sealed record Entry(Seeker Person, WishKey Key, OfferKind[] Kinds, int Band);

    /// <summary>Rules on one pair, both by their place in this round.</summary>
    public PairRuling.Ruling? Rule(int rank, int offer) => ruling.Of(people[rank], Entries[rank].Kinds, offers[offer]);

    /// <summary>The seed as the contract has it: SHA-256 over the day and the sorted references, a line feed between.</summary>
    public string SeedByContract()
    {
        var lines = Problem.Seekers.Select(seeker => seeker.Resident.Value).Concat(Problem.Withdrawn.Select(gone => gone.Value)).ToList();
        lines.Sort((left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Problem.AsOf:yyyy-MM-dd}\n{string.Join('\n', lines)}".TrimEnd('\n'))));
    }

    private static IEnumerable<Entry> Ordered(MatchingProblem problem)
    {
        var drawn = problem.Seekers.Select(seeker => (seeker, draw: Draw(problem.LotterySeed, seeker.Resident))).ToList();
        drawn.Sort((left, right) => Compare(problem, left, right));
        foreach (var (seeker, _) in drawn)
        {
            foreach (var wishClass in (WishClass[])[WishClass.OneToOne, WishClass.Group])
            {
                OfferKind[] kinds =
                    [.. seeker.Seeking.Where(kind => kind is <= OfferKind.Transport == (wishClass == WishClass.OneToOne)).Order()];
                if (kinds.Length > 0)
                {
                    yield return new Entry(seeker, new WishKey(seeker.Resident, wishClass), kinds, Band(problem, seeker));
                }
            }
        }
    }

    private static int Compare(MatchingProblem problem, (Seeker Seeker, byte[] Draw) left, (Seeker Seeker, byte[] Draw) right)
    {
        var order = Band(problem, left.Seeker) - Band(problem, right.Seeker);
        if (order == 0)
        {
            order = (left.Seeker.WaitingSince ?? DateOnly.MaxValue).CompareTo(right.Seeker.WaitingSince ?? DateOnly.MaxValue);
        }

        if (order == 0)
        {
            order = left.Draw.AsSpan(0, 8).SequenceCompareTo(right.Draw.AsSpan(0, 8));
        }

        return order != 0 ? order : left.Seeker.Resident.CompareTo(right.Seeker.Resident);
    }

    private static int Band(MatchingProblem problem, Seeker seeker) =>
        seeker.PriorityBand is >= 1 and <= 4 ? seeker.PriorityBand.Value : problem.Policy.BandWhenEmpty;

    private static byte[] Draw(string seed, ResidentId resident) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{resident.Value}"));

    /// <summary>Null if the wish is put forward, else why not.</summary>
    public string? HeldBack(Entry entry)
    {
        if (!entry.Person.ConsentsToMatching)
        {
            return "has not agreed to matching";
        }

        if (entry.Person.PausedUntil > Problem.AsOf)
        {
            return "is paused";
        }

        return Problem.Deferrals.Any(deferral => deferral.Resident == entry.Key.Resident && deferral.Class == entry.Key.Class)
            ? "is deferred"
            : null;
    }

    private IEnumerable<(int Bench, int Fit)> OptionsOf(int rank)
    {
        var entry = Entries[rank];
        if (HeldBack(entry) is not null)
        {
            yield break;
        }

        var apart = Problem.Forbids.Where(forbid => forbid.Resident == entry.Key.Resident).Select(forbid => forbid.Offer).ToHashSet();
        foreach (var at in surroundings.Of(people[rank]))
        {
            if (Rule(rank, at) is { } ruled && !apart.Contains(Offers[at].Offer))
            {
                yield return (2 * at, ruled.Fit);
                if (Seats(Offers[at]) is not null && !NeedsSeat(entry.Person))
                {
                    yield return (2 * at + 1, ruled.Fit);
                }
            }
        }
    }
}
