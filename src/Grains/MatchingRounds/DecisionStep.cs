using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Orleans;

namespace Networks.Grains.MatchingRounds;

/// <summary>
/// How a round stood before one decision of a coordinator, so that the decision can be taken back until the plan is published. Of the plan
/// that stood before only the difference is kept.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.decision-step")]
public sealed record DecisionStep
{
    /// <summary>As many decisions can be taken back, the last first.</summary>
    public const int StepsMost = 20;

    [Id(0)] public ImmutableArray<PairRule> Pins { get; init; } = [];

    [Id(1)] public ImmutableArray<PairRule> Forbids { get; init; } = [];

    [Id(2)] public ImmutableArray<Deferral> Deferrals { get; init; } = [];

    /// <summary>True if no plan had stood before.</summary>
    [Id(3)] public bool? WasFirst { get; init; }

    /// <summary>Pairs of the plan before that are not in the one that took its place.</summary>
    [Id(4)] public ImmutableArray<PairBefore> Lost { get; init; } = [];

    /// <summary>Pairs that are only in the one that took its place.</summary>
    [Id(5)] public ImmutableArray<PairBefore> Gained { get; init; } = [];

    /// <summary>The pairs of a plan, in their one order.</summary>
    public static ImmutableArray<PairBefore> PairsOf(MatchingPlan plan) =>
        InOrder(plan.Pairs.Select(pair => new PairBefore(pair.Resident, pair.Offer, pair.Fit)));

    /// <summary>The round with <paramref name="next"/> decided, and how it stood; a plan that stood is the plan before.</summary>
    public static MatchingRoundState Take(MatchingRoundState present, MatchingRoundState next, MatchingPlan? plan)
    {
        var before = plan is null ? present.Before : PairsOf(plan);
        var step = new DecisionStep
        {
            Pins = present.Pins,
            Forbids = present.Forbids,
            Deferrals = present.Deferrals,
            WasFirst = present.Before.IsEmpty ? true : null,
            Lost = [.. present.Before.Except(before)],
            Gained = present.Before.IsEmpty ? [] : [.. before.Except(present.Before)],
        };
        return next with { Before = before, Steps = [.. present.Steps.TakeLast(StepsMost - 1), step] };
    }

    /// <summary>The round as it stood before its last decision.</summary>
    public static MatchingRoundState TakeBack(MatchingRoundState present)
    {
        var step = present.Steps[^1];
        return present with
        {
            Pins = step.Pins,
            Forbids = step.Forbids,
            Deferrals = step.Deferrals,
            Before = step.WasFirst == true ? [] : InOrder(present.Before.Except(step.Gained).Concat(step.Lost)),
            Steps = present.Steps.RemoveAt(present.Steps.Length - 1),
        };
    }

    /// <summary>True if a step holds words about somebody.</summary>
    public bool Tells(ResidentId resident) => Pins.Concat(Forbids).Any(rule => rule.Resident == resident && rule.Reason.Length > 0);

    private static ImmutableArray<PairBefore> InOrder(IEnumerable<PairBefore> pairs) =>
        [.. pairs.OrderBy(pair => pair.Resident).ThenBy(pair => pair.Offer)];
}
