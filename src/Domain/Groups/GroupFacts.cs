using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Domain.Groups;

/// <summary>What is known of a group. Null or empty = not known. Places are apart, because only the group's grain gives them.</summary>
[GenerateSerializer, Immutable, Alias("networks.group-facts")]
public sealed record GroupFacts
{
    [Id(0)] public required string Name { get; init; }

    [Id(1)] public required WardCode Ward { get; init; }

    [Id(2)] public OfferKind Kind { get; init; } = OfferKind.Other;

    [Id(3)] public GeoPoint? Place { get; init; }

    /// <summary>No referral needed. With no places given it means no limit; without it, no places given means not known.</summary>
    [Id(4)] public bool OpenAccess { get; init; }

    [Id(5)] public ImmutableArray<string> Interests { get; init; } = [];

    [Id(6)] public ImmutableArray<string> Situations { get; init; } = [];

    [Id(7)] public ImmutableArray<string> Languages { get; init; } = [];

    [Id(8)] public bool? StepFree { get; init; }

    /// <summary>RFC 5545 RRULE, or "tue 10:00-12:00".</summary>
    [Id(9)] public ImmutableArray<string> Sessions { get; init; } = [];

    [Id(10)] public DateOnly? OpenedOn { get; init; }

    /// <summary>First day it no longer runs.</summary>
    [Id(11)] public DateOnly? ClosedOn { get; init; }

    [Id(12)] public DateOnly? AssuredOn { get; init; }

    [Id(13)] public bool? OpenToAll { get; init; }

    /// <summary>Its id in the directory it came from.</summary>
    [Id(14)] public string? SourceId { get; init; }

    [Id(15)] public OrganisationId? Organisation { get; init; }

    /// <summary>What the place offers to people with access needs; <see cref="StepFree"/> implies step-free.</summary>
    [Id(16)] public ImmutableArray<string> Access { get; init; } = [];

    /// <summary>What one session costs; null = not known, 0 = free.</summary>
    [Id(17)] public decimal? CostPounds { get; init; }

    /// <summary>Youngest age it is for; null = no lower limit.</summary>
    [Id(18)] public int? AgeFrom { get; init; }

    /// <summary>Oldest age it is for; null = no upper limit.</summary>
    [Id(19)] public int? AgeTo { get; init; }

    /// <summary>How many people it can fetch and bring home; null or 0 = none.</summary>
    [Id(20)] public int? TransportSeats { get; init; }

    [Id(21)] public string? Description { get; init; }

    /// <summary>How anybody may reach the group, as it is published.</summary>
    [Id(22)] public string? PublicContact { get; init; }

    [Id(23)] public string? Venue { get; init; }

    /// <summary>The fund that pays for it, by one name in all files.</summary>
    [Id(24)] public string? FundedBy { get; init; }

    /// <summary>First day no longer funded.</summary>
    [Id(25)] public DateOnly? FundedUntil { get; init; }

    /// <summary>What those who run it are able to do (dementia, bsl ...).</summary>
    [Id(26)] public ImmutableArray<string> Competences { get; init; } = [];

    /// <summary>True if the group is opened and not closed on <paramref name="day"/>.</summary>
    public bool Runs(DateOnly day) => DateSpan.Holds(OpenedOn, ClosedOn, day);
}
