using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.RankedChoices;

/// <summary>Who ranks whom in a round, and what an offer makes of those who ask for its places. Offers stand by their first part.</summary>
internal sealed class ChoiceLists
{
    private readonly CompiledProblem problem;
    private readonly int[] places;
    private readonly Dictionary<string, string[]> ofResidents;
    private readonly Dictionary<int, Dictionary<string, int>> ofOffers;

    public ChoiceLists(CompiledProblem problem, Arcs arcs, int[] places, ChoicePolicy policy)
    {
        (this.problem, this.places, Arcs) = (problem, places, arcs);
        ofResidents = policy.Residents.ToDictionary(ranking => ranking.Who, ranking => ranking.Choices.ToArray(), StringComparer.Ordinal);
        ofOffers = [];
        foreach (var ranking in policy.Offers)
        {
            var at = ranking.Choices.Select((who, place) => (who, place)).ToDictionary(StringComparer.Ordinal);
            foreach (var (_, first) in problem.OfferAt.Where(offer => offer.Key.Value == ranking.Who))
            {
                ofOffers[first] = at;
            }
        }
    }

    public Arcs Arcs { get; }

    /// <summary>The first fault of stated choices: somebody or something not in the round, or named twice; null if there is none.</summary>
    public static string? Fault(MatchingProblem problem, ChoicePolicy policy)
    {
        var people = problem.Seekers.Select(seeker => seeker.Resident.Value).ToHashSet(StringComparer.Ordinal);
        var offers = problem.Offers.Select(offer => offer.Offer.Value).ToHashSet(StringComparer.Ordinal);
        return Fault(policy.Residents, people, offers) ?? Fault(policy.Offers, offers, people);
    }

    /// <summary>The offers a wish could have, as she ranks them.</summary>
    public int[] Of(int wish)
    {
        var hers = ofResidents.GetValueOrDefault(problem.Wishes[wish].Resident.Value) ?? [];
        return
        [
            .. Enumerable.Range(Arcs.Start[wish], Arcs.Start[wish + 1] - Arcs.Start[wish])
                .Where(arc => !problem.Parts.IsWithoutSeat(Arcs.Offer[arc]))
                .OrderBy(arc => Named(hers, Arcs.Offer[arc])).ThenByDescending(arc => Arcs.Fit[arc]).ThenBy(arc => Arcs.Offer[arc])
                .Select(arc => Arcs.Offer[arc]),
        ];
    }

    /// <summary>The offers she would rather have than this one; of two she did not name that fit alike she prefers neither.</summary>
    public IEnumerable<int> Rather(int wish, int has)
    {
        var hers = ofResidents.GetValueOrDefault(problem.Wishes[wish].Resident.Value) ?? [];
        var (named, fit) = has < 0 ? (int.MaxValue, -1) : (Named(hers, has), Arcs.FitOf(wish, has));
        for (var arc = Arcs.Start[wish]; arc < Arcs.Start[wish + 1]; arc++)
        {
            var at = hers.Length == 0 ? int.MaxValue : Named(hers, Arcs.Offer[arc]);
            if ((at < named || at == named && Arcs.Fit[arc] > fit) && !problem.Parts.IsWithoutSeat(Arcs.Offer[arc]))
            {
                yield return Arcs.Offer[arc];
            }
        }
    }

    /// <summary>The place of a wish in an offer's order, smaller is before.</summary>
    public long RankOf(int offer, int wish) =>
        ofOffers.TryGetValue(offer, out var named) && named.TryGetValue(problem.Wishes[wish].Resident.Value, out var at)
            ? at - int.MaxValue : wish;

    /// <summary>
    /// Of those who ask, in the offer's order, whom it keeps: as many as it has places, of those to be fetched as many as it has seats.
    /// </summary>
    public List<int> Kept(int offer, List<int> askers)
    {
        var (kept, fetched) = (new List<int>(), 0);
        var all = places[offer] + (problem.Parts.IsDivided(offer) ? places[offer + 1] : 0);
        if (!problem.Parts.IsDivided(offer) && askers.Count <= all)
        {
            return [.. askers];
        }

        foreach (var wish in askers.OrderBy(wish => RankOf(offer, wish)))
        {
            var needsSeat = NeedsSeat(offer, wish);
            if (kept.Count < all && !(needsSeat && fetched == places[offer]))
            {
                kept.Add(wish);
                fetched += needsSeat ? 1 : 0;
            }
        }

        return kept;
    }

    /// <summary>
    /// The place in an offer's order before which one more must stand to be kept beside those it has, first for whoever needs a seat, then
    /// for everybody else; the largest number where there is room.
    /// </summary>
    public (long Fetched, long Others) Needed(int offer, IReadOnlyCollection<int> present)
    {
        var all = places[offer] + (problem.Parts.IsDivided(offer) ? places[offer + 1] : 0);
        long Last(IEnumerable<int> wishes) => wishes.Select(wish => RankOf(offer, wish)).DefaultIfEmpty(long.MinValue).Max();
        var others = present.Count < all ? long.MaxValue : Last(present);
        var fetched = present.Where(wish => NeedsSeat(offer, wish)).ToArray();
        return (problem.Parts.IsDivided(offer) && fetched.Length == places[offer] ? Last(fetched) : others, others);
    }

    /// <summary>True if the offer can keep her only on one of its seats.</summary>
    public bool NeedsSeat(int offer, int wish) => problem.Parts.IsDivided(offer) && !problem.MayUse(wish, offer + 1);

    /// <summary>Seats to those who need one, the other places first to the others.</summary>
    public IEnumerable<(int Wish, int Part)> Seated(int offer, IReadOnlyCollection<int> kept)
    {
        var left = problem.Parts.IsDivided(offer) ? places[offer + 1] : 0;
        foreach (var wish in kept)
        {
            var standing = left > 0 && problem.MayUse(wish, offer + 1);
            left -= standing ? 1 : 0;
            yield return (wish, standing ? offer + 1 : offer);
        }
    }

    private static string? Fault(IEnumerable<Ranking> rankings, HashSet<string> rankers, HashSet<string> ranked)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ranking in rankings)
        {
            if (!rankers.Contains(ranking.Who) || !seen.Add(ranking.Who))
            {
                var what = rankers.Contains(ranking.Who) ? "stands there twice" : "is not in this round";
                return $"Ranked choices: '{ranking.Who}' {what}.";
            }

            if (ranking.Choices.FirstOrDefault(choice => !ranked.Contains(choice)) is { } unknown)
            {
                return $"Ranked choices: '{ranking.Who}' names '{unknown}', which is not in this round.";
            }

            if (ranking.Choices.Distinct(StringComparer.Ordinal).Count() < ranking.Choices.Length)
            {
                return $"Ranked choices: '{ranking.Who}' names somebody twice.";
            }
        }

        return null;
    }

    private int Named(string[] hers, int offer) =>
        Array.IndexOf(hers, problem.Offers[offer].Offer.Value) is >= 0 and var at ? at : int.MaxValue;
}
