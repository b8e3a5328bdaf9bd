using Networks.Domain.Matches;

namespace Networks.GraphQLApi.Groups;

/// <summary>What must hold of a group that runs; every filter given must. An empty list is refused.</summary>
public sealed record GroupFilterInput
{
    /// <summary>Meets in one of these wards, by code or by name.</summary>
    public IReadOnlyList<string>? Wards { get; init; }

    /// <summary>Is of one of these kinds.</summary>
    public IReadOnlyList<OfferKind>? Kinds { get; init; }

    /// <summary>Does at least one of these.</summary>
    public IReadOnlyList<string>? Interests { get; init; }

    /// <summary>Has a free place, or no limit; false keeps those that are full or of which that is not known.</summary>
    public bool? HasFreePlace { get; init; }

    /// <summary>Nobody has made sure of the record in the last N days: longer ago, or never; 0 to 3650.</summary>
    public int? StaleSinceDays { get; init; }
}
