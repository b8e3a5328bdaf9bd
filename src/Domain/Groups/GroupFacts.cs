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

    /// <summary>True if the group is opened and not closed on <paramref name="day"/>.</summary>
    public bool Runs(DateOnly day) => DateSpan.Holds(OpenedOn, ClosedOn, day);
}
