using System.Collections.Immutable;
using Networks.Matching.Fairness;
using Networks.Matching.MarginalValues;
using Networks.Matching.Plans;
using Networks.Matching.Reasons;
using Orleans;

namespace Networks.Matching.Rounds;

/// <summary>
/// Everything a solved round shows: the plan, its proof, a reason for every yes and every no, and what more places would do.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.round-solution")]
public sealed record RoundSolution
{
    [Id(0)] public required MatchingPlan Plan { get; init; }

    [Id(1)] public required PlanCertificate Certificate { get; init; }

    /// <summary>By resident's reference, one-to-one before group.</summary>
    [Id(2)] public required ImmutableArray<MatchReason> Matches { get; init; }

    /// <summary>In the order in which people are helped.</summary>
    [Id(3)] public required ImmutableArray<UnmatchedPerson> Unmatched { get; init; }

    /// <summary>By offer.</summary>
    [Id(4)] public required ImmutableArray<MarginalValue> MarginalValues { get; init; }

    /// <summary>What became of each guarantee and quota of the policy, and what it costs; empty without bounds.</summary>
    [Id(5)] public ImmutableArray<BoundOutcome> Bounds { get; init; } = [];
}
