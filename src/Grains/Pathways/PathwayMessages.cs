using System.Collections.Immutable;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Grains.Pathways;

/// <summary>The question how far people have come.</summary>
[GenerateSerializer, Immutable, Alias("networks.funnel-query")]
public sealed record FunnelQuery
{
    /// <summary>Null = all wards.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>First day of referrals that count.</summary>
    [Id(1)] public required DateOnly From { get; init; }

    /// <summary>First day of referrals that do not count any more.</summary>
    [Id(2)] public required DateOnly To { get; init; }
}

/// <summary>How far they have come.</summary>
[GenerateSerializer, Immutable, Alias("networks.funnel-answer")]
public sealed record FunnelAnswer
{
    [Id(0)] public required PathwayFunnel Funnel { get; init; }

    /// <summary>The day it was looked at.</summary>
    [Id(1)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not told what it holds, so that people may be missing.</summary>
    [Id(2)] public required bool Complete { get; init; }
}

/// <summary>The question who stands still.</summary>
[GenerateSerializer, Immutable, Alias("networks.stalled-query")]
public sealed record StalledQuery
{
    /// <summary>Null = all wards.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>Keeps people at these stages; null = all.</summary>
    [Id(1)] public ImmutableArray<PathwayStage>? Stages { get; init; }

    /// <summary>The picture that the asker has seen; the answer says so if it is still the one, and names nobody.</summary>
    [Id(2)] public ListedStamp? Seen { get; init; }
}

/// <summary>Who stands still.</summary>
[GenerateSerializer, Immutable, Alias("networks.stalled-answer")]
public sealed record StalledAnswer
{
    /// <summary>Empty if <see cref="IsUnchanged"/>.</summary>
    [Id(0)] public ImmutableArray<StandingPerson> People { get; init; } = [];

    [Id(1)] public required DateOnly AsOf { get; init; }

    /// <summary>The picture it was taken from.</summary>
    [Id(2)] public ListedStamp? Stamp { get; init; }

    /// <summary>True if nothing has changed since the picture the asker had seen.</summary>
    [Id(3)] public bool IsUnchanged { get; init; }

    /// <summary>False while some ward has not told what it holds, so that people may be missing.</summary>
    [Id(4)] public required bool Complete { get; init; }
}

/// <summary>Somebody, and where that person stands.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Ward">Where she lives.</param>
/// <param name="Standing">Where she stands.</param>
[GenerateSerializer, Immutable, Alias("networks.standing-person")]
public sealed record StandingPerson(
    [property: Id(0)] ResidentId Resident, [property: Id(1)] WardCode Ward, [property: Id(2)] PathwayStanding Standing);
