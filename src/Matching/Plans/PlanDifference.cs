using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Matching.Problems;
using Orleans;

namespace Networks.Matching.Plans;

/// <summary>A plan held against the one that stood before: who is affected, and what that costs or brings.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.plan-difference")]
public sealed record PlanDifference
{
    /// <summary>Everybody whose place is another one now, in the order in which people are helped.</summary>
    [Id(0)] public required ImmutableArray<PlanMove> Moves { get; init; }

    /// <summary>Pairs of the plan before that stand.</summary>
    [Id(1)] public required int Kept { get; init; }

    /// <summary>Helped in bands 1 to 4 by the plan before, people who left the round since not counted.</summary>
    [Id(2)] public required ImmutableArray<int> HelpedBefore { get; init; }

    /// <summary>Helped in bands 1 to 4 now.</summary>
    [Id(3)] public required ImmutableArray<int> HelpedNow { get; init; }

    /// <summary>Total fit of the plan before, people who left the round since not counted.</summary>
    [Id(4)] public required long FitBefore { get; init; }

    /// <summary>Total fit now.</summary>
    [Id(5)] public required long FitNow { get; init; }

    /// <summary>The same in one or two sentences.</summary>
    [Id(6)] public required string Sentence { get; init; }
}

/// <summary>Somebody whose place changes.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Class">One to one or a group.</param>
/// <param name="Band">The band she ranks as.</param>
/// <param name="From">Whose place she had in the plan before; null = none.</param>
/// <param name="To">Whose place she has now; null = none.</param>
/// <param name="FitBefore">How the first fitted; null for none.</param>
/// <param name="FitNow">How the second fits; null for none.</param>
/// <param name="Sentence">The same in words, for the coordinator.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.plan-move")]
public sealed record PlanMove(
    [property: Id(0)] ResidentId Resident,
    [property: Id(1)] WishClass Class,
    [property: Id(2)] int Band,
    [property: Id(3)] OfferId? From,
    [property: Id(4)] OfferId? To,
    [property: Id(5)] int? FitBefore,
    [property: Id(6)] int? FitNow,
    [property: Id(7)] string Sentence);
