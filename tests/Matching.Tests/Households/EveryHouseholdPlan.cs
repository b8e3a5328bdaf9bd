using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.Households;

/// <summary>
/// Tries every plan of a small round in which households are met together: people are put into parties, each party has one place or none,
/// and of all plans the best by the published order is kept. Nothing clever in it, and nothing of the solver's.
/// </summary>
internal sealed class EveryHouseholdPlan
{
    private readonly MatchingProblem problem;
    private readonly Wish[] wishes;
    private readonly int[][] parties;
    private readonly (MatchingOffer Offer, int Fit)[][] options;
    private readonly Dictionary<OfferId, int> left;
    private readonly OfferId?[] chosen;
    private Found? best;

    private EveryHouseholdPlan(MatchingProblem problem)
    {
        this.problem = problem;
        wishes = [.. WishOrder.Of(problem)];
        parties = [.. Enumerable.Range(0, wishes.Length).GroupBy(PartyOf).Select(party => party.ToArray())];
        var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        options = [.. parties.Select(party => Options(eligibility, party))];
        left = problem.Offers.ToDictionary(offer => offer.Offer, offer => offer.Places ?? 1000);
        chosen = new OfferId?[wishes.Length];
    }

    /// <summary>The best plan; null where no plan holds every pin.</summary>
    public static Found? Solve(MatchingProblem problem)
    {
        var search = new EveryHouseholdPlan(problem);
        search.Try(0, 0);
        return search.best;
    }

    private bool IsForward(Wish wish) => wish.Seeker.ConsentsToMatching && !(wish.Seeker.PausedUntil > problem.AsOf)
        && !problem.Deferrals.Contains(new Deferral(wish.Resident, wish.Class));

    private string PartyOf(int at) => wishes[at] is { Class: WishClass.OneToOne, Seeker.Household: { } home } wish && IsForward(wish)
        && problem.Policy.VisitedTogether.Contains(home) ? home : $"alone {at}";

    private (MatchingOffer Offer, int Fit)[] Options(Eligibility eligibility, int[] party) =>
    [
        .. from offer in problem.Offers
           where party.All(at => IsForward(wishes[at]) && Eligibility.Considers(wishes[at], offer)
               && !problem.Forbids.Any(forbid => forbid.Resident == wishes[at].Resident && forbid.Offer == offer.Offer))
           let fit = Fit(eligibility, party, offer with { Places = null })
           where fit is not null
           select (offer, fit.Value),
    ];

    // Alone: as the person is judged. Together: each kind all seek, then each way of the first person, in which everybody passes.
    private int? Fit(Eligibility eligibility, int[] party, MatchingOffer offer)
    {
        if (party.Length == 1)
        {
            return eligibility.Judge(wishes[party[0]].Seeker with { Seeking = wishes[party[0]].Kinds }, offer) is { Passes: true } one
                ? one.Fit : null;
        }

        Seeker[] people = [.. party.Select(at => wishes[at].Seeker)];
        IEnumerable<ContactMode> Ways(Seeker one) => one.Modes.IsEmpty ? [ContactMode.Visit] : one.Modes;
        foreach (var kind in wishes[party[0]].Kinds)
        {
            foreach (var way in Ways(people[0]))
            {
                var verdicts = people.Select(one => one.Seeking.Contains(kind) && Ways(one).Contains(way)
                    ? eligibility.Judge(one with { Seeking = [kind], Modes = [way] }, offer) : (Verdict?)null).ToArray();
                if (verdicts.All(verdict => verdict is { Passes: true }))
                {
                    return verdicts.Sum(verdict => verdict!.Value.Fit);
                }
            }
        }

        return null;
    }

    private void Try(int at, int fit)
    {
        if (at == parties.Length)
        {
            Compare(fit);
            return;
        }

        Try(at + 1, fit);
        foreach (var (offer, gain) in options[at].Where(option => left[option.Offer.Offer] > 0))
        {
            left[offer.Offer]--;
            Array.ForEach(parties[at], one => chosen[one] = offer.Offer);
            Try(at + 1, fit + gain);
            Array.ForEach(parties[at], one => chosen[one] = null);
            left[offer.Offer]++;
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

        var kept = parties.Count(party => chosen[party[0]] is { } offer && problem.Before.Any(
            before => before.Resident == wishes[party[0]].Resident && before.Offer == offer));
        var found = new Found([.. chosen.Select(offer => offer is not null)], fit, kept, pairs);
        best = best is null || found.IsBetterThan(best) ? found : best;
    }

    internal sealed record Found(bool[] Helped, int Fit, int Kept, (ResidentId Resident, WishClass Class, OfferId Offer)[] Pairs)
    {
        public bool IsBetterThan(Found other)
        {
            var rank = Enumerable.Range(0, Helped.Length).FirstOrDefault(at => Helped[at] != other.Helped[at], -1);
            if (rank >= 0)
            {
                return Helped[rank];
            }

            if (Fit != other.Fit || Kept != other.Kept)
            {
                return Fit != other.Fit ? Fit > other.Fit : Kept > other.Kept;
            }

            var differing = Enumerable.Range(0, Pairs.Length).FirstOrDefault(at => Pairs[at].Offer != other.Pairs[at].Offer, -1);
            return differing >= 0 && Pairs[differing].Offer.CompareTo(other.Pairs[differing].Offer) < 0;
        }
    }
}
