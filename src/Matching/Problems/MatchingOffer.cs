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
/// A volunteer or group with its free places as frozen when the round opened. Null or empty = not known, except where said otherwise.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.offer")]
public sealed record MatchingOffer
{
    [Id(0)] public required OfferId Offer { get; init; }

    [Id(1)] public required WardCode Ward { get; init; }

    /// <summary>What it offers: a volunteer one kind for each role, sharing the places; a group its one kind.</summary>
    [Id(2)] public ImmutableArray<OfferKind> Kinds { get; init; } = [];

    /// <summary>Free places in this round, 0 or more; null = no limit. An offer whose places are not known is not in a problem.</summary>
    [Id(3)] public int? Places { get; init; }

    /// <summary>Where it starts from (volunteer's home) or takes place (group).</summary>
    [Id(4)] public GeoPoint? Place { get; init; }

    /// <summary>Best first.</summary>
    [Id(5)] public ImmutableArray<string> Languages { get; init; } = [];

    [Id(6)] public ImmutableArray<string> Interests { get; init; } = [];

    /// <summary>Slots a volunteer is free in, or in which a group's sessions start.</summary>
    [Id(7)] public TimeSlots Available { get; init; }

    /// <summary>Volunteers: how they meet people; empty = visit.</summary>
    [Id(8)] public ImmutableArray<ContactMode> Modes { get; init; } = [];

    /// <summary>Volunteers: how far they travel to a visit; null = the policy's default.</summary>
    [Id(9)] public Metres? TravelMetresMax { get; init; }

    [Id(10)] public Gender? Gender { get; init; }

    [Id(11)] public int? BirthYear { get; init; }

    /// <summary>Volunteers: whom they will meet; empty = anyone.</summary>
    [Id(12)] public ImmutableArray<Gender> PrefersGender { get; init; } = [];

    /// <summary>Volunteers: checks passed; empty = none passed.</summary>
    [Id(13)] public ImmutableArray<Check> Checks { get; init; } = [];

    /// <summary>What a volunteer, or those who run a group, are able to do.</summary>
    [Id(14)] public ImmutableArray<string> Competences { get; init; } = [];

    /// <summary>Volunteers: what a guest meets at their own home (homeshare).</summary>
    [Id(15)] public ImmutableArray<string> HomeFactors { get; init; } = [];

    /// <summary>Volunteers: what they cannot be with at a home they visit.</summary>
    [Id(16)] public ImmutableArray<string> CannotBeWith { get; init; } = [];

    /// <summary>Residents the volunteer must never be matched with; empty = none.</summary>
    [Id(17)] public ImmutableArray<ResidentId> Exclusions { get; init; } = [];

    /// <summary>The same person on the register, if the volunteer is one.</summary>
    [Id(18)] public ResidentId? SamePerson { get; init; }

    /// <summary>Groups: whom it is for; empty = everyone. Volunteers: what they have lived through and agreed to be matched by.</summary>
    [Id(19)] public ImmutableArray<string> Situations { get; init; } = [];

    /// <summary>Groups: welcomes everyone, whatever <see cref="Situations"/> names.</summary>
    [Id(20)] public bool? OpenToAll { get; init; }

    [Id(21)] public bool? StepFree { get; init; }

    [Id(22)] public ImmutableArray<string> Access { get; init; } = [];

    /// <summary>Groups: how many of those who come it can fetch and bring home.</summary>
    [Id(23)] public int? TransportSeats { get; init; }

    [Id(24)] public int? AgeFrom { get; init; }

    [Id(25)] public int? AgeTo { get; init; }

    /// <summary>Whose volunteer or group it is.</summary>
    [Id(26)] public OrganisationId? Organisation { get; init; }

    /// <summary>The household of <see cref="SamePerson"/>, if it is on record.</summary>
    [Id(27)] public string? Household { get; init; }

    /// <summary>Volunteers: contacts a month over all matches, those they have already included.</summary>
    [Id(28)] public int? ContactsPerMonth { get; init; }

    /// <summary>Volunteers: people they meet already; null = nobody.</summary>
    [Id(29)] public int? MatchesNow { get; init; }
}
