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

    public CheckedRound(MatchingProblem problem)
    {
        Problem = problem;
        ruling = new PairRuling(problem);
        Offers = [.. problem.Offers];
        Entries = [.. Ordered(problem)];
        RankOf = Enumerable.Range(0, Entries.Length).ToDictionary(rank => Entries[rank].Key);
        OfferAt = Enumerable.Range(0, Offers.Length).ToDictionary(at => Offers[at].Offer);
        Options = new (int Offer, int Fit)[Entries.Length][];
        Parallel.For(0, Entries.Length, rank => Options[rank] = [.. OptionsOf(Entries[rank])]);
    }

    public MatchingProblem Problem { get; }

    public MatchingOffer[] Offers { get; }

    /// <summary>Every wish in the order in which people are helped.</summary>
    public Entry[] Entries { get; }

    public Dictionary<WishKey, int> RankOf { get; }

    public Dictionary<OfferId, int> OfferAt { get; }

    /// <summary>What each wish could be given, by offer; nothing for those that are not put forward.</summary>
    public (int Offer, int Fit)[][] Options { get; }

    /// <summary>A wish in its place in the order.</summary>
    internal sealed record Entry(Seeker Person, WishKey Key, OfferKind[] Kinds, int Band);

    /// <summary>Rules on one pair by hand, for pairs of the plan.</summary>
    public PairRuling.Ruling? Rule(Entry entry, MatchingOffer offer) => ruling.Of(entry.Person, offer);

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
                OfferKind[] kinds = [.. seeker.Seeking.Where(kind => kind is <= OfferKind.Transport == (wishClass == WishClass.OneToOne))];
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

    private IEnumerable<(int Offer, int Fit)> OptionsOf(Entry entry)
    {
        if (HeldBack(entry) is not null)
        {
            yield break;
        }

        var apart = Problem.Forbids.Where(forbid => forbid.Resident == entry.Key.Resident).Select(forbid => forbid.Offer).ToHashSet();
        for (var at = 0; at < Offers.Length; at++)
        {
            if (IsOfKind(entry, Offers[at]) && !apart.Contains(Offers[at].Offer) && ruling.Of(entry.Person, Offers[at]) is { } ruled)
            {
                yield return (at, ruled.Fit);
            }
        }
    }

    /// <summary>True if the offer has a kind the wish names, and is of its class.</summary>
    public static bool IsOfKind(Entry entry, MatchingOffer offer)
    {
        if (entry.Key.Class == WishClass.Group != (offer.Offer.Holder == OfferHolder.Group))
        {
            return false;
        }

        foreach (var kind in offer.Kinds)
        {
            if (Array.IndexOf(entry.Kinds, kind) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
