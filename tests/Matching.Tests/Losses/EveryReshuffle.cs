using Networks.Domain.Matches;
using Networks.Matching.Fits;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.Losses;

/// <summary>Tries every plan without one offer in which nobody else loses a place: the definition, with nothing clever in it.</summary>
internal sealed class EveryReshuffle
{
    private readonly (Wish Wish, PlannedPair Pair, (MatchingOffer Offer, int Fit)[] Options)[] people;
    private readonly OfferId gone;
    private readonly int movedMax;
    private readonly Dictionary<OfferId, int> left;
    private readonly Dictionary<OfferId, int> seats;
    private (string Kept, int Moved, long Fit)? best;

    public EveryReshuffle(MatchingProblem problem, MatchingPlan plan, OfferId gone, int movedMax)
    {
        (this.gone, this.movedMax) = (gone, movedMax);
        left = problem.Offers.ToDictionary(offer => offer.Offer, offer => offer.Offer == gone ? 0 : offer.Places ?? 1000);
        seats = problem.Offers.ToDictionary(offer => offer.Offer, offer => offer.TransportSeats ?? 1000);
        var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        people =
        [
            .. from wish in WishOrder.Of(problem)
               let pair = plan.Pairs.FirstOrDefault(pair => pair.Resident == wish.Resident && Wish.ClassOf(pair.Kind) == wish.Class)
               where pair is not null
               select (wish, pair, Options(problem, eligibility, wish, pair, gone)),
        ];
    }

    /// <summary>Who keeps a place, in order, how many are moved, and how the fit changes.</summary>
    public (string Kept, int Moved, long Fit) Find()
    {
        Try(0, "", 0, 0);
        return best!.Value;
    }

    /// <summary>True if every pair passes and no offer has more people than places, or than seats.</summary>
    public static bool Holds(MatchingProblem problem, Dictionary<(string Resident, WishClass Class), OfferId> places)
    {
        var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        var wishes = WishOrder.Of(problem).ToDictionary(wish => (wish.Resident.Value, wish.Class));
        return places.All(place => eligibility.Judge(
                wishes[place.Key].Seeker, problem.Offers.First(offer => offer.Offer == place.Value) with { Places = null }).Passes)
            && problem.Offers.All(offer => places.Count(place => place.Value == offer.Offer) <= (offer.Places ?? int.MaxValue)
                && places.Count(place => place.Value == offer.Offer && Needs(wishes[place.Key])) <= (offer.TransportSeats ?? int.MaxValue));
    }

    private static bool Needs(Wish wish) => wish.Seeker.AccessNeeds.Contains("transport");

    private static (MatchingOffer Offer, int Fit)[] Options(
        MatchingProblem problem, Eligibility eligibility, Wish wish, PlannedPair pair, OfferId gone) =>
    [
        .. from offer in problem.Offers
           where offer.Offer != gone && Eligibility.Considers(wish, offer)
           where !pair.Pinned || pair.Offer == gone || offer.Offer == pair.Offer
           where !problem.Forbids.Any(forbid => forbid.Resident == wish.Resident && forbid.Offer == offer.Offer)
           let verdict = eligibility.Judge(wish.Seeker, offer with { Places = null })
           where verdict.Passes
           select (offer, verdict.Fit),
    ];

    private void Try(int at, string kept, int moved, long fit)
    {
        if (moved > movedMax)
        {
            return;
        }

        if (at == people.Length)
        {
            var found = (kept, moved, fit);
            best = best is { } known && !IsBetter(found, known) ? known : found;
            return;
        }

        var (wish, pair, options) = people[at];
        var isLost = pair.Offer == gone;
        foreach (var (offer, gain) in options)
        {
            if (left[offer.Offer] > 0 && (!Needs(wish) || seats[offer.Offer] > 0))
            {
                Count(wish, offer.Offer, -1);
                Try(at + 1, isLost ? kept + "1" : kept, moved + (isLost || offer.Offer == pair.Offer ? 0 : 1), fit + gain - pair.Fit);
                Count(wish, offer.Offer, 1);
            }
        }

        if (isLost)
        {
            Try(at + 1, kept + "0", moved, fit - pair.Fit);
        }
    }

    private void Count(Wish wish, OfferId offer, int change)
    {
        left[offer] += change;
        seats[offer] += Needs(wish) ? change : 0;
    }

    private static bool IsBetter((string Kept, int Moved, long Fit) one, (string Kept, int Moved, long Fit) other)
    {
        var (ones, others) = (one.Kept.Count(mark => mark == '1'), other.Kept.Count(mark => mark == '1'));
        return ones != others ? ones > others
            : one.Kept != other.Kept ? string.CompareOrdinal(one.Kept, other.Kept) > 0
            : one.Moved != other.Moved ? one.Moved < other.Moved
            : one.Fit > other.Fit;
    }
}
