using Networks.Domain.Matches;
using Networks.Matching.Allocations;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Solvers;

/// <summary>
/// The best allocation of a compiled problem: solved from nothing, or, where a plan stood before, so that as many of its pairs are kept as
/// in any plan as good. Which prices it begins with changes nothing about the plan; good ones are quick.
/// </summary>
internal static class Optimum
{
    /// <summary>The allocation with its proof in whole fits, and in units if a plan stood before.</summary>
    public static (Allocation Whole, KeptAllocation? Kept) Of(
        CompiledProblem problem, Arcs arcs, PlanCertificate? before, IProgress<SolveProgress>? progress,
        CancellationToken cancellationToken)
    {
        var places = new AllocationProblem(arcs.Start, arcs.Offer, arcs.Fit, problem.Places);
        if (problem.Problem.Before.IsEmpty)
        {
            return (AllocationSolver.Solve(
                places, (stage, done, total) => progress?.Report(new SolveProgress(stage, done, total)),
                cancellationToken: cancellationToken), null);
        }

        progress?.Report(new SolveProgress("fit", 0, problem.Wishes.Length));
        var kept = AllocationSolver.SolveKeeping(places, Before(problem, before), cancellationToken: cancellationToken)
            ?? throw new InvalidOperationException("A round's fits are too far apart to be counted.");
        return (kept.Allocation, kept);
    }

    /// <summary>
    /// The same pairs as those that lose nothing in units, for a search that asks nothing else: value 0, price 0 or 1, and only such a
    /// pair fits what its price is.
    /// </summary>
    public static (Arcs Arcs, long[] Value, long[] Price) Tight(CompiledProblem problem, KeptAllocation kept)
    {
        var (arcs, fit) = (problem.Arcs, new int[problem.Arcs.Fit.Length]);
        var keep = Pairs(problem);
        for (var wish = 0; wish < problem.Wishes.Length; wish++)
        {
            for (var arc = arcs.Start[wish]; arc < arcs.Start[wish + 1]; arc++)
            {
                var offer = arcs.Offer[arc];
                var worth = ((long)arcs.Fit[arc] << kept.Shift) + (problem.Parts.First[offer] == keep[wish] ? 1 : 0);
                fit[arc] = kept.Value[wish] + kept.Price[offer] != worth ? -1 : kept.Price[offer] == 0 ? 0 : 1;
            }
        }

        return (arcs with { Fit = fit }, new long[problem.Wishes.Length], [.. kept.Price.Select(price => price == 0 ? 0L : 1L)]);
    }

    private static AllocationBefore Before(CompiledProblem problem, PlanCertificate? certificate)
    {
        var price = new long[problem.Offers.Length];
        foreach (var offer in certificate?.Offers ?? [])
        {
            if (problem.OfferAt.TryGetValue(offer.Offer, out var first))
            {
                var part = first + (offer.WithoutSeat == true && problem.Parts.IsDivided(first) ? 1 : 0);
                price[part] = offer.Price / (certificate!.Units ?? 1);
            }
        }

        return new AllocationBefore(Pairs(problem), price) { SameAs = problem.Parts.First };
    }

    // The offer of the plan before, by its first part, -1 for none.
    private static int[] Pairs(CompiledProblem problem)
    {
        var keep = new int[problem.Wishes.Length];
        Array.Fill(keep, -1);
        foreach (var pair in problem.Problem.Before)
        {
            var inGroup = pair.Offer.Holder == OfferHolder.Group;
            var key = new WishKey(pair.Resident, inGroup ? WishClass.Group : WishClass.OneToOne);
            if (problem.RankOf.TryGetValue(key, out var wish) && problem.OfferAt.TryGetValue(pair.Offer, out var offer))
            {
                keep[wish] = offer;
            }
        }

        return keep;
    }
}
