using Networks.Domain.Matches;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.RankedChoices;

/// <summary>Tries every plan of a small round and keeps those in which no two would rather have each other, with plain lists.</summary>
internal sealed class EveryStablePlan
{
    private readonly MatchingProblem problem;
    private readonly OfferId[][] liked;
    private readonly Dictionary<OfferId, MatchingOffer> offers;
    private readonly OfferId?[] has;

    public EveryStablePlan(MatchingProblem problem)
    {
        this.problem = problem;
        Wishes = [.. WishOrder.Of(problem)];
        has = new OfferId?[Wishes.Length];
        offers = problem.Offers.ToDictionary(offer => offer.Offer);
        var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        liked =
        [
            .. Wishes.Select(wish => wish.Seeker.ConsentsToMatching ? problem.Offers
                .Where(offer => Eligibility.Considers(wish, offer))
                .Select(offer => (offer.Offer, Verdict: eligibility.Judge(wish.Seeker, offer with { Places = null })))
                .Where(pair => pair.Verdict.Passes)
                .OrderBy(pair => Named(problem.Policy.RankedChoices!.Residents, wish.Resident.Value, pair.Offer.Value))
                .ThenByDescending(pair => pair.Verdict.Fit).ThenBy(pair => pair.Offer)
                .Select(pair => pair.Offer).ToArray() : []),
        ];
        Try(0);
    }

    public Wish[] Wishes { get; }

    /// <summary>By wish the place in her own list of what she is given; the length of the list for nothing.</summary>
    public List<int[]> Stable { get; } = [];

    public int[] Of(Func<Wish, OfferId?> given) =>
        [.. Wishes.Select((wish, at) => given(wish) is { } offer ? Array.IndexOf(liked[at], offer) : liked[at].Length)];

    private void Try(int at)
    {
        if (at == Wishes.Length)
        {
            if (!Enumerable.Range(0, at).Any(wish => liked[wish].TakeWhile(offer => offer != has[wish]).Any(offer => Blocks(wish, offer))))
            {
                Stable.Add(Of(wish => has[Array.IndexOf(Wishes, wish)]));
            }

            return;
        }

        has[at] = null;
        Try(at + 1);
        foreach (var offer in liked[at])
        {
            has[at] = offer;
            if (Fits(offer, There(offer).Where(wish => wish <= at)))
            {
                Try(at + 1);
            }
        }

        has[at] = null;
    }

    // Room for one more, or for her in the place of somebody whom the offer ranks after her.
    private bool Blocks(int wish, OfferId offer)
    {
        int[] there = [.. There(offer)];
        return Fits(offer, there.Append(wish))
            || there.Any(other => Rank(offer, wish).CompareTo(Rank(offer, other)) < 0 && Fits(offer, there.Except([other]).Append(wish)));
    }

    private (int, int) Rank(OfferId offer, int wish) =>
        (Named(problem.Policy.RankedChoices!.Offers, offer.Value, Wishes[wish].Resident.Value), wish);

    private bool Fits(OfferId offer, IEnumerable<int> wishes)
    {
        int[] all = [.. wishes];
        var fetched = all.Count(wish => Wishes[wish].Seeker.AccessNeeds.Contains("transport"));
        return all.Length <= (offers[offer].Places ?? 1000) && !(offers[offer].TransportSeats is > 0 and var seats && fetched > seats);
    }

    private IEnumerable<int> There(OfferId offer) => Enumerable.Range(0, has.Length).Where(wish => has[wish] == offer);

    private static int Named(IEnumerable<Ranking> rankings, string who, string whom) =>
        rankings.FirstOrDefault(ranking => ranking.Who == who)?.Choices.IndexOf(whom) is >= 0 and var at ? at : 1000;
}
