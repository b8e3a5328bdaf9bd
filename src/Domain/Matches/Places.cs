using System.Collections.Immutable;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>
/// The places of one volunteer or group, and who holds or takes each. Decided only by the grain that owns them:
/// held + taken + others never exceeds the capacity.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.places")]
public sealed record Places
{
    /// <summary>Places in all; null = no limit, or not known (the owner's facts say which).</summary>
    [Id(0)] public int? Capacity { get; init; }

    /// <summary>Places taken by people outside the register.</summary>
    [Id(1)] public int Others { get; init; }

    [Id(2)] public ImmutableArray<TakenPlace> Taken { get; init; } = [];

    /// <summary>Places held for proposals; an expired hold counts for nothing, whether or not anybody has tidied it away.</summary>
    [Id(3)] public ImmutableArray<HeldPlace> Held { get; init; } = [];

    /// <summary>Holds that still count at <paramref name="now"/>.</summary>
    public int HeldAt(DateTimeOffset now) => Held.Count(held => held.CountsAt(now));

    /// <summary>Places taken on <paramref name="day"/> or promised from a later day: both are given away.</summary>
    public int TakenOn(DateOnly day) => Taken.Count(taken => taken.EndedOn is null || taken.EndedOn > day);

    /// <summary>Places that became free less than <see cref="Rematch.BufferDays"/> ago: free, and not to be offered anew yet.</summary>
    public int RestingOn(DateOnly day) => Taken.Count(taken => taken.EndedOn is { } ended && ended <= day && day < Rematch.From(ended));

    /// <summary>Free places; null without a capacity; never below 0.</summary>
    public int? FreeAt(DateTimeOffset now, DateOnly today) =>
        Capacity is { } capacity ? Math.Max(0, capacity - Others - HeldAt(now) - TakenOn(today)) : null;
}

/// <summary>A place held for one proposal until a moment that is stored, so that expiry needs no timer to be true.</summary>
[GenerateSerializer, Immutable, Alias("networks.held-place")]
public sealed record HeldPlace(
    [property: Id(0)] ProposalId Proposal, [property: Id(1)] ResidentId Resident, [property: Id(2)] DateTimeOffset ExpiresAt)
{
    /// <summary>
    /// True once it was given back. It is remembered until it would have expired, so that a late retry cannot hold the place again.
    /// </summary>
    [Id(3)] public bool Released { get; init; }

    /// <summary>True if the hold takes a place at <paramref name="now"/>.</summary>
    public bool CountsAt(DateTimeOffset now) => !Released && ExpiresAt > now;
}

/// <summary>A place taken by a resident from a day on.</summary>
[GenerateSerializer, Immutable, Alias("networks.taken-place")]
public sealed record TakenPlace(
    [property: Id(0)] ResidentId Resident,
    [property: Id(1)] DateOnly? Since,
    [property: Id(2)] DateOnly? EndedOn,
    [property: Id(3)] ProposalId? Proposal);
