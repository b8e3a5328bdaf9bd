using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Matching.Problems;

/// <summary>
/// A waiting resident as frozen when the round opened: only what matching needs. Null or empty = not known, as everywhere.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.seeker")]
public sealed record Seeker
{
    [Id(0)] public required ResidentId Resident { get; init; }

    [Id(1)] public required WardCode Ward { get; init; }

    /// <summary>The kinds she still waits for: those she seeks, less those she already has.</summary>
    [Id(2)] public ImmutableArray<OfferKind> Seeking { get; init; } = [];

    /// <summary>True if her consent to be put forward in rounds holds on the day; not known counts as no.</summary>
    [Id(3)] public bool ConsentsToMatching { get; init; }

    /// <summary>1 (most urgent) to 4; null ranks as the policy says.</summary>
    [Id(4)] public int? PriorityBand { get; init; }

    [Id(5)] public DateOnly? WaitingSince { get; init; }

    /// <summary>Not put forward before this day.</summary>
    [Id(6)] public DateOnly? PausedUntil { get; init; }

    [Id(7)] public int? BirthYear { get; init; }

    /// <summary>Referred by a school: with no birth year on record she is taken to be a child.</summary>
    [Id(8)] public bool ReferredBySchool { get; init; }

    [Id(9)] public Gender? Gender { get; init; }

    [Id(10)] public GeoPoint? Home { get; init; }

    /// <summary>Best first.</summary>
    [Id(11)] public ImmutableArray<string> Languages { get; init; } = [];

    [Id(12)] public ImmutableArray<string> Interests { get; init; } = [];

    [Id(13)] public ImmutableArray<string> AccessNeeds { get; init; } = [];

    /// <summary>Only with her consent to use special category facts, else empty.</summary>
    [Id(14)] public ImmutableArray<string> Situations { get; init; } = [];

    [Id(15)] public ImmutableArray<string> SupportNeeds { get; init; } = [];

    [Id(16)] public Metres? TravelMetresMax { get; init; }

    /// <summary>Whom she will meet; empty = anyone.</summary>
    [Id(17)] public ImmutableArray<Gender> PrefersGender { get; init; } = [];

    [Id(18)] public TimeSlots Available { get; init; }

    /// <summary>How she would like to be met, first choice first; empty = visit.</summary>
    [Id(19)] public ImmutableArray<ContactMode> Modes { get; init; } = [];

    /// <summary>What a visitor meets at her home.</summary>
    [Id(20)] public ImmutableArray<string> HomeFactors { get; init; } = [];

    /// <summary>What she cannot be with when she moves in with a host.</summary>
    [Id(21)] public ImmutableArray<string> CannotBeWith { get; init; } = [];

    /// <summary>gender, time, language, distance, mode, home: never proposed for relaxing.</summary>
    [Id(22)] public ImmutableArray<string> Firm { get; init; } = [];

    /// <summary>Volunteers she must never be matched with.</summary>
    [Id(23)] public ImmutableArray<VolunteerId> Exclusions { get; init; } = [];

    /// <summary>Offers she, or the other side, declined for good; empty = none.</summary>
    [Id(24)] public ImmutableArray<OfferId> KeptApart { get; init; } = [];

    /// <summary>Who keeps her record.</summary>
    [Id(25)] public OrganisationId? Organisation { get; init; }

    /// <summary>True if her consent to rounds pooled over organisations holds on the day; null counts as no.</summary>
    [Id(26)] public bool? ConsentsToPooledRounds { get; init; }

    /// <summary>True if she consents to matching and no day of it is on record; null = it is dated.</summary>
    [Id(27)] public bool? ConsentUndated { get; init; }

    /// <summary>People who live together share it.</summary>
    [Id(28)] public string? Household { get; init; }

    [Id(29)] public int? WantedContactsPerMonth { get; init; }
}
