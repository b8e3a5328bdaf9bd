using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Orleans;

namespace Networks.Matching.Reasons;

/// <summary>Why a person still waits after a round; the first that holds is given. Spelt NO_CONSENT in files and answers.</summary>
[GenerateSerializer, Alias("networks.matching.unmatched-reason")]
[JsonConverter(typeof(WordJsonConverter<UnmatchedReason>))]
public enum UnmatchedReason
{
    /// <summary>She has not agreed to be put forward.</summary>
    NoConsent,

    /// <summary>Something without which no offer can be judged is not known, such as where she lives.</summary>
    DetailsMissing,

    /// <summary>She asked to wait, or somebody asked for later in this round.</summary>
    Paused,

    /// <summary>No offer of the round fits.</summary>
    NoFittingOffer,

    /// <summary>Offers fit, and all their places went to people before her.</summary>
    NoPlaceThisRound,

    /// <summary>Offers fit, and a coordinator kept her from each of them.</summary>
    KeptApartByHand,

    /// <summary>Offers fit and had a place, and the policy's quota for her group had been reached by people before her.</summary>
    QuotaReached,

    /// <summary>Offers fit, and the places that she could have had are needed to keep the policy's guarantees for others.</summary>
    KeptForGuarantee,
}

/// <summary>A wish the round could not help, and what it learned about it.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.unmatched-person")]
public sealed record UnmatchedPerson
{
    [Id(0)] public required ResidentId Resident { get; init; }

    [Id(1)] public required WishClass Class { get; init; }

    [Id(2)] public required WardCode Ward { get; init; }

    /// <summary>The band she ranked as.</summary>
    [Id(3)] public required int Band { get; init; }

    /// <summary>Days waited on the day of the round; null if it is not known since when.</summary>
    [Id(4)] public int? WaitingDays { get; init; }

    [Id(5)] public required UnmatchedReason Reason { get; init; }

    /// <summary>What blocked how many offers, most first. One offer can be blocked by several.</summary>
    [Id(6)] public ImmutableArray<ConstraintCount> BlockedBy { get; init; } = [];

    /// <summary>Offers of a kind she seeks.</summary>
    [Id(7)] public required int OffersConsidered { get; init; }

    [Id(8)] public Repair? Repair { get; init; }

    /// <summary>For the coordinator.</summary>
    [Id(9)] public required string Explanation { get; init; }

    /// <summary>To be said to the person: names nobody else, and no score or band.</summary>
    [Id(10)] public required string WordsForThePerson { get; init; }
}

/// <summary>How many offers a constraint blocks, and how many it alone blocks.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.constraint-count")]
public sealed record ConstraintCount(
    [property: Id(0)] Constraint Constraint, [property: Id(1)] int Offers, [property: Id(2)] int OnlyThis);

/// <summary>
/// The smallest single change that would open an offer. Never of age, checks, consent or exclusions, nor of what is firm.
/// </summary>
/// <param name="Constraint">What would change; null if it is the number of places.</param>
/// <param name="Change">In words.</param>
/// <param name="Matches">True if the change alone would help her in this round.</param>
/// <param name="OffersOpened">Offers it would open to her.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.repair")]
public sealed record Repair(
    [property: Id(0)] Constraint? Constraint,
    [property: Id(1)] string Change,
    [property: Id(2)] bool Matches,
    [property: Id(3)] int OffersOpened);
