using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Graph.Wards;

/// <summary>What a ward's partition holds of a volunteer: what she offers, from where, and how many places are free.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.volunteer-entry")]
public sealed record VolunteerEntry
{
    [Id(0)] public required VolunteerId Id { get; init; }

    /// <summary>Version of the row it was taken from; a lower one than the ward knows is ignored.</summary>
    [Id(1)] public required int Version { get; init; }

    [Id(2)] public required WardCode Ward { get; init; }

    /// <summary>The kinds her roles offer, each once, in the order of the list of kinds; roles without places offer none.</summary>
    [Id(3)] public ImmutableArray<OfferKind> Kinds { get; init; } = [];

    [Id(4)] public GeoPoint? Home { get; init; }

    [Id(5)] public ImmutableArray<string> Interests { get; init; } = [];

    [Id(6)] public DateOnly? ActiveFrom { get; init; }

    /// <summary>First day no longer active.</summary>
    [Id(7)] public DateOnly? ActiveUntil { get; init; }

    [Id(8)] public required Places Places { get; init; }

    /// <summary>Every role, those without places included.</summary>
    [Id(9)] public ImmutableArray<VolunteerRole> Roles { get; init; } = [];

    [Id(10)] public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The same person on the register, if she is a resident too.</summary>
    [Id(11)] public ResidentId? Resident { get; init; }

    /// <summary>The entry of <paramref name="volunteer"/> as stored at <paramref name="version"/>.</summary>
    public static VolunteerEntry Of(Volunteer volunteer, int version) => new()
    {
        Id = volunteer.Id,
        Version = version,
        Ward = volunteer.Facts.Ward,
        Kinds = [.. volunteer.Facts.Roles.Select(role => role.Offers()).OfType<OfferKind>().Distinct().Order()],
        Home = volunteer.Facts.Home,
        Interests = volunteer.Facts.Interests,
        ActiveFrom = volunteer.Facts.ActiveFrom,
        ActiveUntil = volunteer.Facts.ActiveUntil,
        Places = volunteer.Places,
        Roles = volunteer.Facts.Roles,
        Languages = volunteer.Facts.Languages,
        Resident = volunteer.Facts.Resident,
    };

    /// <summary>True if she is active on <paramref name="day"/>.</summary>
    public bool IsActive(DateOnly day) => DateSpan.Holds(ActiveFrom, ActiveUntil, day);
}
