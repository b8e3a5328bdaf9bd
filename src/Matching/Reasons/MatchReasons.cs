using System.Collections.Immutable;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>Finds what is said about every pair of a plan.</summary>
internal static class MatchReasons
{
    public static ImmutableArray<MatchReason> Of(
        SolvedProblem solved, Residual residual, MatchingPlan plan, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        var reasons = new MatchReason[plan.Pairs.Length];
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        progress?.Report(new SolveProgress("reasons", 0, plan.Pairs.Length));
        Parallel.For(
            0, reasons.Length, options,
            () => new NextBest(solved, residual),
            (at, _, nextBest) =>
            {
                reasons[at] = Of(solved, plan.Pairs[at], nextBest);
                return nextBest;
            },
            _ => { });
        return [.. reasons];
    }

    private static MatchReason Of(SolvedProblem solved, PlannedPair pair, NextBest nextBest)
    {
        var problem = solved.Problem;
        var key = new WishKey(pair.Resident, Wish.ClassOf(pair.Kind));
        int wish = problem.RankOf[key], offer = problem.OfferAt[pair.Offer];
        var verdict = problem.Judge(wish, offer);
        var next = pair.Pinned ? null : nextBest.Of(wish);
        var (seeker, place) = (problem.Wishes[wish].Seeker, problem.Offers[offer]);
        return new MatchReason
        {
            Pair = pair,
            Class = key.Class,
            Band = WishOrder.Band(seeker, problem.Problem),
            WaitingDays = WishOrder.WaitingDays(seeker, problem.Problem),
            Why = MatchWords.Why(seeker, place, pair, verdict, problem.Problem),
            WordsForThePerson = MatchWords.ForThePerson(seeker, place, pair),
            NextBest = next is { } other ? problem.Offers[other.Offer].Offer : null,
            NextBestCosts = next?.Cost,
            ToCheckFirst = ChecksFirst.Of(seeker, verdict, problem.Problem),
        };
    }
}
