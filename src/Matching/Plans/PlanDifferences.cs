using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Problems;

namespace Networks.Matching.Plans;

/// <summary>Holds a plan against the plan that stood before, which its problem names.</summary>
public static class PlanDifferences
{
    /// <summary>The difference; null where no plan stood before.</summary>
    public static PlanDifference? Of(MatchingProblem problem, MatchingPlan plan)
    {
        if (problem.Before.IsEmpty)
        {
            return null;
        }

        var before = problem.Before.ToDictionary(pair => new WishKey(pair.Resident, ClassOf(pair.Offer)));
        var now = plan.Pairs.ToDictionary(pair => new WishKey(pair.Resident, Wish.ClassOf(pair.Kind)));
        var (moves, kept) = (ImmutableArray.CreateBuilder<PlanMove>(), 0);
        int[] helpedBefore = new int[PriorityBand.Least], helpedNow = new int[PriorityBand.Least];
        foreach (var wish in WishOrder.Of(problem))
        {
            var key = new WishKey(wish.Resident, wish.Class);
            var band = WishOrder.Band(wish.Seeker, problem);
            var (had, has) = (before.GetValueOrDefault(key), now.GetValueOrDefault(key));
            helpedBefore[band - 1] += had is null ? 0 : 1;
            helpedNow[band - 1] += has is null ? 0 : 1;
            if (had?.Offer != has?.Offer)
            {
                moves.Add(new PlanMove(
                    key.Resident, key.Class, band, had?.Offer, has?.Offer, had?.Fit, has?.Fit, SentenceOf(key, band, had, has)));
            }
            else
            {
                kept += had is null ? 0 : 1;
            }
        }

        var (fitBefore, fitNow) = (problem.Before.Sum(pair => (long)pair.Fit), plan.Pairs.Sum(pair => (long)pair.Fit));
        return new PlanDifference
        {
            Moves = moves.ToImmutable(),
            Kept = kept,
            HelpedBefore = [.. helpedBefore],
            HelpedNow = [.. helpedNow],
            FitBefore = fitBefore,
            FitNow = fitNow,
            Sentence = SentenceOf(moves, kept, helpedBefore, helpedNow, fitBefore, fitNow),
        };
    }

    private static WishClass ClassOf(OfferId offer) => offer.Holder == OfferHolder.Group ? WishClass.Group : WishClass.OneToOne;

    private static string SentenceOf(WishKey key, int band, PairBefore? had, PlannedPair? has) => (had, has) switch
    {
        (null, { } gained) => Text($"{key.Resident} (band {band}) gains a place with {gained.Offer.Value}, fit {gained.Fit}."),
        ({ } lost, null) => Text($"{key.Resident} (band {band}) loses the place with {lost.Offer.Value}, fit {lost.Fit}, and waits."),
        ({ } lost, { } gained) => Text(
            $"{key.Resident} (band {band}) goes to {gained.Offer.Value} instead of {lost.Offer.Value}, fit {gained.Fit} (was {lost.Fit})."),
        _ => "",
    };

    // "2 people change places, 1 gains one, 1 loses one; 37 keep theirs. Helped of band 1: 12 (were 11) ... Total fit 3201 (was 3240)."
    private static string SentenceOf(
        IReadOnlyCollection<PlanMove> moves, int kept, int[] helpedBefore, int[] helpedNow, long fitBefore, long fitNow)
    {
        if (moves.Count == 0)
        {
            return Text($"Nobody moves: the plan is the one that stood before, {kept} {(kept == 1 ? "pair" : "pairs")}.");
        }

        var (changed, gained, lost) = (
            moves.Count(move => move.From is not null && move.To is not null),
            moves.Count(move => move.From is null),
            moves.Count(move => move.To is null));
        var bands = Enumerable.Range(0, helpedNow.Length).Where(at => helpedNow[at] != helpedBefore[at])
            .Select(at => Text($"band {at + 1}: {helpedNow[at]} (were {helpedBefore[at]})")).ToArray();
        var helped = bands.Length == 0 ? "As many of each band are helped." : $"Helped of {string.Join(", of ", bands)}.";
        return Text($"{changed} change their place, {gained} gain one, {lost} lose theirs; {kept} keep it. {helped} ")
            + Text($"Total fit {fitNow} (was {fitBefore}).");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
