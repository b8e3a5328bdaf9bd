using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Connectors;
using Networks.Graph.Groups;
using Networks.Graph.Matches;
using Networks.Graph.Paths;
using Networks.Graph.Pathways;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;
using Networks.Graph.Volunteers;
using Orleans;

namespace Networks.Grains.Areas;

/// <summary>
/// Answers questions about the whole area from its silo's board of wards: as many workers on each silo as are needed, none of which
/// holds anything of its own. A ward that is not yet on the board is woken and waited for; if it cannot come, the answer says
/// <c>Complete: false</c>. Unknown ward codes are not its business: ask the ward register first. Key: <c>z:area</c>; with a day, such as
/// <c>z:area@2026-11-01</c>, it answers reads as known in the evening of that day, which is also the day asked about if none is given.
/// </summary>
[Alias("networks.area-grain")]
public interface IAreaGrain : IGrainWithStringKey
{
    /// <summary>
    /// Who has too little social connection. Warm cost: wards + rows of the page; after a change, one ward's residents more.
    /// </summary>
    [Alias("unconnected")]
    Task<UnconnectedAnswer> Unconnected(UnconnectedQuery query);

    /// <summary>
    /// Everybody on the list today, or that nothing has changed since the picture named. The rule must have no fault.
    /// </summary>
    [Alias("listed")]
    Task<ListedAnswer> Listed(ListedQuery query);

    /// <summary>Those of <paramref name="people"/> who are on the list today, each with the evidence.</summary>
    [Alias("evidence")]
    Task<ImmutableArray<UnconnectedPerson>> Evidence(ListedQuery query, ImmutableArray<ResidentId> people);

    /// <summary>Components of the people on the register. Cost: what changed since last asked; the first time everything.</summary>
    [Alias("components")]
    Task<ComponentSummary> Components(ComponentQuery query);

    /// <summary>How many people have how many connections. Cost: wards in which somebody may differ since they were last asked.</summary>
    [Alias("connection-spread")]
    Task<ConnectionSpread> ConnectionSpread(SpreadQuery query);

    /// <summary>How long ago the last contact was on people's connections. Cost as <see cref="ConnectionSpread"/>.</summary>
    [Alias("contact-spread")]
    Task<ContactSpread> ContactSpread(SpreadQuery query);

    /// <summary>
    /// How near people are to groups, and how many others they reach. Cost: residents, and the ties of those tied to them after an edge
    /// changed.
    /// </summary>
    [Alias("reach-spread")]
    Task<ReachSpread> ReachSpread(SpreadQuery query);

    /// <summary>On how many each person's support rests, and with whom it is one. Cost as <see cref="ConnectionSpread"/>.</summary>
    [Alias("support-spread")]
    Task<SupportSpread> SupportSpread(SupportQuery query);

    /// <summary>
    /// Through whom people are connected who would be cut off without them. Cost: residents + connections after one changed, else the list.
    /// </summary>
    [Alias("connectors")]
    Task<ConnectorAnswer> Connectors(ConnectorQuery query);

    /// <summary>
    /// How many others are within two ties of each resident named who is on the register that day; others are left out.
    /// </summary>
    [Alias("within-two-ties")]
    Task<ImmutableDictionary<ResidentId, int>> WithinTwoTies(ImmutableArray<ResidentId> residents, DateOnly? asOf);

    /// <summary>Volunteers and groups with a free place.</summary>
    [Alias("open-places")]
    Task<OpenPlacesAnswer> OpenPlaces(OpenPlacesQuery query);

    /// <summary>People waiting.</summary>
    [Alias("waiting")]
    Task<WaitingAnswer> Waiting(WaitingQuery query);

    /// <summary>
    /// Whose records say anything about the pathway from referral to settled (<see cref="Pathways.IPathwayGrain"/> asks them). Cost:
    /// residents of the wards.
    /// </summary>
    [Alias("on-pathway")]
    Task<PathwayPeople> OnPathway(PathwayQuery query);

    /// <summary>
    /// Residents on the register and what else holds of them. Asked who has an open option, it judges everybody waiting in the wards asked
    /// for against every free place of the area, and refuses when those are too many (<see cref="ResidentAnswer.IsTooExpensive"/>).
    /// </summary>
    [Alias("residents")]
    Task<ResidentAnswer> Residents(ResidentQuery query);

    /// <summary>Volunteers active today.</summary>
    [Alias("volunteers")]
    Task<VolunteerAnswer> Volunteers(VolunteerQuery query);

    /// <summary>Groups that run today.</summary>
    [Alias("groups")]
    Task<GroupAnswer> Groups(GroupQuery query);

    /// <summary>Through whom a resident could be introduced to a group or a volunteer.</summary>
    [Alias("paths")]
    Task<PathAnswer> Paths(PathQuery query);

    /// <summary>Counts by ward.</summary>
    [Alias("totals")]
    Task<TotalsAnswer> Totals(TotalsQuery query);

    /// <summary>
    /// Connections, isolation and the way to a group of each resident named who is on the register that day; others are left out.
    /// A null day is today in the area's time zone.
    /// </summary>
    [Alias("connections")]
    Task<ConnectionsAnswer> Connections(ImmutableArray<ResidentId> residents, DateOnly? asOf);

    /// <summary>
    /// The ties of each resident named, from her end: those that hold today, or past ones as well. People in no ward are left out.
    /// </summary>
    [Alias("tie-ends")]
    Task<ImmutableArray<ResidentTieEnds>> TieEnds(ImmutableArray<ResidentId> residents, bool current);

    /// <summary>
    /// Whether the day of knowledge in the key can be asked about; ask this before the question itself. Cost: that of the picture
    /// (<see cref="PastPictures"/>), once.
    /// </summary>
    [Alias("reach")]
    Task<KnownReach> Reach();

    /// <summary>Compares what the wards answer with the entity rows, and the two ends of every membership and match.</summary>
    [Alias("check")]
    Task<CheckReport> Check(CancellationToken cancellationToken);

    /// <summary>
    /// Wakes those of <paramref name="wards"/> that sleep, so that the first question finds them awake; answers how many are awake then.
    /// </summary>
    [Alias("wake")]
    Task<int> Wake(ImmutableArray<WardCode> wards);

    /// <summary>
    /// Compares those of <paramref name="wards"/> that are awake here with their rows and repairs them: after a bulk import. One that
    /// sleeps reads its rows when it wakes, so nobody wakes it for this; one awake on another silo compares itself within a sweep period.
    /// </summary>
    [Alias("refresh")]
    Task<int> Refresh(ImmutableArray<WardCode> wards, CancellationToken cancellationToken);
}
