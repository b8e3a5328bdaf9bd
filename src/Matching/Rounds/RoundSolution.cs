using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Matching.Fairness;
using Networks.Matching.MarginalValues;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.RankedChoices;
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

    /// <summary>How far the plan goes along with ranked choices; null in solutions kept from before they were looked at.</summary>
    [Id(6)] public ChoiceReport? Choices { get; init; }

    /// <summary>What is said of one person's match; null if she has none. The list is in order, so it is halved, not walked.</summary>
    public MatchReason? MatchOf(ResidentId resident, WishClass wish)
    {
        var (from, to) = (0, Matches.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var order = Matches[middle].Resident.CompareTo(resident);
            order = order != 0 ? order : Matches[middle].Class.CompareTo(wish);
            (from, to) = order < 0 ? (middle + 1, to) : (from, middle);
        }

        return from < Matches.Length && Matches[from].Resident == resident && Matches[from].Class == wish ? Matches[from] : null;
    }
}
