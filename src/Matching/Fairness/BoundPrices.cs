using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Residents;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
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

        if (!problem.Policy.VisitedTogether.IsEmpty)
        {
            return "In this round households are visited together, and a quota could count them once or by head; "
                + "what it costs is told of rounds in which everybody has a place of her own.";
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

    /// <summary>
    /// The price of <paramref name="bounds"/>, or why it is not told. Of languages and situations nothing is told where a group compared,
    /// or everybody outside those groups, is small in a number that the answer could be reckoned back to: who waits, who is helped or left
    /// now, who is then, and how many could be at all. The refusal does not say which.
    /// </summary>
    public static (BoundPrice? Price, string? Refusal) Answer(
        MatchingProblem problem, MatchingPlan plan, FairnessDimension dimension, ImmutableArray<GroupBound> bounds,
        CancellationToken cancellationToken)
    {
        if (Fault(problem, dimension, bounds) is { } fault)
        {
            return (null, fault);
        }

        if (!FairnessGroups.IsWithheld(dimension))
        {
            return (Of(problem, plan, dimension, bounds, cancellationToken), null);
        }

        var (price, comparisons) = Compared(problem, plan, dimension, bounds, cancellationToken);
        return comparisons.Any(FairnessGroups.IsSmall)
            ? (null, "Fewer than 5 people of a group compared here wait, are helped or are left over; nothing is shown of so few.")
            : (WithoutPeople(price), null);
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

        var compiled = Compiled(problem, cancellationToken);
        return Of(compiled, plan, new BoundedGroups(compiled, new RoundBounds(dimension, bounds)), cancellationToken).Price;
    }

    private static CompiledProblem Compiled(MatchingProblem problem, CancellationToken cancellationToken) =>
        CompiledProblem.Of(problem, cancellationToken).Compiled
        ?? throw new InvalidOperationException("A plan was given for a problem that contradicts itself.");

    private static (BoundPrice Price, Func<int, bool> Now, Func<int, bool> Then) Of(
        CompiledProblem compiled, MatchingPlan plan, BoundedGroups groups, CancellationToken cancellationToken)
    {
        var now = plan.Pairs.Select(pair => compiled.RankOf[new WishKey(pair.Resident, Wish.ClassOf(pair.Kind))]).ToHashSet();
        var coverage = new BoundedCoverage(compiled.Arcs, compiled.Places, groups);
        if (coverage.Find(cancellationToken) is not { } covered)
        {
            var impossible = new BoundPrice
            {
                CanBeKept = false, Helped = 0, HelpedByBand = [0, 0, 0, 0], Fit = 0, Sentence = coverage.Fault!,
            };
            return (impossible, now.Contains, now.Contains);
        }

        var with = PlanVariant.Optimum(compiled, (wish, _) => covered[wish] >= 0, cancellationToken);
        var price = Between(
            compiled, (with.IsHelped, with.HelpedByBand, with.Fit), (now.Contains, plan.Objective.MatchedByBand, plan.Objective.Fit));
        return (price, now.Contains, with.IsHelped);
    }

    // Every number of every group, and of everybody else, that the price could be reckoned back to.
    private static (BoundPrice Price, ImmutableArray<int> Numbers) Compared(
        MatchingProblem problem, MatchingPlan plan, FairnessDimension dimension, ImmutableArray<GroupBound> bounds,
        CancellationToken cancellationToken)
    {
        var compiled = Compiled(problem, cancellationToken);
        var groups = new BoundedGroups(compiled, new RoundBounds(dimension, bounds));
        var (price, now, then) = Of(compiled, plan, groups, cancellationToken);
        var numbers = ImmutableArray.CreateBuilder<int>();
        for (var group = 0; group < groups.Count; group++)
        {
            int[] members = [.. Enumerable.Range(0, groups.Of.Length).Where(wish => groups.Of[wish] == group && compiled.PutForward[wish])];
            var own = members.ToHashSet();
            var (here, there) = (members.Count(now), members.Count(then));
            numbers.AddRange(members.Length, here, members.Length - here, there, members.Length - there);
            numbers.Add(members.Count(PlanVariant.Optimum(compiled, (wish, _) => own.Contains(wish), cancellationToken).IsHelped));
        }

        return (price, numbers.ToImmutable());
    }

    /// <summary>The price with nobody named and nothing told by band.</summary>
    internal static BoundPrice WithoutPeople(BoundPrice price)
    {
        var more = price.Helped == 0 ? "As many people are helped"
            : $"{Phrases.Sentence(Phrases.Count(Math.Abs(price.Helped)))} {(price.Helped > 0 ? "more" : "fewer")} "
                + $"{(Math.Abs(price.Helped) == 1 ? "is" : "are")} helped";
        return price with
        {
            IsWithheld = true,
            HelpedByBand = [],
            Gain = [],
            Lose = [],
            Sentence = price.CanBeKept
                ? string.Create(CultureInfo.InvariantCulture, $"{more}; the plan's fit changes by {price.Fit}.")
                : "No plan keeps these bounds: too few places fit the people they are for.",
        };
    }

    /// <summary>What the plan of a round that keeps a bound costs, held beside the one <paramref name="without"/> it.</summary>
    internal static BoundPrice Between(CompiledProblem problem, Func<int, bool> isHelped, Objective kept, PlanVariant without) =>
        Between(problem, (isHelped, kept.MatchedByBand, kept.Fit), (without.IsHelped, without.HelpedByBand, without.Fit));

    private static BoundPrice Between(
        CompiledProblem problem, (Func<int, bool> IsHelped, ImmutableArray<int> ByBand, long Fit) with,
        (Func<int, bool> IsHelped, ImmutableArray<int> ByBand, long Fit) without)
    {
        int[] all = [.. Enumerable.Range(0, problem.Wishes.Length)];
        ImmutableArray<ResidentId> Names(Func<int, bool> isOne) => [.. all.Where(isOne).Select(wish => problem.Wishes[wish].Resident)];
        var price = new BoundPrice
        {
            CanBeKept = true,
            Helped = with.ByBand.Sum() - without.ByBand.Sum(),
            HelpedByBand = [.. with.ByBand.Zip(without.ByBand, (then, before) => then - before)],
            Fit = with.Fit - without.Fit,
            Gain = Names(wish => with.IsHelped(wish) && !without.IsHelped(wish)),
            Lose = Names(wish => !with.IsHelped(wish) && without.IsHelped(wish)),
            Sentence = "",
        };
        return price with { Sentence = Sentence(price) };
    }

    private static bool IsSmall(MatchingProblem problem, FairnessDimension dimension, GroupBound bound) =>
        problem.Seekers.SelectMany(Wish.Of)
            .Count(wish => FairnessGroups.Of(wish, dimension, problem).Contains(bound.Group)) is > 0 and < FairnessGroups.SmallNumber;

    private static string Sentence(BoundPrice price)
    {
        if (price.Gain.IsEmpty && price.Lose.IsEmpty)
        {
            return price.Fit == 0 ? "Keeping this changes nothing: it costs nothing."
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
