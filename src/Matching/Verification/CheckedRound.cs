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
    private readonly Dictionary<int, int[]> parties;

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
        parties = PartiesOf();
        Options = new (int Bench, int Fit)[Entries.Length][];
        Parallel.For(0, Entries.Length, rank => Options[rank] = OptionsOf(rank));
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

    /// <summary>
    /// Rules on one pair, both by their place in this round. Who is met together with others may have only what all of them may have, in
    /// the same way and for the same kind of help; the ruling is hers.
    /// </summary>
    public PairRuling.Ruling? Rule(int rank, int offer) => parties.TryGetValue(rank, out var party)
        ? RuleParty(party, offer) is { } rulings ? rulings[Array.IndexOf(party, rank)] : null
        : ruling.Of(people[rank], Entries[rank].Kinds, offers[offer]);

    /// <summary>Those who are met together with this one, itself included, by their place in the order; she alone for most.</summary>
    public int[] PartyOf(int rank) => parties.GetValueOrDefault(rank) ?? [rank];

    /// <summary>True for one who has what somebody before her in the order has: the two share a place.</summary>
    public bool IsSharer(int rank) => parties.TryGetValue(rank, out var party) && party[0] < rank;

    // The first kind all of them seek, and of the ways of the first in order the first all of them have, in which each may have the offer.
    private PairRuling.Ruling[]? RuleParty(int[] party, int offer)
    {
        foreach (var kind in Entries[party[0]].Kinds.Where(kind => party.All(rank => Entries[rank].Kinds.Contains(kind))))
        {
            foreach (var way in people[party[0]].Modes)
            {
                PairRuling.Ruling?[] rulings = [.. party.Select(
                    rank => people[rank].Modes.Contains(way) ? ruling.Of(people[rank], [kind], offers[offer], way) : null)];
                if (rulings.All(one => one is not null))
                {
                    return [.. rulings.Select(one => one!.Value)];
                }
            }
        }

        return null;
    }

    // Two or more of a household that the policy lists, each waiting for somebody one to one and not held back.
    private Dictionary<int, int[]> PartiesOf()
    {
        var found = new Dictionary<int, int[]>();
        foreach (var home in Problem.Policy.VisitedTogether)
        {
            int[] party = [.. Enumerable.Range(0, Entries.Length).Where(rank => Entries[rank].Key.Class == WishClass.OneToOne
                && Entries[rank].Person.Household == home && HeldBack(Entries[rank]) is null)];
            if (party.Length > 1)
            {
                Array.ForEach(party, rank => found[rank] = party);
            }
        }

        return found;
    }

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

    private (int Bench, int Fit)[] OptionsOf(int rank)
    {
        var entry = Entries[rank];
        if (HeldBack(entry) is not null || IsSharer(rank))
        {
            return [];
        }

        var party = PartyOf(rank);
        var apart = Problem.Forbids.Where(forbid => party.Any(one => Entries[one].Person.Resident == forbid.Resident))
            .Select(forbid => forbid.Offer).ToHashSet();
        var options = new List<(int Bench, int Fit)>();
        foreach (var at in surroundings.Of(people[rank], entry.Key.Class))
        {
            if (Rule(rank, at) is { } ruled && !apart.Contains(Offers[at].Offer))
            {
                options.Add((2 * at, party.Length == 1 ? ruled.Fit : RuleParty(party, at)!.Sum(one => one.Fit)));
                if (Seats(Offers[at]) is not null && !NeedsSeat(entry.Person))
                {
                    options.Add((2 * at + 1, ruled.Fit));
                }
            }
        }

        return [.. options];
    }
}
