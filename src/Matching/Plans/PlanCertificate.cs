using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Matching.Problems;
using Orleans;

namespace Networks.Matching.Plans;

/// <summary>
/// The proof that a plan is optimal, in integers, checkable without solving anything. Coverage: for every wish that is not helped, the
/// offers closed by then hold all her candidates, and all their places went to wishes before hers that could go nowhere else (Hall).
/// Quality: prices of offers and values of wishes that fit no pair better than its price allows (a dual of the same value).
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.matching.certificate")]
public sealed record PlanCertificate
{
    /// <summary>Digest of the problem.</summary>
    [Id(0)] public required string ProblemDigest { get; init; }

    /// <summary>Total fit of the plan's pairs that no pin put there.</summary>
    [Id(1)] public required long Primal { get; init; }

    /// <summary>Value of the dual: the sum of the values of helped wishes and of the prices of all places.</summary>
    [Id(2)] public required long Dual { get; init; }

    /// <summary>
    /// One entry for each offer, or part of one, whose price is not 0 or that was closed; every other has price 0 and never closed.
    /// </summary>
    [Id(3)] public required ImmutableArray<OfferPrice> Offers { get; init; }

    /// <summary>One entry for each helped wish that no pin put there.</summary>
    [Id(4)] public required ImmutableArray<WishValue> Wishes { get; init; }

    /// <summary>Digest of the plan's list of (reference, offer).</summary>
    [Id(5)] public required string PlanDigest { get; init; }

    /// <summary>
    /// In a round with guarantees: what closed to the people of each guaranteed group. The closings in <see cref="Offers"/> then hold for
    /// everybody else.
    /// </summary>
    [Id(6)] public ImmutableArray<GroupClosing> Guaranteed { get; init; } = [];

    /// <summary>
    /// Where a plan stood before: prices and values are counted in units, of which one fit is so many, more than there are people; each
    /// pair kept counts one. So the same proof shows that no plan fits better, and that none as good keeps more. Null = in whole fits.
    /// </summary>
    [Id(7)] public int? Units { get; init; }

    /// <summary>Primal less dual; 0 proves that no plan helping the same people fits better.</summary>
    public long Gap => Dual - Primal;
}

/// <summary>An offer in the proof.</summary>
/// <param name="Offer">Whose places.</param>
/// <param name="Price">What one place is worth in fit, 0 or more; 0 wherever a place is still free.</param>
/// <param name="ClosedBy">The first wish in order that shows its places cannot be won any more; null = never closed.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.offer-price")]
public sealed record OfferPrice([property: Id(0)] OfferId Offer, [property: Id(1)] long Price, [property: Id(2)] WishKey? ClosedBy)
{
    /// <summary>
    /// True for the places of a group that has fewer seats in its transport than places: those without a seat. Null for all others.
    /// </summary>
    [Id(3)] public bool? WithoutSeat { get; init; }
}

/// <summary>An offer that closed to the people of one guaranteed group.</summary>
/// <param name="Group">Which of the policy's groups.</param>
/// <param name="Offer">Whose places.</param>
/// <param name="ClosedBy">The first wish of the group, in order, that shows its places cannot be won any more.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.group-closing")]
public sealed record GroupClosing(
    [property: Id(0)] string Group, [property: Id(1)] OfferId Offer, [property: Id(2)] WishKey ClosedBy)
{
    /// <summary>As in <see cref="OfferPrice.WithoutSeat"/>.</summary>
    [Id(3)] public bool? WithoutSeat { get; init; }
}

/// <summary>A helped wish in the proof.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.wish-value")]
public sealed record WishValue([property: Id(0)] WishKey Wish, [property: Id(1)] long Value);

/// <summary>Which wish: whose, and for which of the two.</summary>
[GenerateSerializer, Immutable, Alias("networks.matching.wish-key")]
public readonly record struct WishKey([property: Id(0)] ResidentId Resident, [property: Id(1)] WishClass Class);
