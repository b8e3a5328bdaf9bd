using System.Collections.Immutable;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Matching.Recruiting;

/// <summary>
/// What places of a volunteer or group that is not there yet would change, exactly as if the round were solved again with it. Values of
/// different profiles are not additive: several may help the same people.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.recruiting-value")]
public sealed record RecruitingValue
{
    /// <summary>With the ward in which it helps most, where none was asked about.</summary>
    [Id(0)] public required RecruitProfile Profile { get; init; }

    /// <summary>More people helped with 1, 2 ... <see cref="RecruitingValues.PlacesMax"/> places there, cumulative and concave.</summary>
    [Id(1)] public required ImmutableArray<int> Helped { get; init; }

    /// <summary>Who would be helped, in the order in which places are added.</summary>
    [Id(2)] public ImmutableArray<ResidentId> People { get; init; } = [];

    /// <summary>The band of the first of them; null if nobody.</summary>
    [Id(3)] public int? FirstBand { get; init; }

    /// <summary>Change of the plan's total fit with one place there.</summary>
    [Id(4)] public required long PlusOneFit { get; init; }

    /// <summary>Places after which one more helps nobody; null if the last place looked at still helps somebody.</summary>
    [Id(5)] public int? EnoughPlaces { get; init; }

    [Id(6)] public required string Sentence { get; init; }
}

/// <summary>What several recruits would change together.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.recruiting-together")]
public sealed record RecruitingTogether
{
    /// <summary>Each alone.</summary>
    [Id(0)] public required ImmutableArray<RecruitingValue> Alone { get; init; }

    /// <summary>More people helped by all of them together, from solving the round again with all of them.</summary>
    [Id(1)] public required int Helped { get; init; }

    /// <summary>Who, in the order in which people are helped.</summary>
    [Id(2)] public ImmutableArray<ResidentId> People { get; init; } = [];

    /// <summary>Change of the plan's total fit.</summary>
    [Id(3)] public required long Fit { get; init; }

    [Id(4)] public required string Sentence { get; init; }
}

/// <summary>One profile and how many places of it are thought of.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.recruit-wish")]
public sealed record RecruitWish([property: Id(0)] RecruitProfile Profile, [property: Id(1)] int Places);
