using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>
/// What is known of a resident, apart from her connections. Null or empty = not known. No name, phone or address: those are on her
/// contact card, which only coordinators read.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.resident-facts")]
public sealed record ResidentFacts
{
    /// <summary>The ward she lives in.</summary>
    [Id(0)] public required WardCode Ward { get; init; }

    /// <summary>Lower-layer super output area, if known.</summary>
    [Id(1)] public string? Lsoa { get; init; }

    [Id(2)] public int? BirthYear { get; init; }

    [Id(3)] public Gender? Gender { get; init; }

    [Id(4)] public bool? LivesAlone { get; init; }

    /// <summary>Where she lives; only distances computed from it are ever shown.</summary>
    [Id(5)] public GeoPoint? Home { get; init; }

    /// <summary>BCP 47 tags or English names, best first.</summary>
    [Id(6)] public ImmutableArray<string> Languages { get; init; } = [];

    [Id(7)] public ImmutableArray<string> Interests { get; init; } = [];

    [Id(8)] public ImmutableArray<string> AccessNeeds { get; init; } = [];

    /// <summary>Special category facts; empty without her consent to hold them.</summary>
    [Id(9)] public ImmutableArray<string> Situations { get; init; } = [];

    /// <summary>How far she can travel to a group; null = the policy's default.</summary>
    [Id(10)] public Metres? TravelMetresMax { get; init; }

    /// <summary>Whom she will meet; empty = anyone.</summary>
    [Id(11)] public ImmutableArray<Gender> PrefersGender { get; init; } = [];

    [Id(12)] public TimeSlots Available { get; init; }

    [Id(13)] public int? WantedContactsPerMonth { get; init; }

    /// <summary>1 (most urgent) to 4.</summary>
    [Id(14)] public int? PriorityBand { get; init; }

    [Id(15)] public DateOnly? ReferredOn { get; init; }

    /// <summary>self, family, gp, link-worker ... or org:ID.</summary>
    [Id(16)] public string? ReferralSource { get; init; }

    [Id(17)] public ImmutableArray<Consent> Consents { get; init; } = [];

    /// <summary>Volunteers she must never be matched with.</summary>
    [Id(18)] public ImmutableArray<VolunteerId> Exclusions { get; init; } = [];

    [Id(19)] public OrganisationId? Organisation { get; init; }

    /// <summary>What she is waiting for; empty = not waiting.</summary>
    [Id(20)] public ImmutableArray<OfferKind> Seeking { get; init; } = [];

    /// <summary>How she would like to be met; empty = visit.</summary>
    [Id(21)] public ImmutableArray<ContactMode> Modes { get; init; } = [];

    /// <summary>Since when she has waited; null = since <see cref="ReferredOn"/>.</summary>
    [Id(22)] public DateOnly? WaitingSince { get; init; }

    /// <summary>When she was asked about her connections; null = never, so "nobody recorded" says nothing.</summary>
    [Id(23)] public DateOnly? ConnectionsAskedOn { get; init; }

    /// <summary>First day on the register; null = before records began.</summary>
    [Id(24)] public DateOnly? RegisteredOn { get; init; }

    /// <summary>First day no longer on the register.</summary>
    [Id(25)] public DateOnly? LeftOn { get; init; }

    [Id(26)] public LeftReason? LeftReason { get; init; }

    /// <summary>Not put forward before this day.</summary>
    [Id(27)] public DateOnly? PausedUntil { get; init; }

    [Id(28)] public string? Household { get; init; }

    /// <summary>dog, cat, other-pet, smoking, stairs, children: what a visitor meets at her home.</summary>
    [Id(29)] public ImmutableArray<string> HomeFactors { get; init; } = [];

    /// <summary>Constraints (gender, time, language, distance, mode, home) that may never be proposed for relaxing.</summary>
    [Id(30)] public ImmutableArray<string> Firm { get; init; } = [];

    /// <summary>dog, cat, other-pet, smoking, stairs, children: what she cannot be with, at her home or another's.</summary>
    [Id(31)] public ImmutableArray<string> CannotBeWith { get; init; } = [];

    /// <summary>
    /// What whoever helps her must be able to do (dementia, bsl ...): a volunteer's or group's competences must hold all.
    /// </summary>
    [Id(32)] public ImmutableArray<string> SupportNeeds { get; init; } = [];

    /// <summary>How she may be reached, first preferred; a way that is not named is not used.</summary>
    [Id(33)] public ImmutableArray<ContactWay> ContactBy { get; init; } = [];

    /// <summary>How her home is held (such as council-tenant), as the file has it; for readers with that purpose only.</summary>
    [Id(34)] public string? Tenure { get; init; }

    /// <summary>When she came to live here; for readers with that purpose only.</summary>
    [Id(35)] public DateOnly? ArrivedOn { get; init; }

    /// <summary>
    /// The days on which she was asked to introduce somebody, one entry for each time, in order: so that the same person is not always the
    /// one who is asked. Whom she was asked to introduce stands nowhere in her record.
    /// </summary>
    [Id(36)] public ImmutableArray<DateOnly> IntroductionsAskedOn { get; init; } = [];

    /// <summary>True if she is on the register on <paramref name="day"/>.</summary>
    public bool OnRegister(DateOnly day) => DateSpan.Holds(RegisteredOn, LeftOn, day);

    /// <summary>Her situations, as far as a consent of hers allows to look at them on a day: one may run out by itself.</summary>
    public ImmutableArray<string> SituationsOn(DateOnly day) => HasConsent(Consent.SpecialCategory, day) ? Situations : [];

    /// <summary>True if a consent of <paramref name="kind"/> holds on <paramref name="day"/>.</summary>
    public bool HasConsent(string kind, DateOnly day) =>
        Consents.Any(consent => consent.Kind == kind && DateSpan.Holds(consent.From, consent.Until, day));
}
