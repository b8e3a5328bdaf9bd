using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Connectors;
using Networks.Graph.Groups;
using Networks.Graph.Matches;
using Networks.Graph.Paths;
using Networks.Graph.Pathways;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;
using Networks.Graph.Volunteers;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// The connection graph of all wards that have told what they hold, at one moment: immutable, so every question sees one consistent
/// picture while wards go on changing. Everything in it is dated, so any day can be asked about. It is derived from rows and owns
/// nothing.
/// <para>
/// Growth: a change costs the changed resident's ties, the ties naming her, and the wards' lists of numbers (4 bytes a resident); a
/// question about a ward that nothing has touched costs nothing again; memory about 150 bytes a resident and 24 a tie.
/// </para>
/// </summary>
public sealed class AreaGraph
{
    private readonly ResidentBlocks residents;
    private readonly NamerLists naming;
    private readonly Chunks<GroupNode?> groups;
    private readonly Chunks<VolunteerEntry?> volunteers;
    private readonly Chunks<int[]?> members;
    private readonly Chunks<int[]?> matched;

    internal AreaGraph(
        GraphOrdinals ordinals,
        ResidentBlocks residents,
        NamerLists naming,
        Chunks<GroupNode?> groups,
        Chunks<VolunteerEntry?> volunteers,
        Chunks<int[]?> members,
        Chunks<int[]?> matched,
        WardParts wards,
        EdgeMemory edges,
        PictureStep step,
        long stamp,
        AnswerMemory answers)
    {
        Ordinals = ordinals;
        this.residents = residents;
        this.naming = naming;
        this.groups = groups;
        this.volunteers = volunteers;
        this.members = members;
        this.matched = matched;
        Parts = wards;
        Edges = edges;
        Step = step;
        Stamp = stamp;
        Answers = answers;
    }

    /// <summary>Rises with every change.</summary>
    public long Stamp { get; }

    /// <summary>The wards that have told what they hold, ordered by code as UTF-8 bytes.</summary>
    public IEnumerable<WardCode> Wards => Parts.Keys;

    /// <summary>Every resident a ward holds, past and present.</summary>
    public IEnumerable<ResidentId> Residents => Parts.Values.SelectMany(part => part.Residents).Select(ordinal => residents[ordinal].Id);

    /// <summary>Every volunteer a ward holds.</summary>
    public IEnumerable<VolunteerId> Volunteers => Parts.Values.SelectMany(part => part.Volunteers)
        .Select(ordinal => volunteers[ordinal]!.Id);

    /// <summary>Every group a ward holds.</summary>
    public IEnumerable<GroupId> Groups => Parts.Values.SelectMany(part => part.Groups).Select(ordinal => groups[ordinal]!.Entry.Id);

    internal GraphOrdinals Ordinals { get; }

    internal WardParts Parts { get; }

    /// <summary>What was computed from edges alone; the next picture has the same one if no edge changed between them.</summary>
    internal EdgeMemory Edges { get; }

    /// <summary>What the step to this picture touched, and the steps before it.</summary>
    internal PictureStep Step { get; }

    /// <summary>What this picture and those before it have answered.</summary>
    internal AnswerMemory Answers { get; }

    /// <summary>A graph that holds nothing yet.</summary>
    public static AreaGraph Empty() => Empty(FollowLimits.Usual);

    internal static AreaGraph Empty(FollowLimits limits)
    {
        var ordinals = new GraphOrdinals();
        return new AreaGraph(
            ordinals, ResidentBlocks.Empty(ordinals), NamerLists.Empty, Chunks<GroupNode?>.Empty, Chunks<VolunteerEntry?>.Empty,
            Chunks<int[]?>.Empty, Chunks<int[]?>.Empty, WardParts.Empty(ordinals.Wards), new EdgeMemory(new EdgeLineage(limits)),
            PictureStep.First, 0, new AnswerMemory());
    }

    /// <summary>
    /// A picture of its own that holds the same, for changes that never happen to this one. It shares every row with this one and nothing
    /// that was or will be worked out. Cost: a few numbers a ward.
    /// </summary>
    public AreaGraph Apart() => new(
        Ordinals, residents, naming, groups, volunteers, members, matched, Parts.Afresh(), new EdgeMemory(new EdgeLineage(
            Edges.Lineage.Limits)), PictureStep.First, Stamp, new AnswerMemory());

    /// <summary>Begins to pack what a ward holds, entry by entry.</summary>
    public WardPacking Packing(WardCode ward) => new(ward, Ordinals);

    /// <summary>Packs what a ward holds, so that the packing need not happen while others wait.</summary>
    public WardHolding Pack(WardCode ward, WardEntries entries) => WardHolding.Of(ward, entries, Ordinals);

    /// <summary>
    /// The next picture, in which <paramref name="holding"/> is all that its ward holds. Cost: the ward's residents and ties.
    /// </summary>
    public AreaGraph Replace(WardHolding holding)
    {
        var change = new AreaGraphChange(this);
        change.Replace(holding);
        return change.Done();
    }

    /// <summary>
    /// The next picture, with entities put in; lower versions than the graph has are ignored. Cost: the changed residents' ties, those
    /// naming them, and 4 bytes a resident of the wards touched.
    /// </summary>
    public AreaGraph Put(WardHolding changed)
    {
        var change = new AreaGraphChange(this);
        change.Put(changed);
        return change.Done();
    }

    /// <summary>The next picture, with entities out of <paramref name="ward"/> and then others put in: one step for both.</summary>
    public AreaGraph Change(WardCode ward, WardGone gone, WardHolding changed)
    {
        var change = new AreaGraphChange(this);
        change.Remove(ward, gone);
        change.Put(changed);
        return change.Done();
    }

    /// <summary>
    /// The next picture, with entities out of each ward and then others put in, ward after ward: one step for all, which costs less than
    /// one for each.
    /// </summary>
    public AreaGraph Change(IEnumerable<(WardGone Gone, WardHolding Changed)> wards)
    {
        var change = new AreaGraphChange(this);
        foreach (var (gone, changed) in wards)
        {
            change.Remove(changed.Ward, gone);
            change.Put(changed);
        }

        return change.Done();
    }

    /// <summary>
    /// The next picture, with entities out of <paramref name="ward"/>; those that another ward holds by now stay where they are.
    /// </summary>
    public AreaGraph Remove(WardCode ward, WardGone gone)
    {
        var change = new AreaGraphChange(this);
        change.Remove(ward, gone);
        return change.Done();
    }

    /// <summary>
    /// Whom and what <paramref name="ward"/> holds that is not among those given, each as of the version held. Cost: those given and the
    /// ward's lists of numbers.
    /// </summary>
    public WardGone HeldBeside(
        WardCode ward, IEnumerable<ResidentId> present, IEnumerable<VolunteerId> volunteersPresent, IEnumerable<GroupId> groupsPresent)
    {
        if (!Parts.TryGetValue(ward, out var part))
        {
            return WardGone.None;
        }

        var people = present.Select(id => Ordinals.Residents.Find(id.Value)).ToHashSet();
        var givers = volunteersPresent.Select(id => Ordinals.Volunteers.Find(id.Value)).ToHashSet();
        var places = groupsPresent.Select(id => Ordinals.Groups.Find(id.Value)).ToHashSet();
        return new WardGone(
            [.. part.Residents.Where(one => !people.Contains(one)).Select(one => (residents[one].Id, residents[one].Version))],
            [.. part.Volunteers.Where(one => !givers.Contains(one)).Select(one => (volunteers[one]!.Id, volunteers[one]!.Version))],
            [.. part.Groups.Where(one => !places.Contains(one)).Select(one => (groups[one]!.Entry.Id, groups[one]!.Entry.Version))]);
    }

    /// <summary>Everything <paramref name="ward"/> holds, as entries; nothing for a ward not here.</summary>
    public WardEntries Entries(WardCode ward) => Parts.TryGetValue(ward, out var part)
        ? new WardEntries(
            [.. part.Residents.Select(ordinal => residents[ordinal].ToEntry())],
            [.. part.Volunteers.Select(ordinal => volunteers[ordinal]!)],
            [.. part.Groups.Select(ordinal => groups[ordinal]!.Entry)])
        : WardEntries.None;

    /// <summary>Version and ward of a resident as the graph has her; null if it does not.</summary>
    public (int Version, WardCode Ward)? Find(ResidentId resident) => Node(resident) is { } node ? (node.Version, node.Ward) : null;

    /// <summary>
    /// True if the graph holds this resident as of this very version; then also when her record was made, as far as that is known.
    /// </summary>
    public bool Holds(ResidentId resident, int version, out DateOnly? recordedOn)
    {
        var node = Node(resident);
        recordedOn = node?.RecordedOn;
        return node?.Version == version;
    }

    /// <summary>The volunteer's entry; null if no ward holds it.</summary>
    public VolunteerEntry? Find(VolunteerId volunteer) =>
        Ordinals.Volunteers.Find(volunteer.Value) is >= 0 and var ordinal ? volunteers[ordinal] : null;

    /// <summary>The group's entry; null if no ward holds it.</summary>
    public GroupEntry? Find(GroupId group) => Ordinals.Groups.Find(group.Value) is >= 0 and var ordinal ? groups[ordinal]?.Entry : null;

    /// <summary>True if the graph answers every question about this resident as <paramref name="entry"/> would.</summary>
    public bool Agrees(ResidentEntry entry) => Node(entry.Id) is { } node && node.Same(ResidentPacking.Of([entry], Ordinals)[0]);

    /// <summary>Who has too little social connection on a day.</summary>
    public UnconnectedAnswer Unconnected(UnconnectedQuery query, DateOnly asOf) => UnconnectedSearch.Answer(this, query, asOf);

    /// <summary>The same answer if this picture has given it before, else null.</summary>
    public UnconnectedAnswer? RememberedUnconnected(UnconnectedQuery query, DateOnly asOf) => Answers.Find(this, query, asOf);

    /// <summary>
    /// Everybody of one ward with too little social connection on a day, one after another, each with the evidence. The rule must have no
    /// fault; a ward not here holds nobody.
    /// </summary>
    public IEnumerable<UnconnectedPerson> EachUnconnected(UnconnectedRule rule, WardCode ward, DateOnly asOf) =>
        UnconnectedSearch.Each(this, new RuleOnDay(rule, asOf.DayNumber), ward);

    /// <summary>The points of one ward in the connection graph of a day, one after another.</summary>
    public IEnumerable<ConnectionNode> NodesOf(WardCode ward, DateOnly asOf) =>
        Parts.TryGetValue(ward, out var part) ? new ConnectionWalk(this, null, asOf).Nodes(part) : [];

    /// <summary>
    /// The connections of one ward's residents on a day, one after another, as far as the other end lies in <paramref name="within"/>
    /// (null = anywhere).
    /// </summary>
    public IEnumerable<ConnectionEdge> EdgesOf(WardCode ward, IReadOnlySet<WardCode>? within, DateOnly asOf) =>
        Parts.TryGetValue(ward, out var part) ? new ConnectionWalk(this, within, asOf).Edges(part) : [];

    /// <summary>Everybody with too little social connection on a day, by ward code, then reference.</summary>
    public ImmutableArray<ResidentId> Listed(UnconnectedRule rule, IReadOnlyCollection<WardCode>? wards, DateOnly asOf) =>
        ListedSearch.All(this, rule, wards, asOf);

    /// <summary>Those of <paramref name="people"/> who have too little social connection on a day, each with the evidence.</summary>
    public ImmutableArray<UnconnectedPerson> Listed(UnconnectedRule rule, IEnumerable<ResidentId> people, DateOnly asOf) =>
        ListedSearch.Some(this, rule, people, asOf);

    /// <summary>
    /// Everybody whose befriending ended in the <paramref name="days"/> days before and who has no other, by ward code, then reference.
    /// </summary>
    public ImmutableArray<ResidentId> BefriendingEnded(int days, IReadOnlyCollection<WardCode>? wards, DateOnly asOf) =>
        EndedBefriending.All(this, days, wards, asOf);

    /// <summary>Those of <paramref name="people"/> of whom that holds, each with the evidence.</summary>
    public ImmutableArray<UnconnectedPerson> BefriendingEnded(int days, IEnumerable<ResidentId> people, DateOnly asOf) =>
        EndedBefriending.Some(this, days, people, asOf);

    /// <summary>Into how many parts the people on the register fall on a day.</summary>
    public ComponentSummary ComponentsOn(ComponentQuery query, DateOnly asOf) => query.Through is { IsDefaultOrEmpty: true }
        ? new ComponentSummary
        {
            Count = 0,
            Largest = 0,
            Isolates = 0,
            Sizes = [],
            AsOf = asOf,
            Complete = true,
            Fault = "through is an empty list; leave it out to mean all kinds.",
        }
        : Edges.Components(this, asOf.DayNumber, KindMask.Of((IEnumerable<ConnectionKind>?)query.Through), KindMask.AllTies)
            .Summary(this, query.Wards);

    /// <summary>How many people have how many current connections on a day.</summary>
    public ConnectionSpread ConnectionsOn(SpreadQuery query, DateOnly asOf) => SpreadSearch.Connections(this, query, asOf);

    /// <summary>How long before a day the last contact was.</summary>
    public ContactSpread ContactsOn(SpreadQuery query, DateOnly asOf) => SpreadSearch.Contacts(this, query, asOf);

    /// <summary>How near people are to groups on a day, and how many others they reach; the kinds of a query do not matter.</summary>
    public ReachSpread ReachOn(SpreadQuery query, DateOnly asOf) => ReachSearch.Answer(this, query, asOf);

    /// <summary>How many others are within two ties of a resident on a day; null if she is not on the register then.</summary>
    public int? WithinTwoTies(ResidentId resident, DateOnly asOf) =>
        Node(resident) is { } node && node.Register.Holds(asOf.DayNumber) ? TwoTieReach.Of(this, node, asOf.DayNumber) : null;

    /// <summary>On how many each person's support rests on a day.</summary>
    public SupportSpread SupportOn(SupportQuery query, DateOnly asOf) => SpreadSearch.Supports(this, query, asOf);

    /// <summary>Through whom people are connected on a day who would be cut off without them.</summary>
    public ConnectorAnswer ConnectorsOn(ConnectorQuery query, DateOnly asOf) => ConnectorSearch.Answer(this, query, asOf);

    /// <summary>Who waits on a day.</summary>
    public WaitingAnswer Waiting(WaitingQuery query, DateOnly asOf) => WaitingSearch.Answer(this, query, asOf);

    /// <summary>Whose records say anything about the pathway from referral to settled; not yet which picture it was taken from.</summary>
    public PathwayPeople OnPathway(PathwayQuery query) => PathwaySearch.Find(this, query);

    /// <summary>
    /// Where a place is free at a moment of a day. <paramref name="points"/> stand in where somebody's own point is unknown.
    /// </summary>
    public OpenPlacesAnswer OpenPlaces(
        OpenPlacesQuery query, DateTimeOffset now, DateOnly today, IReadOnlyDictionary<WardCode, GeoPoint> points) =>
        OpenPlaceSearch.Answer(this, query, now, today, points);

    /// <summary>Counts by ward; free places are those of the moment <paramref name="now"/>.</summary>
    public TotalsAnswer Totals(TotalsQuery query, DateOnly asOf, DateTimeOffset now) => TotalsCount.Answer(this, query, asOf, now);

    /// <summary>Who is on the register on a day and what else holds of them; <paramref name="open"/> = those whom an offer fits.</summary>
    public ResidentAnswer ListResidents(ResidentQuery query, DateOnly asOf, IReadOnlySet<ResidentId>? open = null) =>
        ResidentSearch.Answer(this, query, asOf, open);

    /// <summary>Which volunteers are active on a day.</summary>
    public VolunteerAnswer ListVolunteers(VolunteerQuery query, DateTimeOffset now, DateOnly today) =>
        VolunteerSearch.Answer(this, query, now, today);

    /// <summary>Which groups run on a day.</summary>
    public GroupAnswer ListGroups(GroupQuery query, DateTimeOffset now, DateOnly today) => GroupSearch.Answer(this, query, now, today);

    /// <summary>Through whom a resident could be introduced on a day; free places are those of the moment <paramref name="now"/>.</summary>
    public PathAnswer FindPaths(PathQuery query, DateOnly asOf, DateTimeOffset now) => PathSearch.Answer(this, query, asOf, now);

    /// <summary>What is known of a resident's connections on a day; null if she is not on the register then.</summary>
    public ResidentConnections? ConnectionsOf(ResidentId resident, DateOnly asOf) =>
        Node(resident) is { } node && node.Register.Holds(asOf.DayNumber)
            ? PersonEvidence.Of(this, node, asOf.DayNumber, CurrentConnections.Of(this, node, asOf.DayNumber))
            : null;

    /// <summary>
    /// The ties of each of <paramref name="residents"/> from her end, those she names and those naming her; people not here are left out.
    /// A null <paramref name="day"/> gives past ones as well.
    /// </summary>
    public ImmutableArray<ResidentTieEnds> TieEndsOf(ImmutableArray<ResidentId> residents, DateOnly? day) =>
        TieEndSearch.Answer(this, residents, day?.DayNumber);

    internal ResidentNode? Node(ResidentId resident) =>
        Ordinals.Residents.Find(resident.Value) is >= 0 and var ordinal && residents[ordinal] is { IsHeld: true } node ? node : null;

    /// <summary>The resident of a number; for one whom no ward holds, somebody without rows who is on the register on no day.</summary>
    internal ResidentNode Resident(int ordinal) => residents[ordinal];

    /// <summary>The resident of a number; null if no ward holds her.</summary>
    internal ResidentNode? Known(int ordinal) => residents[ordinal] is { IsHeld: true } node ? node : null;

    /// <summary>The ties in which others name her. Cost: the ties of whoever does.</summary>
    internal NamedTies NamersOf(int ordinal) => new(this, ordinal, naming[ordinal]);

    /// <summary>Ordinals of whoever names her in some tie, each once.</summary>
    internal ReadOnlySpan<int> Namers(int ordinal) => naming[ordinal];

    /// <summary>Ordinals of the residents with any row of membership in a group, past or present, in order, each once.</summary>
    internal ReadOnlySpan<int> MembersOf(int group) => members[group];

    /// <summary>Ordinals of the residents with any row of a match with a volunteer, past or present, in order, each once.</summary>
    internal ReadOnlySpan<int> MatchedWith(int volunteer) => matched[volunteer];

    internal VolunteerEntry? Volunteer(int ordinal) => volunteers[ordinal];

    internal GroupNode? Group(int ordinal) => groups[ordinal];

    internal bool IsOnRegister(int ordinal, int day) => residents.IsOnRegister(ordinal, day);

    /// <summary>A group that no ward holds does not run.</summary>
    internal bool GroupRuns(int ordinal, int day) => groups[ordinal] is { } group && group.Running.Holds(day);

    internal AreaGraphWriters Write() => new(
        residents.Write(Ordinals.Nobody), naming.Write(), groups.Write(), volunteers.Write(), new RowHolders(members.Write()),
        new RowHolders(matched.Write()));
}

/// <summary>The arrays of a graph while the next picture is made.</summary>
internal sealed record AreaGraphWriters(
    ResidentBlocks.Writer Residents,
    NamerLists.Writer Naming,
    Chunks<GroupNode?>.Writer Groups,
    Chunks<VolunteerEntry?>.Writer Volunteers,
    RowHolders Members,
    RowHolders Matched);
