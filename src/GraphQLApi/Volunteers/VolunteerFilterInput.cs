using Networks.Domain.Volunteers;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>What must hold of an active volunteer; every filter given must. An empty list is refused.</summary>
public sealed record VolunteerFilterInput
{
    /// <summary>Is in one of these wards, by code or by name.</summary>
    public IReadOnlyList<string>? Wards { get; init; }

    /// <summary>Has at least one of these roles.</summary>
    public IReadOnlyList<VolunteerRole>? Roles { get; init; }

    /// <summary>Speaks at least one of these, by tag (ur) or English name (Urdu).</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Has a free place in a role that has places, or has none.</summary>
    public bool? HasFreePlace { get; init; }
}
