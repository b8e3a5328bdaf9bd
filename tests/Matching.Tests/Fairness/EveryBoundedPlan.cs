using Networks.Domain.Matches;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.Fairness;

/// <summary>Tries every plan of a small round that keeps bounds on groups, with plain lists.</summary>
internal sealed class EveryBoundedPlan
{
    private readonly Wish[] wishes;
    private readonly (OfferId Offer, int Fit)[][] options;
    private readonly Dictionary<OfferId, int> left;
    private readonly Func<string, int, bool> keeps;
    private readonly string?[] groups;
    private readonly string[] bound;

    public EveryBoundedPlan(MatchingProblem problem, Func<Wish, string?> group, string[] bound, Func<string, int, bool> keeps)
    {
        (this.bound, this.keeps) = (bound, keeps);
        var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        wishes = [.. WishOrder.Of(problem)];
        groups = [.. wishes.Select(group)];
        left = problem.Offers.ToDictionary(offer => offer.Offer, offer => offer.Places ?? 1000);
        options =
        [
            .. wishes.Select(wish => wish.Seeker.ConsentsToMatching ? problem.Offers
                .Where(offer => Eligibility.Considers(wish, offer))
                .Select(offer => (offer.Offer, Verdict: eligibility.Judge(wish.Seeker, offer with { Places = null })))
                .Where(pair => pair.Verdict.Passes).Select(pair => (pair.Offer, pair.Verdict.Fit)).ToArray() : []),
        ];
    }

    public (string Helped, int Fit)? Best { get; private set; }

    public Wish[] Wishes => wishes;

    public (string Helped, int Fit)? Find()
    {
        Try(0, "", 0);
        return Best;
    }

    private void Try(int at, string helped, int fit)
    {
        if (at == wishes.Length)
        {
            var isKept = bound.All(group => keeps(group, groups.Where((own, wish) => own == group && helped[wish] == '1').Count()));
            var order = Best is { } best ? string.CompareOrdinal(helped, best.Helped) : 1;
            if (isKept && (order > 0 || order == 0 && fit > Best!.Value.Fit))
            {
                Best = (helped, fit);
            }

            return;
        }

        Try(at + 1, helped + "0", fit);
        foreach (var (offer, gain) in options[at])
        {
            if (left[offer] > 0)
            {
                left[offer]--;
                Try(at + 1, helped + "1", fit + gain);
                left[offer]++;
            }
        }
    }
}
