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
}
