using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Residents;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Solvers;
using Networks.Matching.Variants;

namespace Networks.Matching.Fairness;

/// <summary>What guarantees and quotas cost: solved with them and without.</summary>
public static class BoundPrices
{
    /// <summary>The most groups that can be bound at once.</summary>
    public const int BoundsMax = 50;

    /// <summary>Why these bounds cannot be asked about, in one sentence; null if they can.</summary>
    public static string? Fault(MatchingProblem problem, FairnessDimension dimension, ImmutableArray<GroupBound> bounds)
    {
        if (bounds.IsEmpty || bounds.Length > BoundsMax)
        {
            return $"{bounds.Length} groups are bound; name 1 to {BoundsMax}.";
        }

        if (dimension == FairnessDimension.Situation && bounds.Length > 1)
        {
            return "A person may be in several situations, so only one can be bound at a time.";
        }

        if (bounds.Select(bound => bound.Group).Distinct(StringComparer.Ordinal).Count() < bounds.Length)
        {
            return "A group is bound twice.";
        }

        if (bounds.FirstOrDefault(bound => bound.AtLeast < 0 || bound.AtMost < 0) is { } negative)
        {
            return $"A bound of '{negative.Group}' is below 0.";
        }

        if (bounds.FirstOrDefault(bound => !FairnessGroups.Has(problem, dimension, bound.Group)) is { } unknown)
        {
            return $"'{unknown.Group}' is no {(dimension == FairnessDimension.Ward ? "ward" : "band")} of this round; it has "
                + string.Join(", ", FairnessGroups.All(problem, dimension)) + ".";
        }

        return FairnessGroups.IsWithheld(dimension) && bounds.FirstOrDefault(bound => IsSmall(problem, dimension, bound)) is { } small
            ? $"Fewer than {FairnessGroups.SmallNumber} wishes of '{small.Group}' wait; nothing is shown of so few."
            : null;
    }

    /// <summary>The price of <paramref name="bounds"/>; throws where <see cref="Fault"/> names one.</summary>
    public static BoundPrice Of(
        MatchingProblem problem, MatchingPlan plan, FairnessDimension dimension, ImmutableArray<GroupBound> bounds,
        CancellationToken cancellationToken)
    {
        if (Fault(problem, dimension, bounds) is { } fault)
        {
            throw new ArgumentException(fault, nameof(bounds));
        }

        var compiled = CompiledProblem.Of(problem, cancellationToken).Compiled
            ?? throw new InvalidOperationException("A plan was given for a problem that contradicts itself.");
        if (Coverage(compiled, dimension, bounds).Find(cancellationToken) is not { } covered)
        {
            return new BoundPrice
            {
                CanBeKept = false, Helped = 0, HelpedByBand = [0, 0, 0, 0], Fit = 0,
                Sentence = "No plan keeps these bounds: too few places fit the people they are for.",
            };
        }

        var with = PlanVariant.Optimum(compiled, (wish, _) => covered[wish] >= 0, cancellationToken);
        var now = plan.Pairs.Select(pair => compiled.RankOf[new WishKey(pair.Resident, Wish.ClassOf(pair.Kind))]).ToHashSet();
        int[] all = [.. Enumerable.Range(0, compiled.Wishes.Length)];
        ImmutableArray<ResidentId> Names(Func<int, bool> isOne) => [.. all.Where(isOne).Select(wish => compiled.Wishes[wish].Resident)];
        var price = new BoundPrice
        {
            CanBeKept = true,
            Helped = with.Helped - now.Count,
            HelpedByBand = [.. with.HelpedByBand.Zip(plan.Objective.MatchedByBand, (then, before) => then - before)],
            Fit = with.Fit - plan.Objective.Fit,
            Gain = Names(wish => with.IsHelped(wish) && !now.Contains(wish)),
            Lose = Names(wish => !with.IsHelped(wish) && now.Contains(wish)),
            Sentence = "",
        };
        return price with { Sentence = Sentence(price) };
    }

    private static BoundedCoverage Coverage(CompiledProblem problem, FairnessDimension dimension, ImmutableArray<GroupBound> bounds)
    {
        var groupOf = new int[problem.Wishes.Length];
        int[] least = [.. bounds.Select(bound => bound.AtLeast ?? 0), 0];
        int[] most = [.. bounds.Select(bound => bound.AtMost ?? problem.Wishes.Length), problem.Wishes.Length];
        for (var wish = 0; wish < groupOf.Length; wish++)
        {
            var groups = FairnessGroups.Of(problem.Wishes[wish], dimension, problem.Problem);
            groupOf[wish] = Enumerable.Range(0, bounds.Length).FirstOrDefault(at => groups.Contains(bounds[at].Group), bounds.Length);
            if (problem.PinOf[wish] >= 0)
            {
                least[groupOf[wish]] = Math.Max(0, least[groupOf[wish]] - 1);
                most[groupOf[wish]]--;
            }
        }

        return new BoundedCoverage(problem, groupOf, least, most);
    }

    private static bool IsSmall(MatchingProblem problem, FairnessDimension dimension, GroupBound bound) =>
        problem.Seekers.SelectMany(Wish.Of)
            .Count(wish => FairnessGroups.Of(wish, dimension, problem).Contains(bound.Group)) is > 0 and < FairnessGroups.SmallNumber;

    private static string Sentence(BoundPrice price)
    {
        if (price.Gain.IsEmpty && price.Lose.IsEmpty)
        {
            return price.Fit == 0 ? "The plan keeps these bounds already: they cost nothing."
                : string.Create(CultureInfo.InvariantCulture, $"The same people are helped; the plan's fit changes by {price.Fit}.");
        }

        var helped = price.Helped == 0 ? "As many people are helped"
            : $"{Phrases.Sentence(Phrases.Count(Math.Abs(price.Helped)))} {(price.Helped > 0 ? "more" : "fewer")} "
                + $"{(Math.Abs(price.Helped) == 1 ? "is" : "are")} helped";
        return string.Create(CultureInfo.InvariantCulture,
            $"{helped}: {Phrases.Count(price.Gain.Length)} instead of {Phrases.Count(price.Lose.Length)}; "
            + $"the plan's fit changes by {price.Fit}.");
    }
}
