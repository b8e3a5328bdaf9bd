using HotChocolate;
using Networks.Domain.Matches;
using Networks.Graph.Matches;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.WaitingLists;

/// <summary>A person who is waiting for something.</summary>
[GraphQLName("WaitingPerson")]
public sealed class WaitingPersonType
{
    private readonly WaitingResident _person;

    internal WaitingPersonType(WaitingResident person) => _person = person;

    /// <summary>Who.</summary>
    public Task<ResidentType> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        residents.RequiredAsync(_person.Resident, cancellationToken);

    /// <summary>What she still waits for.</summary>
    public IReadOnlyList<OfferKind> Seeking => _person.Seeking;

    /// <summary>
    /// Since when: her own day, else that of the referral, of her registration, of her record. The order of the list goes by the first two
    /// alone.
    /// </summary>
    public DateOnly Since => _person.Since;

    /// <summary>Days since then.</summary>
    public int Days => _person.Days;

    /// <summary>How urgent her need is: 1 (most urgent) to 4; null where nobody has said.</summary>
    public int? PriorityBand => _person.PriorityBand;

    /// <summary>Proposals to her that she or the other side has declined so far.</summary>
    public int ProposalsDeclined => _person.ProposalsDeclined;
}

/// <summary>A page of people waiting.</summary>
public sealed class WaitingConnection : Connection<WaitingEdge, WaitingPersonType>;

/// <summary>One person of the list.</summary>
public sealed class WaitingEdge : Edge<WaitingPersonType>;
