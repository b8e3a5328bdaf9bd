using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Problems;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Tests.Kirklees;

/// <summary>
/// A town of the shape of a published befriending scheme: 117 befrienders with 164 places, all taken, and 130 people waiting, in the
/// wards of Kirklees. Everybody in it and every day is drawn from a seed; nobody exists.
/// </summary>
internal sealed class KirkleesTown
{
    public const int Befrienders = 117;
    public const int Places = 164;
    public const int Waiting = 130;
    private const int TwoPlaces = Places - Befrienders;
    private const int PastMatches = 210;
    private const int LeftWaiting = 170;
    private const int Groups = 6;
    private const int GroupPlaces = 12;
    private const int Members = 66;
    private const int WaitingForGroups = 24;
    private const int PastMembers = 60;
    private const double WeeksOfAMatch = 52;
    private const double WeeksOfAWait = 26;
    private const int WaitDaysMax = 540;
    private const double GridNorth = 53.575;
    private const double GridWest = -1.95;
    private const double WardHigh = 0.03;
    private const double WardWide = 0.05;
    private const int WardsAcross = 6;
    private const int FirstWardCode = 5001389;

    public static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly string[] WardNames =
    [
        "Almondbury", "Ashbrow", "Batley East", "Batley West", "Birstall and Birkenshaw", "Cleckheaton", "Colne Valley",
        "Crosland Moor and Netherton", "Dalton", "Denby Dale", "Dewsbury East", "Dewsbury South", "Dewsbury West", "Golcar", "Greenhead",
        "Heckmondwike", "Holme Valley North", "Holme Valley South", "Kirkburton", "Lindley", "Liversedge and Gomersal", "Mirfield",
        "Newsome",
    ];

    private static readonly string[] Interests = ["gardening", "cards", "music", "walking", "cooking", "football", "knitting", "history"];

    private readonly Random _random;
    private readonly List<SnapshotPerson> _people = [];
    private readonly ImmutableArray<WardPlace> _wards;

    private KirkleesTown(int seed)
    {
        _random = new Random(seed);
        _wards =
        [
            .. WardNames.Select((name, at) => new WardPlace(WardCode.Of($"E0{FirstWardCode + at}"), name, new GeoPoint(
                Math.Round(GridNorth + (at / WardsAcross * WardHigh), 4), Math.Round(GridWest + (at % WardsAcross * WardWide), 4)))),
        ];
    }

    /// <summary>The town at the fork.</summary>
    public static AreaSnapshot Snapshot(int seed = 1) => new KirkleesTown(seed).Draw();

    private AreaSnapshot Draw()
    {
        ImmutableArray<SnapshotOffer> befrienders = [.. Enumerable.Range(1, Befrienders).Select(Befriender)];
        ImmutableArray<SnapshotOffer> groups = [.. Enumerable.Range(1, Groups).Select(Group)];
        foreach (var offer in befrienders.SelectMany(one => Enumerable.Repeat(one.Facts.Offer, one.Capacity!.Value)))
        {
            var since = Day.AddDays(-1 - (int)Math.Min(Exponential(WeeksOfAMatch * 7), 3 * 365));
            Add([], since.AddDays(-Wait()), new SnapshotStay { Offer = offer, Kind = OfferKind.Befriending, Since = since });
        }

        for (var past = 0; past < PastMatches; past++)
        {
            var ended = Day.AddDays(-15 - _random.Next(2 * 365));
            var since = ended.AddDays(-1 - (int)Math.Min(Exponential(WeeksOfAMatch * 7), 4 * 365));
            Add([], since.AddDays(-Wait()), new SnapshotStay
            {
                Offer = befrienders[_random.Next(Befrienders)].Facts.Offer, Kind = OfferKind.Befriending, Since = since, EndedOn = ended,
                Ending = _random.Next(3) == 0 ? MatchEnding.NotWorking : MatchEnding.Planned,
            });
        }

        for (var person = 0; person < Waiting; person++)
        {
            Add([OfferKind.Befriending], Day.AddDays(-1 - Wait()), null);
        }

        for (var person = 0; person < LeftWaiting; person++)
        {
            var left = Day.AddDays(-1 - _random.Next(2 * 365));
            Add([OfferKind.Befriending], left.AddDays(-7 - Wait()), null, left);
        }

        DrawMembers(groups);
        return Pseudonyms.Given(new AreaSnapshot
        {
            Day = Day, Wards = _wards, People = [.. _people], Offers = [.. befrienders.Concat(groups).OrderBy(offer => offer.Facts.Offer)],
        });
    }

    private void DrawMembers(ImmutableArray<SnapshotOffer> groups)
    {
        for (var member = 0; member < Members + PastMembers; member++)
        {
            var ended = member < Members ? (DateOnly?)null : Day.AddDays(-1 - _random.Next(2 * 365));
            var since = (ended ?? Day).AddDays(-7 - (int)Math.Min(Exponential(40 * 7), 3 * 365));
            Add([], since.AddDays(-_random.Next(7, 60)), new SnapshotStay
            {
                Offer = groups[member % Groups].Facts.Offer, Since = since, EndedOn = ended,
            });
        }

        for (var person = 0; person < WaitingForGroups; person++)
        {
            Add([OfferKind.LunchClub], Day.AddDays(-1 - _random.Next(120)), null);
        }
    }

    private void Add(ImmutableArray<OfferKind> seeking, DateOnly referred, SnapshotStay? stay, DateOnly? left = null)
    {
        var ward = _wards[_random.Next(_wards.Length)];
        _people.Add(new SnapshotPerson
        {
            Facts = new Seeker
            {
                Resident = ResidentId.Of($"R{_people.Count + 1:00000}"),
                Ward = ward.Code,
                Seeking = seeking,
                ConsentsToMatching = true,
                PriorityBand = _random.Next(8) switch { 0 => 1, 1 or 2 => 2, 3 or 4 or 5 => 3, _ => 4 },
                WaitingSince = referred,
                BirthYear = 1930 + _random.Next(35),
                Gender = (Gender)_random.Next(2),
                Home = Near(ward),
                Languages = Tongues(),
                Interests = [.. Interests.Where(_ => _random.Next(4) == 0)],
                PrefersGender = _random.Next(5) == 0 ? [Gender.Female] : [],
                TravelMetresMax = new Metres(_random.Next(3, 9) * 1000),
            },
            ReferredOn = referred,
            LeftOn = left,
            Stays = stay is null ? [] : [stay],
        });
    }

    private SnapshotOffer Befriender(int number)
    {
        var ward = _wards[_random.Next(_wards.Length)];
        var places = number <= Befrienders - TwoPlaces ? 1 : 2;
        var from = Day.AddDays(-30 - _random.Next(5 * 365));
        var isFunded = number % 3 == 0;
        return new SnapshotOffer
        {
            Facts = new MatchingOffer
            {
                Offer = OfferId.Of(VolunteerId.Of($"V{number:000}")),
                Ward = ward.Code,
                Kinds = [OfferKind.Befriending],
                Places = 0,
                Place = Near(ward),
                TravelMetresMax = new Metres(_random.Next(4, 11) * 1000),
                Languages = Tongues(),
                Interests = [.. Interests.Where(_ => _random.Next(4) == 0)],
                Modes = [ContactMode.Visit],
                Gender = (Gender)_random.Next(2),
                BirthYear = 1950 + _random.Next(50),
                Checks = [Held("references", from), Held("interview", from), Held("induction", from)],
                MatchesNow = places,
            },
            Capacity = places,
            IsActive = true,
            Roles = [VolunteerRole.Befriender],
            FundedBy = isFunded ? "community-fund" : null,
            FundedUntil = isFunded ? new DateOnly(2027, 3, 31) : null,
            From = from,
            EnquiredOn = from.AddDays(-80),
            AppliedOn = from.AddDays(-60),
            InductedOn = from,
        };
    }

    private SnapshotOffer Group(int number)
    {
        var ward = _wards[((number * 4) - 2) % _wards.Length];
        return new SnapshotOffer
        {
            Facts = new MatchingOffer
            {
                Offer = OfferId.Of(GroupId.Of($"G{number}")),
                Ward = ward.Code,
                Kinds = [OfferKind.LunchClub],
                Places = GroupPlaces - (Members / Groups),
                Place = ward.Point,
                Languages = ["en"],
                Available = new TimeSlots(1 << (number * 3 % 15)),
                StepFree = number % 2 == 0,
            },
            Capacity = GroupPlaces,
            IsActive = true,
            From = Day.AddDays(-700 + (number * 40)),
        };
    }

    private ImmutableArray<string> Tongues() => _random.Next(8) switch { 0 => ["ur", "en"], 1 => ["pa", "en"], 2 => ["ur"], _ => ["en"] };

    private int Wait() => (int)Math.Min(Exponential(WeeksOfAWait * 7), WaitDaysMax);

    private double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    private GeoPoint Near(WardPlace ward) => new(
        Math.Round(ward.Point!.Value.Latitude + ((_random.NextDouble() - 0.5) * WardHigh), 4),
        Math.Round(ward.Point.Value.Longitude + ((_random.NextDouble() - 0.5) * WardWide), 4));

    private static Check Held(string kind, DateOnly on) => new(kind, on, null);
}
