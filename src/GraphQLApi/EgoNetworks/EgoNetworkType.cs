using HotChocolate;
using Networks.Domain.EgoNetworks;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;

namespace Networks.GraphQLApi.EgoNetworks;

/// <summary>The people, groups and volunteers around one resident on one day, in circles from the closest outwards.</summary>
[GraphQLName("EgoNetwork")]
public sealed class EgoNetworkType
{
    private readonly EgoNetwork _network;
    private readonly Resident _ego;

    internal EgoNetworkType(EgoNetwork network, Resident ego, DateOnly knownAt) => (_network, _ego, KnownAt) = (network, ego, knownAt);

    /// <summary>The day asked about.</summary>
    public DateOnly On => _network.On;

    /// <summary>Only what was written down by the evening of this day stands here.</summary>
    public DateOnly KnownAt { get; }

    /// <summary>How much stands behind it; what was never asked about says nothing by being absent.</summary>
    public EvidenceBasis Basis => _network switch
    {
        { AskedOn: not null } => EvidenceBasis.Asked,
        { HasRows: true } => EvidenceBasis.PartlyRecorded,
        _ => EvidenceBasis.NeverAsked,
    };

    /// <summary>When she was asked about her connections; null if not by that day.</summary>
    public DateOnly? AskedOn => _network.AskedOn;

    /// <summary>What the network mostly consists of; null where she was never asked. It describes a network, never a person.</summary>
    public NetworkType? Type => _network.Type;

    /// <summary>What the type says, in words that may be read aloud; null where there is no type.</summary>
    public string? TypeSentence => _network.Type?.Sentence();

    /// <summary>Circles 1 (closest) to 3, then those of whom no circle is said, where groups and volunteers stand as well.</summary>
    public IReadOnlyList<EgoCircleType> Circles =>
        [.. new int?[] { 1, 2, 3, null }.Select(circle => new EgoCircleType(_network, _ego, circle))];

    /// <summary>What the network does not hold, or what nobody has asked about yet, each with what could change it.</summary>
    public IReadOnlyList<NetworkGapType> Gaps => [.. NetworkGaps.Of(_network).Select(gap => new NetworkGapType(gap))];
}

/// <summary>One circle of a network.</summary>
[GraphQLName("EgoCircle")]
public sealed class EgoCircleType
{
    private readonly EgoNetwork _network;
    private readonly Resident _ego;

    internal EgoCircleType(EgoNetwork network, Resident ego, int? circle) => (_network, _ego, Circle) = (network, ego, circle);

    /// <summary>1 (closest) to 3; null for those of whom no circle is said.</summary>
    public int? Circle { get; }

    /// <summary>The people in it: what they are to her first, then who they are.</summary>
    public IReadOnlyList<EgoPersonType> People =>
        [.. _network.People.Where(person => person.Circle == Circle).Select(person => new EgoPersonType(person, _ego))];

    /// <summary>Groups she belongs to; nobody says how close a group is, so they stand where no circle is said.</summary>
    public IReadOnlyList<EgoGroupType> Groups => Circle is null ? [.. _network.Groups.Select(group => new EgoGroupType(group))] : [];

    /// <summary>Volunteers matched with her; they stand where no circle is said.</summary>
    public IReadOnlyList<EgoVolunteerType> Volunteers =>
        Circle is null ? [.. _network.Volunteers.Select(match => new EgoVolunteerType(match))] : [];
}

/// <summary>One person of a network: on the register, or somebody outside it of whom only a number is known.</summary>
[GraphQLName("EgoPerson")]
public sealed class EgoPersonType
{
    private readonly EgoPerson _person;
    private readonly Resident _ego;

    internal EgoPersonType(EgoPerson person, Resident ego) => (_person, _ego) = (person, ego);

    /// <summary>The person, if they have a record here; null for somebody outside the register.</summary>
    public async Task<ResidentType?> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        _person.Resident is { } resident ? await residents.FindAsync(resident, cancellationToken) : null;

    /// <summary>Which of the people outside the register whom she names this is: 1 for the first. Null for a resident.</summary>
    public int? AlterNumber => _person.Alter is { } label
        ? _ego.Ties.Select(tie => tie.Alter).OfType<string>().Distinct().TakeWhile(known => known != label).Count() + 1
        : null;

    /// <summary>The label of a person outside the register; for coordinators alone, null to everyone else.</summary>
    public string? GetAlterLabel(Caller caller) => caller.IsCoordinator ? _person.Alter : null;

    /// <summary>What the person is to her: as she says, or else as they say, turned round.</summary>
    public TieKind Relation => _person.Relation;

    /// <summary>1 (closest) to 3; null where she has not said.</summary>
    public int? Circle => _person.Circle;

    /// <summary>How often the two are in touch, as stated; null where nobody has said.</summary>
    public ContactFrequency? ContactFrequency => _person.Frequency;

    /// <summary>Latest dated contact between the two, over whatever row.</summary>
    public DateOnly? LastContact => _person.LastContact;

    /// <summary>What she could turn to the person for; empty where nobody asked.</summary>
    public IReadOnlyList<SupportKind> Support => _person.Support;

    /// <summary>False if only the other side names the tie.</summary>
    public bool NamedByHer => _person.IsNamedByHer;
}

/// <summary>A group of a network.</summary>
[GraphQLName("EgoGroup")]
public sealed class EgoGroupType
{
    private readonly EgoGroup _group;

    internal EgoGroupType(EgoGroup group) => _group = group;

    /// <summary>The group.</summary>
    public Task<GroupType> GetGroupAsync(GroupById groups, CancellationToken cancellationToken) =>
        groups.RequiredAsync(_group.Group, cancellationToken);

    /// <summary>First day as a member; null where not known.</summary>
    public DateOnly? Since => _group.Since;

    /// <summary>The latest day she is known to have come.</summary>
    public DateOnly? LastAttended => _group.LastAttended;
}

/// <summary>A volunteer of a network.</summary>
[GraphQLName("EgoVolunteer")]
public sealed class EgoVolunteerType
{
    private readonly EgoVolunteer _match;

    internal EgoVolunteerType(EgoVolunteer match) => _match = match;

    /// <summary>The volunteer.</summary>
    public Task<VolunteerType> GetVolunteerAsync(VolunteerById volunteers, CancellationToken cancellationToken) =>
        volunteers.RequiredAsync(_match.Volunteer, cancellationToken);

    /// <summary>What the match is for.</summary>
    public OfferKind Kind => _match.Kind;

    /// <summary>First day of the match.</summary>
    public DateOnly Since => _match.Since;

    /// <summary>Latest dated contact.</summary>
    public DateOnly? LastContact => _match.LastContact;
}

/// <summary>Something a network does not hold, or that nobody has asked about.</summary>
[GraphQLName("NetworkGap")]
public sealed class NetworkGapType
{
    private readonly NetworkGap _gap;

    internal NetworkGapType(NetworkGap gap) => _gap = gap;

    /// <summary>What is missing, or still to ask.</summary>
    public NetworkGapKind Kind => _gap.Kind;

    /// <summary>Which support nobody gives; null for other gaps.</summary>
    public SupportKind? Support => _gap.Support;

    /// <summary>What is recorded and what could be done, in one plain sentence.</summary>
    public string Sentence => _gap.Sentence;
}
