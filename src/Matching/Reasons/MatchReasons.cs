using System.Collections.Immutable;
using Networks.Domain.Matches;
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
        var search = solved.Problem.Problem.Policy.RankedChoices is null ? Search(solved, residual, cancellationToken) : null;
        Parallel.For(
            0, reasons.Length, options,
            () => search?.Invoke(),
            (at, _, nextBest) =>
            {
                reasons[at] = Of(solved, plan.Pairs[at], nextBest);
                return nextBest;
            },
            _ => { });
        return [.. reasons];
    }

    // What is next best over the whole plan is no question where everybody has the best she can be given; nor have such plans prices.
    private static Func<NextBest> Search(SolvedProblem solved, Residual residual, CancellationToken cancellationToken)
    {
        var slacks = Slacks.Of(solved, cancellationToken);
        var comers = Comers.Of(solved, slacks, cancellationToken);
        var cycles = TightCycles.FindAtAnyCost(solved.Problem.Arcs, solved.Assignment, solved.Value, solved.Price);
        return () => new NextBest(solved, residual, slacks, comers, cycles);
    }

    private static MatchReason Of(SolvedProblem solved, PlannedPair pair, NextBest? nextBest)
    {
        var problem = solved.Problem;
        var key = new WishKey(pair.Resident, Wish.ClassOf(pair.Kind));
        int wish = problem.RankOf[key], offer = problem.OfferAt[pair.Offer];
        var verdict = problem.JudgeAlone(wish, offer);
        var next = pair.Pinned ? null : nextBest?.Of(problem.Together.LeadOf(wish));
        var match = new MatchedPair(problem.Wishes[wish].Seeker, problem.Offers[offer], pair, verdict, problem.Problem)
        {
            Together = TogetherWords.Others(problem, wish),
        };
        OfferId? nextOffer = next is { } other ? problem.Offers[other.Offer].Offer : null;
        return new MatchReason
        {
            Pair = pair,
            Class = key.Class,
            Band = match.Band,
            WaitingDays = match.WaitingDays,
            Why = MatchWords.Why(match),
            WordsForThePerson = WordsForHer.Of(match),
            NextBest = nextOffer,
            NextBestCosts = next?.Cost,
            ToCheckFirst = ChecksFirst.Of(match.Seeker, match.Offer, verdict, problem.Problem),
            InFull = MatchWords.InFull(match, nextOffer, next?.Cost),
        };
    }
}
