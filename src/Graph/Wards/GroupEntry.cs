using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Graph.Wards;

/// <summary>What a ward's partition holds of a group: when it runs, where, and how many places are free.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.group-entry")]
public sealed record GroupEntry
{
    [Id(0)] public required GroupId Id { get; init; }

    /// <summary>Version of the row it was taken from; a lower one than the ward knows is ignored.</summary>
    [Id(1)] public required int Version { get; init; }

    [Id(2)] public required WardCode Ward { get; init; }

    [Id(3)] public OfferKind Kind { get; init; } = OfferKind.Other;

    [Id(4)] public GeoPoint? Place { get; init; }

    [Id(5)] public ImmutableArray<string> Interests { get; init; } = [];

    /// <summary>No referral needed; with no capacity given it means no limit.</summary>
    [Id(6)] public bool OpenAccess { get; init; }

    [Id(7)] public DateOnly? OpenedOn { get; init; }

    /// <summary>First day it no longer runs.</summary>
    [Id(8)] public DateOnly? ClosedOn { get; init; }

    [Id(9)] public required Places Places { get; init; }

    /// <summary>The day somebody last made sure that the record is right.</summary>
    [Id(10)] public DateOnly? AssuredOn { get; init; }

    /// <summary>The entry of <paramref name="group"/> as stored at <paramref name="version"/>.</summary>
    public static GroupEntry Of(Group group, int version) => new()
    {
        Id = group.Id,
        Version = version,
        Ward = group.Facts.Ward,
        Kind = group.Facts.Kind,
        Place = group.Facts.Place,
        Interests = group.Facts.Interests,
        OpenAccess = group.Facts.OpenAccess,
        OpenedOn = group.Facts.OpenedOn,
        ClosedOn = group.Facts.ClosedOn,
        Places = group.Places,
        AssuredOn = group.Facts.AssuredOn,
    };

    /// <summary>True if it is opened and not closed on <paramref name="day"/>.</summary>
    public bool Runs(DateOnly day) => DateSpan.Holds(OpenedOn, ClosedOn, day);

    /// <summary>
    /// True if a place may be offered. No capacity means no limit where anyone may walk in, and not known elsewhere: what is not known is
    /// never offered.
    /// </summary>
    public bool HasFreePlace(DateTimeOffset now, DateOnly today) => Places.FreeAt(now, today) is { } free ? free > 0 : OpenAccess;
}
