using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Matching.Problems;
using Orleans;

namespace Networks.Matching.RankedChoices;

/// <summary>How far a plan goes along with what people and places would choose for themselves.</summary>
/// <param name="AreRespected">True if the policy asks for it: then no pair blocks.</param>
/// <param name="BlockingPairs">
/// Pairs that are not in the plan though she would rather have that place, and the place would rather have her than somebody it was given,
/// or is free. Whoever was pinned blocks nothing.
/// </param>
/// <param name="First">The first of them, in the order in which people are helped, at most <see cref="PairsMax"/>.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.choice-report")]
public sealed record ChoiceReport(
    [property: Id(0)] bool AreRespected, [property: Id(1)] int BlockingPairs, [property: Id(2)] ImmutableArray<BlockingPair> First)
{
    /// <summary>How many pairs are named at most.</summary>
    public const int PairsMax = 100;
}

/// <summary>Two that would both rather have each other than what the plan gives them.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Class">For which of her wishes.</param>
/// <param name="Offer">The place she would rather have.</param>
/// <param name="Has">What the plan gives her; null = nothing.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.blocking-pair")]
public sealed record BlockingPair(
    [property: Id(0)] ResidentId Resident, [property: Id(1)] WishClass Class, [property: Id(2)] OfferId Offer,
    [property: Id(3)] OfferId? Has);
