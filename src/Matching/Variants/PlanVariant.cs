using System.Collections.Immutable;
using Networks.Matching.Allocations;
using Networks.Matching.Fairness;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.RankedChoices;
using Networks.Matching.Solvers;

namespace Networks.Matching.Variants;

/// <summary>
/// A second answer to the same frozen round, to be held beside its plan: with fewer pairs, or by another rule. Pins stand in every one.
/// </summary>
internal sealed class PlanVariant
{
    private readonly CompiledProblem problem;
    private readonly int[] partOf;

    private PlanVariant(CompiledProblem problem, int[] partOf) => (this.problem, this.partOf) = (problem, partOf);

    /// <summary>How many wishes are helped.</summary>
    public int Helped => Enumerable.Range(0, partOf.Length).Count(IsHelped);

    /// <summary>Of them in bands 1 to 4.</summary>
    public ImmutableArray<int> HelpedByBand
    {
        get
        {
            var bands = Enumerable.Range(0, partOf.Length).Where(IsHelped)
                .CountBy(wish => WishOrder.Band(problem.Wishes[wish].Seeker, problem.Problem)).ToDictionary();
            return [.. Enumerable.Range(1, Domain.Measures.PriorityBand.Least).Select(band => bands.GetValueOrDefault(band))];
        }
    }

    /// <summary>Total fit.</summary>
    public long Fit => Enumerable.Range(0, partOf.Length).Where(IsHelped).Sum(wish => (long)problem.JudgeAlone(wish, OfferOf(wish)).Fit);

    /// <summary>True if the wish has a place, pinned or not.</summary>
    public bool IsHelped(int wish) => partOf[problem.Together.LeadOf(wish)] >= 0 || problem.PinOf[wish] >= 0;

    /// <summary>The offer a helped wish has, by its first part.</summary>
    public int OfferOf(int wish) => problem.PinOf[wish] >= 0
        ? problem.PinOf[wish] : problem.Parts.First[partOf[problem.Together.LeadOf(wish)]];

    /// <summary>The optimum in which only such pairs of wish and part may be.</summary>
    public static PlanVariant Optimum(CompiledProblem problem, Func<int, int, bool> mayBe, CancellationToken cancellationToken)
    {
        var arcs = problem.Arcs;
        var (start, offer, fit) = (new int[arcs.Start.Length], new List<int>(), new List<int>());
        for (var wish = 0; wish < problem.Wishes.Length; wish++)
        {
            for (var arc = arcs.Start[wish]; arc < arcs.Start[wish + 1]; arc++)
            {
                if (mayBe(wish, arcs.Offer[arc]))
                {
                    offer.Add(arcs.Offer[arc]);
                    fit.Add(arcs.Fit[arc]);
                }
            }

            start[wish + 1] = offer.Count;
        }

        var places = new AllocationProblem(start, [.. offer], [.. fit], problem.Places);
        return new PlanVariant(problem, AllocationSolver.Solve(places, cancellationToken: cancellationToken).OfferOf);
    }

    /// <summary>
    /// First come, first served: by waiting since, not known last, then by reference, each takes the free place that fits best, and nobody
    /// is moved.
    /// </summary>
    public static PlanVariant FirstCome(CompiledProblem problem)
    {
        var (partOf, left) = (new int[problem.Wishes.Length], problem.Places.ToArray());
        Array.Fill(partOf, -1);
        var order = Enumerable.Range(0, partOf.Length).OrderBy(wish => problem.Wishes[wish].Seeker.WaitingSince ?? DateOnly.MaxValue)
            .ThenBy(wish => problem.Wishes[wish].Resident).ThenBy(wish => problem.Wishes[wish].Class);
        foreach (var wish in order)
        {
            // A place without a seat first, where it is as good to her.
            int[] free = [.. problem.Arcs.OffersOf(wish).ToArray().Where(part => left[part] > 0)];
            if (free.Length > 0)
            {
                partOf[wish] = free.OrderByDescending(part => problem.Arcs.FitOf(wish, part)).ThenBy(part => problem.Parts.First[part])
                    .ThenByDescending(part => part).First();
                left[partOf[wish]]--;
            }
        }

        return new PlanVariant(problem, partOf);
    }

    /// <summary>The optimum of the same round under another policy; null where a pin contradicts it or its bounds cannot be kept.</summary>
    public static PlanVariant? Under(MatchingProblem problem, MatchingPolicy policy, CancellationToken cancellationToken)
    {
        // Who is visited together is no rule of one round or another: they asked for it.
        policy = policy with { VisitedTogether = problem.Policy.VisitedTogether };
        if (CompiledProblem.Of(problem with { Policy = policy }, cancellationToken).Compiled is not { } compiled)
        {
            return null;
        }

        if (policy.RankedChoices is { } choices)
        {
            return ChoiceLists.Fault(problem, choices) is not null ? null : new PlanVariant(
                compiled, DeferredAcceptance.Solve(new ChoiceLists(compiled, compiled.Arcs, compiled.Places, choices), cancellationToken));
        }

        var cover = policy.Bounds is { } bounds ? BoundedCover.Of(compiled, bounds, cancellationToken).Cover : null;
        return cover is null && policy.Bounds is not null ? null
            : Optimum(compiled, (wish, _) => cover is null || cover.PartOf[wish] >= 0, cancellationToken);
    }
}
