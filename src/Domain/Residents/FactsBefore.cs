using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>
/// What a resident's facts said before they were changed, as far as lists and counts depend on them. Where she lives on the map and
/// everything that only matching and her page look at is not kept: of those the record knows how they are now. Nor are consents: what she
/// has taken back holds on no day that is asked about again.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.facts-before")]
public sealed record FactsBefore
{
    /// <summary>The day on which something else was written down.</summary>
    [Id(0)] public required DateOnly Until { get; init; }

    [Id(1)] public required WardCode Ward { get; init; }

    [Id(2)] public DateOnly? RegisteredOn { get; init; }

    [Id(3)] public DateOnly? LeftOn { get; init; }

    [Id(4)] public DateOnly? ConnectionsAskedOn { get; init; }

    [Id(5)] public int? BirthYear { get; init; }

    [Id(6)] public bool? LivesAlone { get; init; }

    [Id(7)] public ImmutableArray<OfferKind> Seeking { get; init; } = [];

    /// <summary>Since when she waited, already the day of referral where her own day was unknown.</summary>
    [Id(8)] public DateOnly? WaitingSince { get; init; }

    [Id(9)] public DateOnly? PausedUntil { get; init; }

    [Id(10)] public int? PriorityBand { get; init; }

    /// <summary>What <paramref name="facts"/> say of all this.</summary>
    public static FactsBefore Of(ResidentFacts facts, DateOnly until) => new()
    {
        Until = until,
        Ward = facts.Ward,
        RegisteredOn = facts.RegisteredOn,
        LeftOn = facts.LeftOn,
        ConnectionsAskedOn = facts.ConnectionsAskedOn,
        BirthYear = facts.BirthYear,
        LivesAlone = facts.LivesAlone,
        Seeking = facts.Seeking,
        WaitingSince = facts.WaitingSince ?? facts.ReferredOn,
        PausedUntil = facts.PausedUntil,
        PriorityBand = facts.PriorityBand,
    };

    /// <summary>The facts of now with these in their place.</summary>
    public ResidentFacts Over(ResidentFacts now) => now with
    {
        Ward = Ward,
        RegisteredOn = RegisteredOn,
        LeftOn = LeftOn,
        ConnectionsAskedOn = ConnectionsAskedOn,
        BirthYear = BirthYear,
        LivesAlone = LivesAlone,
        Seeking = Seeking,
        WaitingSince = WaitingSince,
        ReferredOn = WaitingSince,
        PausedUntil = PausedUntil,
        PriorityBand = PriorityBand,
    };

    /// <summary>True if both say the same, whenever that was.</summary>
    public bool Says(FactsBefore other) => this with { Until = other.Until, Seeking = [] } == other with { Seeking = [] }
        && Seeking.AsSpan().SequenceEqual(other.Seeking.AsSpan());
}
