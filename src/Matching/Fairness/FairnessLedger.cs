using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Matching.Fairness;

/// <summary>How a plan treats the groups of those who wait, and how it compares with other ways of deciding the same round.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.fairness-ledger")]
public sealed record FairnessLedger
{
    [Id(0)] public required ImmutableArray<FairnessRow> Rows { get; init; }

    /// <summary>The plan itself.</summary>
    [Id(1)] public required RuleOutcome Plan { get; init; }

    /// <summary>If whoever waits longest took the best free place, one after another.</summary>
    [Id(2)] public required RuleOutcome FirstCome { get; init; }

    /// <summary>The optimum of this round under the last round's policy; null where there was none or it contradicts a pin.</summary>
    [Id(3)] public RuleOutcome? LastPolicy { get; init; }
}

/// <summary>By what people are put into groups.</summary>
[GenerateSerializer, Alias("networks.matching.fairness-dimension")]
[JsonConverter(typeof(WordJsonConverter<FairnessDimension>))]
public enum FairnessDimension
{
    /// <summary>Where they live.</summary>
    Ward,

    /// <summary>As ranked: none recorded counts as the policy says.</summary>
    Band,

    /// <summary>First language; not known is a group of its own.</summary>
    Language,

    /// <summary>Only of those who consent to its use; a person may be in several. Whoever has none on record is in none.</summary>
    Situation,
}

/// <summary>
/// One group. Only wishes that are put forward count. Of languages and situations nothing is told that could point at a person: numbers
/// from 1 to 4, and what would give them away by subtraction, are null.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.fairness-row")]
public sealed record FairnessRow
{
    [Id(0)] public required FairnessDimension Dimension { get; init; }

    /// <summary>Ward code, band, language tag or situation; null = not known.</summary>
    [Id(1)] public string? Group { get; init; }

    /// <summary>Wishes; null = withheld, and then everything else is.</summary>
    [Id(2)] public int? Waiting { get; init; }

    /// <summary>Of them helped by the plan; null = withheld.</summary>
    [Id(3)] public int? Helped { get; init; }

    /// <summary>The most of them that any plan could help if the round were for them alone; null = withheld.</summary>
    [Id(4)] public int? Entitled { get; init; }

    /// <summary>Middle wait in days of those helped; null = withheld or nobody's known.</summary>
    [Id(5)] public int? DaysHelped { get; init; }

    /// <summary>Middle wait in days of those who go on waiting; null = withheld or nobody's known.</summary>
    [Id(6)] public int? DaysWaiting { get; init; }

    /// <summary>True where something is withheld because it is small, or would give away a small number.</summary>
    [Id(7)] public bool IsWithheld { get; init; }
}

/// <summary>What one way of deciding the round reaches.</summary>
/// <param name="Helped">Wishes helped.</param>
/// <param name="HelpedByBand">Of them in bands 1 to 4.</param>
/// <param name="Fit">Total fit.</param>
/// <param name="Days">Middle wait in days of those helped; null if none is known.</param>
/// <param name="OnlyHere">Wishes helped here and not by the plan.</param>
/// <param name="OnlyByPlan">Wishes helped by the plan and not here.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.rule-outcome")]
public sealed record RuleOutcome(
    [property: Id(0)] int Helped,
    [property: Id(1)] ImmutableArray<int> HelpedByBand,
    [property: Id(2)] long Fit,
    [property: Id(3)] int? Days,
    [property: Id(4)] int OnlyHere,
    [property: Id(5)] int OnlyByPlan);

/// <summary>At least or at most so many wishes of one group are to be helped.</summary>
/// <param name="Group">Ward code, band, language tag or situation, of the dimension asked about.</param>
/// <param name="AtLeast">A guarantee; null = none.</param>
/// <param name="AtMost">A quota; null = none.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.group-bound")]
public sealed record GroupBound(
    [property: Id(0)] string Group, [property: Id(1)] int? AtLeast, [property: Id(2)] int? AtMost);

/// <summary>What guarantees and quotas cost: the round solved with them, held beside the round without.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.bound-price")]
public sealed record BoundPrice
{
    /// <summary>Whether any plan keeps them all; if not, everything else is as without them.</summary>
    [Id(0)] public required bool CanBeKept { get; init; }

    /// <summary>Wishes helped more (or, below 0, fewer).</summary>
    [Id(1)] public required int Helped { get; init; }

    /// <summary>The same in bands 1 to 4.</summary>
    [Id(2)] public required ImmutableArray<int> HelpedByBand { get; init; }

    /// <summary>Change of the total fit.</summary>
    [Id(3)] public required long Fit { get; init; }

    /// <summary>Who would be helped only with them, in the order in which people are helped.</summary>
    [Id(4)] public ImmutableArray<ResidentId> Gain { get; init; } = [];

    /// <summary>Who would be helped only without them.</summary>
    [Id(5)] public ImmutableArray<ResidentId> Lose { get; init; } = [];

    [Id(6)] public required string Sentence { get; init; }

    /// <summary>
    /// True for groups that people chose to tell of, languages and situations: then nobody is named and nothing is told by band.
    /// </summary>
    [Id(7)] public bool IsWithheld { get; init; }
}
