using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Domain.Volunteers;

/// <summary>What is known of a volunteer. Null or empty = not known. Capacity is with the places.</summary>
[GenerateSerializer, Immutable, Alias("networks.volunteer-facts")]
public sealed record VolunteerFacts
{
    [Id(0)] public required WardCode Ward { get; init; }

    [Id(1)] public ImmutableArray<VolunteerRole> Roles { get; init; } = [];

    [Id(2)] public Gender? Gender { get; init; }

    [Id(3)] public int? BirthYear { get; init; }

    [Id(4)] public GeoPoint? Home { get; init; }

    /// <summary>How far the volunteer travels to a visit; null = the policy's default.</summary>
    [Id(5)] public Metres? TravelMetresMax { get; init; }

    [Id(6)] public ImmutableArray<string> Languages { get; init; } = [];

    [Id(7)] public ImmutableArray<string> Interests { get; init; } = [];

    [Id(8)] public ImmutableArray<string> Competences { get; init; } = [];

    [Id(9)] public TimeSlots Available { get; init; }

    [Id(10)] public ImmutableArray<Check> Checks { get; init; } = [];

    [Id(11)] public DateOnly? ActiveFrom { get; init; }

    /// <summary>First day no longer active.</summary>
    [Id(12)] public DateOnly? ActiveUntil { get; init; }

    [Id(13)] public OrganisationId? Organisation { get; init; }

    /// <summary>How the volunteer meets people; empty = visit.</summary>
    [Id(14)] public ImmutableArray<ContactMode> Modes { get; init; } = [];

    /// <summary>
    /// The same person on the register, if the volunteer is a resident too; such a volunteer is never matched with herself.
    /// </summary>
    [Id(15)] public ResidentId? Resident { get; init; }

    /// <summary>How many contacts a month the volunteer can give, over all matches.</summary>
    [Id(16)] public int? ContactsPerMonth { get; init; }

    /// <summary>Whom the volunteer will meet; empty = anyone.</summary>
    [Id(17)] public ImmutableArray<Gender> PrefersGender { get; init; } = [];

    /// <summary>dog, cat, other-pet, smoking, stairs, children: what the volunteer cannot be with.</summary>
    [Id(18)] public ImmutableArray<string> CannotBeWith { get; init; } = [];

    /// <summary>What a guest meets at the volunteer's own home (homeshare).</summary>
    [Id(19)] public ImmutableArray<string> HomeFactors { get; init; } = [];

    /// <summary>Residents the volunteer must never be matched with.</summary>
    [Id(20)] public ImmutableArray<ResidentId> Exclusions { get; init; } = [];

    [Id(21)] public DateOnly? EnquiredOn { get; init; }

    [Id(22)] public DateOnly? AppliedOn { get; init; }

    [Id(23)] public DateOnly? InductedOn { get; init; }

    /// <summary>The fund that pays for the volunteer's support, by one name in all files.</summary>
    [Id(24)] public string? FundedBy { get; init; }

    /// <summary>First day no longer funded.</summary>
    [Id(25)] public DateOnly? FundedUntil { get; init; }

    /// <summary>
    /// What the volunteer has lived through and agreed to be matched by, in the words of residents' situations. A peer mentor who names any
    /// helps people in one of them.
    /// </summary>
    [Id(26)] public ImmutableArray<string> Situations { get; init; } = [];
}
