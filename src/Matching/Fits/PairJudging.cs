using System.Collections.Immutable;
using Networks.Matching.Problems;

namespace Networks.Matching.Fits;

/// <summary>
/// Judges many people with the same offers: every list of an offer is turned into a set once, of a person once for each wish.
/// </summary>
public sealed class PairJudging
{
    private readonly Eligibility eligibility;
    private readonly OfferProfile[] offers;

    /// <summary>Prepares <paramref name="offers"/> for being judged by <paramref name="eligibility"/>.</summary>
    public PairJudging(Eligibility eligibility, ImmutableArray<MatchingOffer> offers)
    {
        this.eligibility = eligibility;
        this.offers = [.. offers.Select(eligibility.ProfileOf)];
    }

    /// <summary>The offers that can be for a wish, in their order, by their number, with how well they fit.</summary>
    public IEnumerable<(int Offer, int Fit)> Fitting(Wish wish)
    {
        var seeker = eligibility.ProfileOf(wish.Seeker);
        for (var at = 0; at < offers.Length; at++)
        {
            var kinds = Eligibility.SharedKinds(wish.Kinds, offers[at].Offer);
            if (kinds != 0 && eligibility.MayPass(seeker, offers[at])
                && eligibility.Judge(seeker, offers[at], kinds) is { Passes: true } verdict)
            {
                yield return (at, verdict.Fit);
            }
        }
    }
}
