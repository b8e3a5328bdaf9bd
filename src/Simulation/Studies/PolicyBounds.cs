using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Wards;
using Networks.Matching.Fairness;
using Networks.Matching.Policies;
using Networks.Simulation.Communities;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;

namespace Networks.Simulation.Studies;

/// <summary>A policy's own guarantees and quotas, as far as runs keep them: of wards and of bands.</summary>
internal static class PolicyBounds
{
    /// <summary>What each round keeps.</summary>
    public static ImmutableArray<PlannedBound> Of(MatchingPolicy policy, ImmutableArray<WardCode> wards) => policy.Bounds switch
    {
        { Dimension: FairnessDimension.Ward } bounds =>
        [
            .. bounds.Groups.Where(bound => wards.Any(ward => ward.Value == bound.Group))
                .Select(bound => new PlannedBound(WardCode.Of(bound.Group), null, bound.AtLeast, bound.AtMost)),
        ],
        { Dimension: FairnessDimension.Band } bounds =>
        [
            .. bounds.Groups.Select(bound => new PlannedBound(
                null, int.Parse(bound.Group, CultureInfo.InvariantCulture), bound.AtLeast, bound.AtMost)),
        ],
        _ => [],
    };

    /// <summary>True if some of them are not kept.</summary>
    public static bool AreLeftOut(MatchingPolicy policy) =>
        policy.Bounds is { Dimension: not (FairnessDimension.Ward or FairnessDimension.Band) };

    /// <summary>Levers that would cross them.</summary>
    public static IEnumerable<ScenarioFault> FaultsOf(MatchingPolicy policy, Scenario scenario) => policy.Bounds is null ? []
        : scenario.Arms.SelectMany(arm => arm.Levers).OfType<Quota>().Select(quota => new ScenarioFault(
            quota.Place, "The policy has guarantees or quotas of its own, and no lever can add to them.",
            "Name a policy file with other bounds: rounds: { policy: FILE }."));
}
