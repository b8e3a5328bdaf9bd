using Networks.Domain.Matches;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.Solvers;

/// <summary>Tries every plan of a small problem: the definition itself, with nothing clever in it.</summary>
internal sealed class BruteForce
{
    private readonly MatchingProblem problem;
    private readonly Wish[] wishes;
    private readonly (MatchingOffer Offer, int Fit)[][] options;
    private readonly Dictionary<OfferId, int> left;
    private readonly OfferId?[] chosen;

    private BruteForce(MatchingProblem problem)
    {
        this.problem = problem;
        wishes = [.. WishOrder.Of(problem)];
        var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        options = [.. wishes.Select(wish => Options(eligibility, wish))];
        left = problem.Offers.ToDictionary(offer => offer.Offer, offer => offer.Places ?? 1000);
        chosen = new OfferId?[wishes.Length];
    }

    /// <summary>
    /// The best plan's pairs by (resident, class), its fit, and which wishes it helps; null where no plan holds every pin.
    /// </summary>
    public static Best? Solve(MatchingProblem problem)
    {
        var search = new BruteForce(problem);
        search.Try(0, 0);
        return search.best;
    }

    private Best? best;

    private (MatchingOffer Offer, int Fit)[] Options(Eligibility eligibility, Wish wish)
    {
        var put = wish.Seeker.ConsentsToMatching && !(wish.Seeker.PausedUntil > problem.AsOf)
            && !problem.Deferrals.Contains(new Deferral(wish.Resident, wish.Class));
        return
        [
            .. problem.Offers
                .Where(offer => put && Eligibility.Considers(wish, offer))
                .Where(offer => !problem.Forbids.Any(forbid => forbid.Resident == wish.Resident && forbid.Offer == offer.Offer))
                .Select(offer => (offer, verdict: eligibility.Judge(wish.Seeker, offer with { Places = null })))
                .Where(pair => pair.verdict.Passes)
                .Select(pair => (pair.offer, pair.verdict.Fit)),
        ];
    }

    private void Try(int at, int fit)
    {
        if (at == wishes.Length)
        {
            Compare(fit);
            return;
        }

        chosen[at] = null;
        Try(at + 1, fit);
        foreach (var (offer, gain) in options[at])
        {
            if (left[offer.Offer] > 0)
            {
                left[offer.Offer]--;
                chosen[at] = offer.Offer;
                Try(at + 1, fit + gain);
                chosen[at] = null;
                left[offer.Offer]++;
            }
        }
    }

    private void Compare(int fit)
    {
        var pairs = wishes.Zip(chosen).Where(pair => pair.Second is not null)
            .OrderBy(pair => pair.First.Resident).ThenBy(pair => pair.First.Class)
            .Select(pair => (pair.First.Resident, pair.First.Class, Offer: pair.Second!.Value)).ToArray();
        if (problem.Pins.Any(pin => !pairs.Any(pair => pair.Resident == pin.Resident && pair.Offer == pin.Offer)))
        {
            return;
        }

        var kept = problem.Before.Count(before => pairs.Any(pair => pair.Resident == before.Resident && pair.Offer == before.Offer));
        var found = new Best([.. chosen.Select(offer => offer is not null)], fit, pairs) { Kept = kept };
        if (best is null || found.IsBetterThan(best))
        {
            best = found;
        }
    }

    internal sealed record Best(bool[] Helped, int Fit, (Domain.Residents.ResidentId Resident, WishClass Class, OfferId Offer)[] Pairs)
    {
        public int Kept { get; init; }

        public bool IsBetterThan(Best other)
        {
            for (var rank = 0; rank < Helped.Length; rank++)
            {
                if (Helped[rank] != other.Helped[rank])
                {
                    return Helped[rank];
                }
            }

            if (Fit != other.Fit)
            {
                return Fit > other.Fit;
            }

            if (Kept != other.Kept)
            {
                return Kept > other.Kept;
            }

            var differing = Enumerable.Range(0, Pairs.Length).FirstOrDefault(at => Pairs[at].Offer != other.Pairs[at].Offer, -1);
            return differing >= 0 && Pairs[differing].Offer.CompareTo(other.Pairs[differing].Offer) < 0;
        }
    }
}
