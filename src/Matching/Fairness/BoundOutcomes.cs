using System.Collections.Immutable;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Solvers;
using Networks.Matching.Variants;

namespace Networks.Matching.Fairness;

/// <summary>Finds what each bound of a round's policy costs: the round solved again without this one.</summary>
internal static class BoundOutcomes
{
    public static ImmutableArray<BoundOutcome> Of(
        SolvedProblem solved, BoundedGroups groups, MatchingPlan plan, CancellationToken cancellationToken) =>
    [
        .. groups.Bounds.Groups.Select((bound, group) =>
        {
            var members = Enumerable.Range(0, groups.Of.Length).Where(wish => groups.Of[wish] == group).ToArray();
            var (helped, price) = (members.Count(solved.IsHelped), Price(solved, groups.Bounds, bound, plan, cancellationToken));
            var isWithheld = FairnessGroups.IsWithheld(groups.Bounds.Dimension);
            var isSmall = FairnessGroups.IsSmall(helped) || FairnessGroups.IsSmall(members.Length - helped);
            return new BoundOutcome(
                groups.Bounds.Dimension, bound, members.Length, isWithheld && isSmall ? null : helped,
                isWithheld ? BoundPrices.WithoutPeople(price) : price);
        }),
    ];

    private static BoundPrice Price(
        SolvedProblem solved, RoundBounds bounds, GroupBound bound, MatchingPlan plan, CancellationToken cancellationToken)
    {
        var problem = solved.Problem;
        var others = new BoundedGroups(problem, bounds with { Groups = bounds.Groups.Remove(bound) });
        var covered = new BoundedCoverage(problem.Arcs, problem.Places, others).Find(cancellationToken)
            ?? throw new InvalidOperationException("Bounds that a plan keeps are kept by none once one of them is left out.");
        var without = PlanVariant.Optimum(problem, (wish, _) => covered[wish] >= 0, cancellationToken);
        return BoundPrices.Between(problem, solved.IsHelped, plan.Objective, without);
    }
}
