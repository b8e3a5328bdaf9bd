using System.Collections.Immutable;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Variants;

namespace Networks.Matching.Fairness;

/// <summary>Draws up the fairness ledger of a plan.</summary>
public static class FairnessLedgers
{
    /// <summary>The ledger; <paramref name="lastPolicy"/> is that of the round before, null if there was none.</summary>
    public static FairnessLedger Of(
        MatchingProblem problem, MatchingPlan plan, MatchingPolicy? lastPolicy, CancellationToken cancellationToken)
    {
        var compiled = CompiledProblem.Of(problem, cancellationToken).Compiled
            ?? throw new InvalidOperationException("A plan was given for a problem that contradicts itself.");
        var helped = plan.Pairs.Select(pair => compiled.RankOf[new WishKey(pair.Resident, Wish.ClassOf(pair.Kind))]).ToHashSet();
        int[] forward = [.. Enumerable.Range(0, compiled.Wishes.Length).Where(wish => compiled.PutForward[wish])];
        return new FairnessLedger
        {
            Rows =
            [
                .. Enum.GetValues<FairnessDimension>()
                    .SelectMany(dimension => Rows(compiled, dimension, forward, helped, cancellationToken)),
            ],
            Plan = new RuleOutcome(
                helped.Count, plan.Objective.MatchedByBand, plan.Objective.Fit, MiddleDays(compiled, helped), 0, 0),
            FirstCome = Outcome(compiled, PlanVariant.FirstCome(compiled), helped),
            LastPolicy = lastPolicy is { } policy && PlanVariant.Under(problem, policy, cancellationToken) is { } last
                ? Outcome(compiled, last, helped)
                : null,
        };
    }

    private static IEnumerable<FairnessRow> Rows(
        CompiledProblem problem, FairnessDimension dimension, int[] forward, HashSet<int> helped, CancellationToken cancellationToken)
    {
        var groups = forward
            .SelectMany(wish => FairnessGroups.Of(problem.Wishes[wish], dimension, problem.Problem).Select(group => (group, wish)))
            .ToLookup(pair => pair.group, pair => pair.wish, StringComparer.Ordinal);
        FairnessRow[] rows =
        [
            .. groups.OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Row(problem, dimension, group.Key, [.. group], helped, cancellationToken)),
        ];
        return FairnessGroups.IsWithheld(dimension) ? SmallNumbers.Withheld(rows) : rows;
    }

    private static FairnessRow Row(
        CompiledProblem problem, FairnessDimension dimension, string? group, HashSet<int> wishes, HashSet<int> helped,
        CancellationToken cancellationToken) => new()
    {
        Dimension = dimension,
        Group = group,
        Waiting = wishes.Count,
        Helped = wishes.Count(helped.Contains),
        Entitled = wishes.Count(PlanVariant.Optimum(
            problem, (wish, _) => problem.Together.MembersOf(wish).Any(wishes.Contains), cancellationToken).IsHelped),
        DaysHelped = MiddleDays(problem, wishes.Where(helped.Contains)),
        DaysWaiting = MiddleDays(problem, wishes.Where(wish => !helped.Contains(wish))),
    };

    private static RuleOutcome Outcome(CompiledProblem problem, PlanVariant variant, HashSet<int> helped)
    {
        int[] here = [.. Enumerable.Range(0, problem.Wishes.Length).Where(variant.IsHelped)];
        return new RuleOutcome(
            here.Length, variant.HelpedByBand, variant.Fit, MiddleDays(problem, here), here.Count(wish => !helped.Contains(wish)),
            helped.Count(wish => !variant.IsHelped(wish)));
    }

    // The lower of the two in the middle, so that it is somebody's number of whole days.
    private static int? MiddleDays(CompiledProblem problem, IEnumerable<int> wishes)
    {
        int[] days = [.. wishes.Select(wish => WishOrder.WaitingDays(problem.Wishes[wish].Seeker, problem.Problem)).OfType<int>().Order()];
        return days.Length == 0 ? null : days[(days.Length - 1) / 2];
    }
}
