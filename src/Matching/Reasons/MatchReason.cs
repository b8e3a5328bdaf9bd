using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Orleans;

namespace Networks.Matching.Reasons;

/// <summary>A pair of the plan as a coordinator reads it.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.match-reason")]
public sealed record MatchReason
{
    [Id(0)] public required PlannedPair Pair { get; init; }

    [Id(1)] public required WishClass Class { get; init; }

    /// <summary>The band she ranked as.</summary>
    [Id(2)] public required int Band { get; init; }

    /// <summary>Days waited on the day of the round; null if it is not known since when.</summary>
    [Id(3)] public int? WaitingDays { get; init; }

    /// <summary>What speaks for it, for the coordinator.</summary>
    [Id(4)] public required string Why { get; init; }

    /// <summary>To be said to the person: names nobody, and no score or band.</summary>
    [Id(5)] public required string WordsForThePerson { get; init; }

    /// <summary>
    /// The offer she would have without this one in the next best plan that helps the same people; null if there is none.
    /// </summary>
    [Id(6)] public OfferId? NextBest { get; init; }

    /// <summary>By how much the whole plan's fit would be weaker then.</summary>
    [Id(7)] public long? NextBestCosts { get; init; }

    /// <summary>What is not known and should be asked first.</summary>
    [Id(8)] public ImmutableArray<string> ToCheckFirst { get; init; } = [];

    /// <summary>The match in full, one paragraph for the coordinator; empty in rounds solved before it was told.</summary>
    [Id(9)] public string InFull { get; init; } = "";

    /// <summary>Whose match it is.</summary>
    public ResidentId Resident => Pair.Resident;
}
