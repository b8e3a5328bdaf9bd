using HotChocolate;
using Networks.Domain.Matches;

namespace Networks.GraphQLApi.Groups;

/// <summary>
/// What is known of a group. When registering, whatever is left out is not known; when updating, it stays as it is, and null clears it.
/// </summary>
public sealed record GroupInput
{
    /// <summary>What the group is called; when registering it goes before the name beside these facts.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>The ward it meets in, by code or by name; when registering it goes before the one beside these facts.</summary>
    public Optional<string?> Ward { get; init; }

    /// <summary>The organisation that keeps the record, by reference or global id.</summary>
    [GraphQLType("ID")]
    public Optional<string?> Organisation { get; init; }

    /// <summary>What it offers: a kind that groups offer; null is OTHER.</summary>
    public Optional<OfferKind?> Kind { get; init; }

    /// <summary>Degrees north; only distances computed from it are ever shown.</summary>
    public Optional<double?> Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public Optional<double?> Longitude { get; init; }

    /// <summary>No referral is needed; null is false.</summary>
    public Optional<bool?> OpenAccess { get; init; }

    /// <summary>What it does.</summary>
    public Optional<IReadOnlyList<string>?> Interests { get; init; }

    /// <summary>People in which situation it is for; left out, everybody.</summary>
    public Optional<IReadOnlyList<string>?> Situations { get; init; }

    /// <summary>Languages spoken there.</summary>
    public Optional<IReadOnlyList<string>?> Languages { get; init; }

    /// <summary>Whether it can be reached without a step.</summary>
    public Optional<bool?> StepFree { get; init; }

    /// <summary>What the place offers to people with access needs, such as hearing-loop; stepFree says step-free as well.</summary>
    public Optional<IReadOnlyList<string>?> Access { get; init; }

    /// <summary>What those who run it are able to do, such as dementia or bsl.</summary>
    public Optional<IReadOnlyList<string>?> Competences { get; init; }

    /// <summary>When it meets: RFC 5545 RRULEs, or such as tue 10:00-12:00.</summary>
    public Optional<IReadOnlyList<string>?> Sessions { get; init; }

    /// <summary>What one session costs; 0 is free.</summary>
    public Optional<double?> CostPounds { get; init; }

    /// <summary>Youngest age it is for.</summary>
    public Optional<int?> AgeFrom { get; init; }

    /// <summary>Oldest age it is for.</summary>
    public Optional<int?> AgeTo { get; init; }

    /// <summary>How many people it can fetch and bring home.</summary>
    public Optional<int?> TransportSeats { get; init; }

    /// <summary>What the group says of itself.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>How anybody may reach the group, as it is published.</summary>
    public Optional<string?> PublicContact { get; init; }

    /// <summary>Where it meets, as it is published.</summary>
    public Optional<string?> Venue { get; init; }

    /// <summary>The fund that pays for it, by one name everywhere.</summary>
    public Optional<string?> FundedBy { get; init; }

    /// <summary>First day no longer funded.</summary>
    public Optional<DateOnly?> FundedUntil { get; init; }

    /// <summary>First day it runs.</summary>
    public Optional<DateOnly?> OpenedOn { get; init; }

    /// <summary>First day it no longer runs, when registering; closeGroup closes a group that is registered.</summary>
    public Optional<DateOnly?> ClosedOn { get; init; }

    /// <summary>The day somebody last made sure that the record is right.</summary>
    public Optional<DateOnly?> AssuredOn { get; init; }

    /// <summary>Whether it holds the badge open to all.</summary>
    public Optional<bool?> OpenToAll { get; init; }

    /// <summary>Its id in the directory it came from.</summary>
    [GraphQLType("ID")]
    public Optional<string?> SourceId { get; init; }

    /// <summary>Places taken by people outside the register; null is none.</summary>
    public Optional<int?> OthersAttending { get; init; }
}
