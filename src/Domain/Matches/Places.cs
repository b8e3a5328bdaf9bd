using System.Collections.Immutable;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>
/// The places of one volunteer or group, and who holds or takes each. Decided only by the grain that owns them:
/// held + taken + others never exceeds the capacity. People of one household who are visited together share one.
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

    /// <summary>
    /// Places that holds still take at <paramref name="now"/>. People visited together hold one, and none of its own beside the place that
    /// one of them takes on <paramref name="today"/> already.
    /// </summary>
    public int HeldAt(DateTimeOffset now, DateOnly today) => Distinct(Held
        .Where(held => held.CountsAt(now) && !IsTakenBy(held.Household, today))
        .Select(held => held.Household));

    /// <summary>
    /// Places taken on <paramref name="day"/> or promised from a later day: both are given away. People visited together take one.
    /// </summary>
    public int TakenOn(DateOnly day) => Distinct(Taken.Where(taken => taken.CountsOn(day)).Select(taken => taken.Household));

    /// <summary>
    /// Places that became free less than <see cref="Rematch.BufferDays"/> ago: free, and not to be offered anew yet. A place that somebody
    /// of the same household still takes is not free.
    /// </summary>
    public int RestingOn(DateOnly day) => Distinct(Taken
        .Where(taken => taken.EndedOn is { } ended && ended <= day && day < Rematch.From(ended)
            && !IsTakenBy(taken.Household, day))
        .Select(taken => taken.Household));

    /// <summary>Free places; null without a capacity; never below 0.</summary>
    public int? FreeAt(DateTimeOffset now, DateOnly today) =>
        Capacity is { } capacity ? Math.Max(0, capacity - Others - HeldAt(now, today) - TakenOn(today)) : null;

    /// <summary>True if somebody of the household holds or takes a place here, which others of it may share.</summary>
    public bool IsShared(string household, DateTimeOffset now, DateOnly today) =>
        Held.Any(held => held.Household == household && held.CountsAt(now)) || IsTakenBy(household, today);

    private bool IsTakenBy(string? household, DateOnly day) =>
        household is not null && Taken.Any(taken => taken.Household == household && taken.CountsOn(day));

    private static int Distinct(IEnumerable<string?> households)
    {
        var (alone, together) = (0, default(HashSet<string>));
        foreach (var household in households)
        {
            if (household is null)
            {
                alone++;
            }
            else
            {
                (together ??= new HashSet<string>(StringComparer.Ordinal)).Add(household);
            }
        }

        return alone + (together?.Count ?? 0);
    }
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

    /// <summary>The household whose people are visited together and share the place; null = hers alone.</summary>
    [Id(4)] public string? Household { get; init; }

    /// <summary>True if the hold takes a place at <paramref name="now"/>.</summary>
    public bool CountsAt(DateTimeOffset now) => !Released && ExpiresAt > now;
}

/// <summary>A place taken by a resident from a day on.</summary>
[GenerateSerializer, Immutable, Alias("networks.taken-place")]
public sealed record TakenPlace(
    [property: Id(0)] ResidentId Resident,
    [property: Id(1)] DateOnly? Since,
    [property: Id(2)] DateOnly? EndedOn,
    [property: Id(3)] ProposalId? Proposal)
{
    /// <summary>The household whose people are visited together and share the place; null = hers alone.</summary>
    [Id(4)] public string? Household { get; init; }

    /// <summary>True if it is given away on <paramref name="day"/>, or promised from a later one.</summary>
    public bool CountsOn(DateOnly day) => EndedOn is null || EndedOn > day;
}
