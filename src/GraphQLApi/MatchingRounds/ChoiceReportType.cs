using HotChocolate;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Offers;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;
using Networks.Matching.RankedChoices;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>
/// How far a plan goes along with ranked choices: those the policy states, else people rank places by fit and places people by need.
/// </summary>
[GraphQLName("ChoiceReport")]
public sealed class ChoiceReportType
{
    private readonly ChoiceReport _report;

    internal ChoiceReportType(ChoiceReport report) => _report = report;

    /// <summary>True if the policy asks for it (`rankedChoices`): then no pair blocks.</summary>
    public bool AreRespected => _report.AreRespected;

    /// <summary>
    /// Pairs that are not in the plan though she would rather have that place, and the place would rather have her than somebody it was
    /// given, or is free.
    /// </summary>
    public int BlockingPairs => _report.BlockingPairs;

    /// <summary>The first of them, in the order in which people are helped, at most 100.</summary>
    public IReadOnlyList<BlockingPairType> First => [.. _report.First.Select(pair => new BlockingPairType(pair))];
}

/// <summary>Two that would both rather have each other than what the plan gives them.</summary>
[GraphQLName("BlockingPair")]
public sealed class BlockingPairType
{
    private readonly BlockingPair _pair;

    internal BlockingPairType(BlockingPair pair) => _pair = pair;

    /// <summary>Who; null if she has left since.</summary>
    public Task<ResidentType?> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        residents.FindAsync(_pair.Resident, cancellationToken);

    /// <summary>The place she would rather have.</summary>
    public Task<IOffer> GetOfferAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        OfferSources.RequiredAsync(_pair.Offer, volunteers, groups, cancellationToken);

    /// <summary>What the plan gives her; null = nothing.</summary>
    public async Task<IOffer?> GetHasAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        _pair.Has is { } offer ? await OfferSources.RequiredAsync(offer, volunteers, groups, cancellationToken) : null;
}
