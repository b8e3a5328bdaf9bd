using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Matching.Problems;

namespace Networks.Matching.Fits;

/// <summary>
/// Judges many people with the same offers: every list of an offer is turned into a set once, of a person once for each wish, and whoever
/// is out of reach is never looked at. Its cost is pairs that may pass, not people times offers.
/// </summary>
public sealed class PairJudging
{
    private readonly Eligibility eligibility;
    private readonly OfferProfile[] offers;
    private readonly int[] kindsOffered;
    private readonly OfferIndex index;

    /// <summary>Prepares <paramref name="offers"/> for being judged by <paramref name="eligibility"/>.</summary>
    public PairJudging(Eligibility eligibility, ImmutableArray<MatchingOffer> offers)
    {
        this.eligibility = eligibility;
        this.offers = [.. offers.Select(eligibility.ProfileOf)];
        kindsOffered = [.. offers.Select(offer => Eligibility.SharedKinds(offer.Kinds, offer))];
        index = new OfferIndex(this.offers, kindsOffered, eligibility.Soft);
    }

    /// <summary>
    /// The offers that can be for each wish, in their order, by their number, with how well they fit; one array a wish. Many threads judge,
    /// and the answer is the same.
    /// </summary>
    public (int Offer, int Fit)[][] Fitting(IReadOnlyList<Wish> wishes, CancellationToken cancellationToken = default)
    {
        // Words are numbered as they are met, one thread after the other.
        SeekerProfile[] seekers = [.. wishes.Select(wish => eligibility.ProfileOf(wish.Seeker))];
        var found = new (int Offer, int Fit)[wishes.Count][];
        Parallel.For(
            0, wishes.Count, new ParallelOptions { CancellationToken = cancellationToken },
            () => (Near: new List<int>(), Passing: new List<(int, int)>()),
            (wish, _, room) =>
            {
                found[wish] = Passing(seekers[wish], wishes[wish].Kinds, room.Near, room.Passing);
                return room;
            },
            _ => { });
        return found;
    }

    private (int, int)[] Passing(SeekerProfile seeker, ImmutableArray<OfferKind> kinds, List<int> near, List<(int, int)> passing)
    {
        passing.Clear();
        var wished = kinds.Aggregate(0, (bits, kind) => bits | 1 << (int)kind);
        index.Find(seeker, wished, near);
        foreach (var at in near)
        {
            if (eligibility.Judge(seeker, offers[at], wished & kindsOffered[at]) is { Passes: true } verdict)
            {
                passing.Add((at, verdict.Fit));
            }
        }

        return [.. passing];
    }

    /// <summary>Every offer of a kind the wish names, in their order, by its number, with what stands against it.</summary>
    public IEnumerable<(int Offer, Verdict Verdict)> Considered(Wish wish)
    {
        var seeker = eligibility.ProfileOf(wish.Seeker);
        for (var at = 0; at < offers.Length; at++)
        {
            var kinds = Eligibility.SharedKinds(wish.Kinds, offers[at].Offer);
            if (kinds != 0)
            {
                yield return (at, eligibility.Judge(seeker, offers[at], kinds));
            }
        }
    }
}
