using System.Collections.Frozen;
using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.Problems;

namespace Networks.Matching.Fits;

/// <summary>A seeker with every list turned into a set once, because she is compared with every offer.</summary>
internal sealed class SeekerProfile
{
    public required Seeker Seeker { get; init; }

    public required GeoPoint? Point { get; init; }

    public required int TravelMetres { get; init; }

    public required WordSet Languages { get; init; }

    public required WordSet FirstLanguage { get; init; }

    public required WordSet Interests { get; init; }

    public required WordSet Situations { get; init; }

    public required WordSet Needs { get; init; }

    public required WordSet AccessNeeds { get; init; }

    public required bool NeedsStepFree { get; init; }

    public required bool NeedsTransport { get; init; }

    public required WordSet HomeFactors { get; init; }

    public required WordSet CannotBeWith { get; init; }

    public required ImmutableArray<ContactMode> Modes { get; init; }

    public required FrozenSet<VolunteerId> Exclusions { get; init; }

    public required FrozenSet<OfferId> KeptApart { get; init; }

    public required bool IsChild { get; init; }
}

/// <summary>An offer with every list turned into a set once.</summary>
internal sealed class OfferProfile
{
    public required MatchingOffer Offer { get; init; }

    public required GeoPoint? Point { get; init; }

    public required int TravelMetres { get; init; }

    public required WordSet Languages { get; init; }

    public required WordSet Interests { get; init; }

    public required WordSet Situations { get; init; }

    public required WordSet Competences { get; init; }

    public required WordSet Access { get; init; }

    public required WordSet HomeFactors { get; init; }

    public required WordSet CannotBeWith { get; init; }

    public required ImmutableArray<ContactMode> Modes { get; init; }

    public required FrozenSet<ResidentId> Exclusions { get; init; }

    /// <summary>One bit for each mode whose checks are all held on the day.</summary>
    public required int CheckedModes { get; init; }

    /// <summary>Of them those that lean on a check without a day.</summary>
    public required int UndatedModes { get; init; }

    /// <summary>One bit for each kind whose own checks are all held on the day.</summary>
    public required int CheckedKinds { get; init; }

    /// <summary>Of them those that lean on a check without a day.</summary>
    public required int UndatedKinds { get; init; }

    public required bool IsChild { get; init; }

    public bool IsGroup => Offer.Offer.Holder == OfferHolder.Group;
}
