using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Matches;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Solvers;

namespace Networks.Matching.Losses;

/// <summary>What a plan becomes without one of its offers.</summary>
public static class PlanLosses
{
    /// <summary>The most people a re-shuffle may be allowed to move.</summary>
    public const int MovedMost = 20;

    /// <summary>
    /// Takes <paramref name="offer"/> away and moves at most <paramref name="movedMax"/> others: most of those who had its places keep one,
    /// of equals the first in order, then fewest are moved, then the fit is best. Null if the offer is not in the round.
    /// </summary>
    public static LossAnswer? Of(
        MatchingProblem problem, MatchingPlan plan, OfferId offer, int movedMax, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(movedMax);
        if (problem.Offers.FirstOrDefault(one => one.Offer == offer) is not { } gone)
        {
            return null;
        }

        var without = CompiledProblem.Of(Without(problem, offer), cancellationToken).Compiled
            ?? throw new InvalidOperationException("A round that has a plan contradicts itself without one of its offers.");
        var pairs = plan.Pairs.ToDictionary(pair => without.RankOf[new WishKey(pair.Resident, Wish.ClassOf(pair.Kind))]);
        var leading = pairs.Where(pair => !without.Together.IsCarried(pair.Key)).ToArray();
        int[] lost = [.. leading.Where(pair => pair.Value.Offer == offer).Select(pair => pair.Key).Order()];
        var present = leading.Where(pair => pair.Value.Offer != offer && !pair.Value.Pinned)
            .ToDictionary(pair => pair.Key, pair => without.OfferAt[pair.Value.Offer]);
        var after = new Reshuffle(without, lost, present, movedMax, cancellationToken).Find();
        OfferId To(int wish) => without.Offers[after[wish]].Offer;
        ImmutableArray<LostPlace> places =
        [
            .. lost.SelectMany(wish => without.Together.MembersOf(wish).Select(member => new LostPlace(
                pairs[member].Resident, pairs[member].Kind, after.ContainsKey(wish) ? To(wish) : null))),
        ];
        ImmutableArray<MovedPlace> moved =
        [
            .. after.Keys.Where(wish => present.TryGetValue(wish, out var from) && without.Parts.First[after[wish]] != from)
                .SelectMany(wish => without.Together.MembersOf(wish).Select(
                    member => new MovedPlace(pairs[member].Resident, pairs[member].Kind, pairs[member].Offer, To(wish))))
                .OrderBy(place => place.Resident).ThenBy(place => place.Kind),
        ];
        var fit = after.Sum(pair => (long)without.Arcs.FitOf(pair.Key, pair.Value))
            - after.Keys.Union(lost).SelectMany(without.Together.MembersOf).Sum(wish => (long)pairs[wish].Fit);
        var answer = new LossAnswer
        {
            Offer = offer,
            MovedMax = movedMax,
            Lost = places,
            Kept = places.Count(place => place.To is not null),
            Moved = moved,
            Fit = fit,
            SupportedNow = gone.MatchesNow,
            Sentence = "",
        };
        return answer with { Sentence = Sentence(answer) };
    }

    private static MatchingProblem Without(MatchingProblem problem, OfferId offer) => problem with
    {
        Offers = problem.Offers.RemoveAll(one => one.Offer == offer),
        Pins = problem.Pins.RemoveAll(pin => pin.Offer == offer),
        Forbids = problem.Forbids.RemoveAll(forbid => forbid.Offer == offer),
    };

    private static string Sentence(LossAnswer loss)
    {
        var name = loss.Offer.Value;
        if (loss.Lost.IsEmpty)
        {
            return $"Without {name} nobody would lose a place of this plan.";
        }

        var people = loss.Lost.Length == 1 ? "one person" : $"{Phrases.Count(loss.Lost.Length)} people";
        var start = $"Without {name} {people} would lose the place this plan gives.";
        var others = loss.Moved.Length == 0 ? "moving nobody else"
            : loss.Moved.Length == 1 ? "moving one other person" : $"moving {Phrases.Count(loss.Moved.Length)} other people";
        var most = loss.MovedMax == 1 ? "one other" : $"{Phrases.Count(loss.MovedMax)} others";
        return loss.Kept == 0
            ? $"{start} Moving up to {most} would keep nobody's."
            : string.Create(CultureInfo.InvariantCulture,
                $"{start} {Phrases.Sentence(others)} {KeepsWords(loss)}; the plan's fit changes by {loss.Fit}.");
    }

    private static string KeepsWords(LossAnswer loss) => loss.Kept == loss.Lost.Length
        ? loss.Kept == 1 ? "finds another place" : $"finds all {Phrases.Count(loss.Kept)} another place"
        : $"finds {Phrases.Count(loss.Kept)} of them another place";
}
