using HotChocolate;
using Networks.Domain.Matches;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Offers;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;
using Networks.Matching.Losses;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>A plan without one of its volunteers or groups.</summary>
[GraphQLName("OfferLoss")]
public sealed class OfferLossType
{
    private readonly LossAnswer _loss;

    internal OfferLossType(LossAnswer loss) => _loss = loss;

    /// <summary>Whose places would be gone.</summary>
    public Task<IOffer> GetOfferAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        OfferSources.RequiredAsync(_loss.Offer, volunteers, groups, cancellationToken);

    /// <summary>Who would lose the place this plan gives, in the order in which people are helped.</summary>
    public IReadOnlyList<LostPlaceType> Lost => [.. _loss.Lost.Select(place => new LostPlaceType(place))];

    /// <summary>Of them those whom the re-shuffle gives another place.</summary>
    public int Kept => _loss.Kept;

    /// <summary>Everybody else whom the re-shuffle moves.</summary>
    public IReadOnlyList<MovedPlaceType> Moved => [.. _loss.Moved.Select(place => new MovedPlaceType(place))];

    /// <summary>Change of the plan's total fit, the places lost included.</summary>
    public int Fit => checked((int)_loss.Fit);

    /// <summary>People whom the volunteer meets already, outside this plan: they would lose support too; null where not known.</summary>
    public int? SupportedNow => _loss.SupportedNow;

    /// <summary>The same in one or two sentences.</summary>
    public string Sentence => _loss.Sentence;
}

/// <summary>Somebody whose place would be lost.</summary>
[GraphQLName("LostPlace")]
public sealed class LostPlaceType
{
    private readonly LostPlace _place;

    internal LostPlaceType(LostPlace place) => _place = place;

    /// <summary>Who; null if she has left since.</summary>
    public Task<ResidentType?> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        residents.FindAsync(_place.Resident, cancellationToken);

    /// <summary>What she was to be given.</summary>
    public OfferKind Kind => _place.Kind;

    /// <summary>Whose place the re-shuffle gives her; null = none.</summary>
    public async Task<IOffer?> GetToAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        _place.To is { } offer ? await OfferSources.RequiredAsync(offer, volunteers, groups, cancellationToken) : null;
}

/// <summary>Somebody who is given another place so that somebody else keeps one.</summary>
[GraphQLName("MovedPlace")]
public sealed class MovedPlaceType
{
    private readonly MovedPlace _place;

    internal MovedPlaceType(MovedPlace place) => _place = place;

    /// <summary>Who; null if she has left since.</summary>
    public Task<ResidentType?> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        residents.FindAsync(_place.Resident, cancellationToken);

    /// <summary>What she was to be given.</summary>
    public OfferKind Kind => _place.Kind;

    /// <summary>Whose place the plan gave her.</summary>
    public Task<IOffer> GetFromAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        OfferSources.RequiredAsync(_place.From, volunteers, groups, cancellationToken);

    /// <summary>Whose place she would have.</summary>
    public Task<IOffer> GetToAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        OfferSources.RequiredAsync(_place.To, volunteers, groups, cancellationToken);
}
