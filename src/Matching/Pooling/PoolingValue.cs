using System.Collections.Immutable;
using Networks.Domain.Organisations;
using Orleans;

namespace Networks.Matching.Pooling;

/// <summary>
/// What several organisations gain by one round instead of a round each. No person is named. A pair crosses where both sides' organisations
/// are on record and differ; it may be only if both take part and she consents to pooled rounds.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.pooling-value")]
public sealed record PoolingValue
{
    /// <summary>Wishes helped when no pair crosses: the sum of each organisation's own optimum.</summary>
    [Id(0)] public required int HelpedApart { get; init; }

    /// <summary>Wishes helped when pairs cross as far as both sides consent; never fewer.</summary>
    [Id(1)] public required int HelpedPooled { get; init; }

    /// <summary>Wishes helped if everybody consented: what asking for consent could still bring.</summary>
    [Id(2)] public required int HelpedIfAllConsented { get; init; }

    /// <summary>Total fit when no pair crosses.</summary>
    [Id(3)] public required long FitApart { get; init; }

    /// <summary>Total fit when pairs cross as far as both sides consent.</summary>
    [Id(4)] public required long FitPooled { get; init; }

    /// <summary>By organisation, those that take part.</summary>
    [Id(5)] public required ImmutableArray<OrganisationPooling> Organisations { get; init; }

    [Id(6)] public required string Sentence { get; init; }
}

/// <summary>What pooling is for one organisation.</summary>
/// <param name="Organisation">Which.</param>
/// <param name="Waiting">Wishes of its residents that are put forward.</param>
/// <param name="Consenting">Of them those of people who consent to pooled rounds.</param>
/// <param name="HelpedApart">Of them helped when no pair crosses.</param>
/// <param name="HelpedPooled">Of them helped when pairs cross as far as both sides consent; fewer where others' need is greater.</param>
/// <param name="Lent">Its places that would go to other organisations' residents.</param>
/// <param name="Borrowed">Other organisations' places that would go to its residents.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.organisation-pooling")]
public sealed record OrganisationPooling(
    [property: Id(0)] OrganisationId Organisation,
    [property: Id(1)] int Waiting,
    [property: Id(2)] int Consenting,
    [property: Id(3)] int HelpedApart,
    [property: Id(4)] int HelpedPooled,
    [property: Id(5)] int Lent,
    [property: Id(6)] int Borrowed);
