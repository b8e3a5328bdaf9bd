using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Simulation.Communities;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Studies;

/// <summary>
/// Every offer of a study: those on record first, then what levers bring, arm by arm. All arms share one list, so that an offer has the
/// same number, and with it the same luck, in each.
/// </summary>
internal sealed class StudyOffers
{
    private readonly List<MatchingOffer> _offers = [];
    private readonly List<PlannedOffer> _planned = [];
    private readonly Dictionary<OfferId, int> _at = [];
    private readonly Dictionary<Lever, ImmutableArray<int>> _ofLever = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<SnapshotOffer> _recorded;
    private readonly int _firstJoiner;

    public StudyOffers(
        AreaSnapshot snapshot, Scenario scenario, RegisteredNames names, IReadOnlySet<WardCode> wards, int joiners, ulong seed)
    {
        _recorded =
            [.. snapshot.Offers.Where(offer => (offer.IsActive || ComesLater(offer, snapshot)) && wards.Contains(offer.Facts.Ward))];
        var holders = snapshot.People.SelectMany(person => person.Stays).Where(stay => stay.Holds(snapshot.Day))
            .CountBy(stay => stay.Offer).ToDictionary();
        foreach (var offer in _recorded)
        {
            var places = PlacesOf(offer, holders.GetValueOrDefault(offer.Facts.Offer));
            Add(offer.Facts, new PlannedOffer(places, offer.IsActive, offer.Facts.Offer.Volunteer is not null));
        }

        foreach (var lever in scenario.Arms.SelectMany(arm => arm.Levers))
        {
            ImmutableArray<MatchingOffer> brought = [.. Brought(lever, snapshot, names)];
            if (!brought.IsEmpty)
            {
                _ofLever[lever] = [.. brought.Select(offer =>
                    Add(offer, new PlannedOffer(offer.Places!.Value, false, offer.Offer.Volunteer is not null)))];
            }
        }

        // Last, so that how many are prepared moves no number, and no draw, of anything else.
        _firstJoiner = _offers.Count;
        foreach (var (offer, places) in StudyJoiners.Prepared(_recorded, joiners, snapshot.Policy, snapshot.Day, seed))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"joins {_offers.Count}");
            Add(offer with { Offer = new OfferId(OfferHolder.Volunteer, name) }, new PlannedOffer(places, false, true));
        }
    }

    /// <summary>Those on record who are to begin after the fork.</summary>
    public IEnumerable<SnapshotOffer> ComingLater => _recorded.Where(offer => !offer.IsActive);

    /// <summary>Numbers of volunteers who may join by themselves.</summary>
    public ImmutableArray<int> Joiners => [.. Enumerable.Range(_firstJoiner, _offers.Count - _firstJoiner)];

    /// <summary>As matching sees them.</summary>
    public ImmutableArray<MatchingOffer> Offers => [.. _offers];

    /// <summary>As a run begins with them: what levers bring is not open yet.</summary>
    public ImmutableArray<PlannedOffer> Planned => [.. _planned];

    /// <summary>Number of an offer on record; -1 if it is not in the study.</summary>
    public int At(OfferId offer) => _at.GetValueOrDefault(offer, -1);

    /// <summary>True for an offer on record and for whoever joins by herself, false for what a lever brings.</summary>
    public bool IsRecorded(int offer) => offer < _recorded.Length || offer >= _firstJoiner;

    /// <summary>Numbers of what a lever brings.</summary>
    public ImmutableArray<int> Of(Lever lever) => _ofLever.TryGetValue(lever, out var offers) ? offers : [];

    /// <summary>Numbers of all on record that <paramref name="condition"/> holds for.</summary>
    public ImmutableArray<int> Where(Func<SnapshotOffer, bool> condition) =>
        [.. _recorded.Where(condition).Select(offer => At(offer.Facts.Offer))];

    private static bool ComesLater(SnapshotOffer offer, AreaSnapshot snapshot) =>
        !offer.IsActive && offer.From > snapshot.Day && !(offer.Until <= offer.From) && offer.Capacity > 0;

    // Places of people outside the register never come free in a run.
    private static int PlacesOf(SnapshotOffer offer, int holders) => offer switch
    {
        { Facts.Places: null } => PlannedOffer.Unlimited,
        { Capacity: { } capacity } => Math.Max(0, capacity - offer.TakenByOthers),
        _ => offer.Facts.Places.Value + holders,
    };

    private IEnumerable<MatchingOffer> Brought(Lever lever, AreaSnapshot snapshot, RegisteredNames names) => lever switch
    {
        Recruit { Role: var role } recruit when role.Offers() is { } kind =>
            Enumerable.Range(1, recruit.Count).Select(at => Volunteer(recruit, kind, at, snapshot, names)),
        OpenGroup open => Enumerable.Range(1, open.Count).Select(at => Group(open, at, names)),
        OpenHub hub => Enumerable.Range(1, hub.Groups).Select(at => new MatchingOffer
        {
            Offer = new OfferId(OfferHolder.Group, Name(at)), Ward = names.Ward(hub.Ward.Word)!.Value,
            Kinds = [hub.Kinds[(at - 1) % hub.Kinds.Length]],
            Places = hub.PlacesEach, StepFree = true, OpenToAll = true,
        }),
        _ => [],
    };

    private MatchingOffer Volunteer(Recruit recruit, OfferKind kind, int at, AreaSnapshot snapshot, RegisteredNames names)
    {
        // As those on record have time: the n-th recruit as the n-th volunteer whose times are known.
        var known = _recorded.Where(offer => offer.Facts.Offer.Volunteer is not null && !offer.Facts.Available.IsEmpty).ToArray();
        var available = recruit.Profile.Available ?? (known.Length == 0 ? default : known[at % known.Length].Facts.Available);
        return new MatchingOffer
        {
            Offer = new OfferId(OfferHolder.Volunteer, Name(at)), Ward = names.Ward(recruit.Ward.Word)!.Value, Kinds = [kind],
            Places = recruit.Profile.Capacity, Modes = recruit.Profile.Modes, Languages = recruit.Profile.Languages,
            TravelMetresMax = recruit.Profile.Travel, Available = available, Checks = Passed(snapshot.Policy, recruit, snapshot.Day),
        };
    }

    // Nobody is inducted before her checks are passed.
    private static ImmutableArray<Check> Passed(MatchingPolicy policy, Recruit recruit, DateOnly day) =>
        [.. recruit.Profile.Modes.SelectMany(mode => policy.ChecksFor(mode))
            .Concat(policy.RequiredChecksOfKinds.SelectMany(checks => checks.Checks)).Distinct()
            .Select(kind => new Check(kind, day, null))];

    private MatchingOffer Group(OpenGroup open, int at, RegisteredNames names) => new()
    {
        Offer = new OfferId(OfferHolder.Group, Name(at)), Ward = names.Ward(open.Ward.Word)!.Value, Kinds = [open.Kind],
        Places = open.Places, Interests = open.Interests, Available = open.Meets ?? default, StepFree = open.StepFree,
    };

    // All that one lever brings is named before any of it is added.
    private string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"by a lever {_offers.Count + at}");

    private int Add(MatchingOffer offer, PlannedOffer planned)
    {
        _at[offer.Offer] = _offers.Count;
        _offers.Add(offer);
        _planned.Add(planned);
        return _offers.Count - 1;
    }
}
