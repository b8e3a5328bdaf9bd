using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests;

/// <summary>
/// A small area drawn from a seed, as the rows a store would hold. Days lie within two months of each other and people are few, so that
/// starts, ends, departures and several rows for one pair meet in every way.
/// </summary>
internal sealed class RandomArea
{
    public static readonly DateOnly Middle = new(2026, 11, 22);

    private static readonly string[] References = ["R1", "R10", "R2", "r2", "042", "42", "é1", "\ud83d\ude00", "\uff21", "R 3", "R1#2",
        "Z9", "a-b", "R100"];

    private readonly Random _random;
    private readonly Dictionary<string, int> _versions = [];

    public RandomArea(int seed)
    {
        _random = new Random(seed);
        Wards = [.. Enumerable.Range(1, _random.Next(1, 5)).Select(at => WardCode.Of(at == 3 ? "W\ud83d\ude00" : $"W{at * 7}"))];
        foreach (var at in Enumerable.Range(1, _random.Next(0, 5)))
        {
            var group = DrawGroup(GroupId.Of($"G{at}"));
            Groups[group.Id] = group;
        }

        foreach (var at in Enumerable.Range(1, _random.Next(0, 4)))
        {
            var volunteer = DrawVolunteer(VolunteerId.Of($"V{at}"));
            Volunteers[volunteer.Id] = volunteer;
        }

        foreach (var reference in References.OrderBy(_ => _random.Next()).Take(_random.Next(1, References.Length + 1)))
        {
            var resident = DrawResident(ResidentId.Of(reference));
            Residents[resident.Id] = resident;
        }
    }

    public ImmutableArray<WardCode> Wards { get; }

    public Dictionary<ResidentId, Resident> Residents { get; } = [];

    public Dictionary<VolunteerId, Volunteer> Volunteers { get; } = [];

    public Dictionary<GroupId, Group> Groups { get; } = [];

    public DateOnly Day() => Middle.AddDays(_random.Next(-30, 31));

    public int Below(int limit) => _random.Next(limit);

    public int Version(string key) => _versions.GetValueOrDefault(key, 1);

    /// <summary>The graph as if every ward had just woken, in any order.</summary>
    public AreaGraph Built()
    {
        var graph = AreaGraph.Empty();
        foreach (var ward in Wards.OrderBy(_ => _random.Next()))
        {
            graph = graph.Replace(graph.Pack(ward, Entries(ward)));
        }

        return graph;
    }

    public WardEntries Entries(WardCode ward) => new(
        [.. Residents.Values.Where(one => one.Facts.Ward == ward).Select(Entry)],
        [.. Volunteers.Values.Where(one => one.Facts.Ward == ward).Select(Entry)],
        [.. Groups.Values.Where(one => one.Facts.Ward == ward).Select(Entry)]);

    /// <summary>Changes one row and tells the graph as its ward would; now and then tells it twice, or tells old news again.</summary>
    public AreaGraph Change(AreaGraph graph)
    {
        switch (_random.Next(10))
        {
            case 0 when Groups.Count > 0:
                var group = DrawGroup(Pick(Groups.Keys));
                return Tell(graph, $"g{group.Id}", Groups[group.Id].Facts.Ward, group.Facts.Ward, () => Groups[group.Id] = group, gone =>
                    gone with
                {
                    Groups = [(group.Id, Version($"g{group.Id}"))],
                });
            case 1 when Volunteers.Count > 0:
                var volunteer = DrawVolunteer(Pick(Volunteers.Keys));
                return Tell(graph, $"v{volunteer.Id}", Volunteers[volunteer.Id].Facts.Ward, volunteer.Facts.Ward,
                    () => Volunteers[volunteer.Id] = volunteer, gone =>
                        gone with { Volunteers = [(volunteer.Id, Version($"v{volunteer.Id}"))] });
            case 2 when Residents.Count > 1:
                var erased = Pick(Residents.Keys);
                var ward = Residents[erased].Facts.Ward;
                Residents.Remove(erased);
                var version = _versions[$"r{erased}"] = Version($"r{erased}") + 1;
                return graph.Remove(ward, WardGone.None with { Residents = [(erased, version)] });
            default:
                var resident = DrawResident(ResidentId.Of(References[_random.Next(References.Length)]));
                var before = Residents.GetValueOrDefault(resident.Id)?.Facts.Ward ?? resident.Facts.Ward;
                return Tell(graph, $"r{resident.Id}", before, resident.Facts.Ward, () => Residents[resident.Id] = resident, gone =>
                    gone with
                {
                    Residents = [(resident.Id, Version($"r{resident.Id}"))],
                });
        }
    }

    /// <summary>Changes several rows and tells the graph of all of them in one step, ward after ward in any order.</summary>
    public AreaGraph ChangeTogether(AreaGraph graph, int rows)
    {
        for (var apart = graph; rows > 0; rows--)
        {
            apart = Change(apart);
        }

        return graph.Change([.. Wards.OrderBy(_ => _random.Next()).Select(ward =>
        {
            var now = Entries(ward);
            var gone = graph.HeldBeside(
                ward, now.Residents.Select(one => one.Id), now.Volunteers.Select(one => one.Id), now.Groups.Select(one => one.Id));
            return (gone, graph.Pack(ward, now));
        })]);
    }

    public UnconnectedRule Rule() => new()
    {
        Combine = _random.Next(2) == 0 ? Combine.Any : Combine.All,
        NoTies = _random.Next(2) == 0,
        NoContactSinceDays = _random.Next(2) == 0 ? _random.Next(1, 40) : null,
        ComponentAtMost = _random.Next(3) == 0 ? _random.Next(1, 6) : null,
        NoGroupWithinHops = _random.Next(3) == 0 ? _random.Next(0, 7) : null,
        IsolationAtLeast = _random.Next(3) == 0 ? _random.Next(0, 6) : null,
        Counting = Some(Enum.GetValues<ConnectionKind>()),
        TieKinds = Some(Enum.GetValues<TieKind>()),
        CountStatedFrequency = _random.Next(2) == 0,
        OnlyIfConnected = _random.Next(4) == 0,
        Basis = _random.Next(3) == 0 ? Some(Enum.GetValues<EvidenceBasis>()) : null,
    };

    public ImmutableArray<WardCode>? SomeWards() => Some([.. Wards]);

    public ImmutableArray<T>? Some<T>(T[] values)
    {
        var some = values.Where(_ => _random.Next(2) == 0).ToImmutableArray();
        return some.IsEmpty || _random.Next(3) == 0 ? null : some;
    }

    private T Pick<T>(IEnumerable<T> values) => values.ElementAt(_random.Next(values.Count()));

    private AreaGraph Tell(
        AreaGraph graph, string key, WardCode before, WardCode now, Action change, Func<WardGone, WardGone> left)
    {
        var old = Entries(before);
        change();
        _versions[key] = Version(key) + 1;
        var holding = graph.Pack(now, Entries(now));

        // Departure and arrival come in any order; old news may come late, and a whole ward may be told again.
        var goneFirst = _random.Next(2) == 0;
        graph = before != now && goneFirst ? graph.Remove(before, left(WardGone.None)) : graph;
        graph = _random.Next(3) == 0 ? graph.Replace(holding) : graph.Put(holding);
        graph = _random.Next(3) == 0 && before == now ? graph.Put(graph.Pack(before, old)) : graph;
        return before != now && !goneFirst ? graph.Remove(before, left(WardGone.None)) : graph;
    }

    private ResidentEntry Entry(Resident one) => ResidentEntry.Of(one, Version($"r{one.Id}"));

    private VolunteerEntry Entry(Volunteer one) => VolunteerEntry.Of(one, Version($"v{one.Id}"));

    private GroupEntry Entry(Group one) => GroupEntry.Of(one, Version($"g{one.Id}"));

    private DateOnly? MaybeDay() => _random.Next(3) == 0 ? Day() : null;

    private GeoPoint? MaybePoint() => _random.Next(3) > 0 ? new GeoPoint(53 + _random.Next(100) / 500.0, -1 - _random.Next(100) / 500.0)
        : null;

    private Resident DrawResident(ResidentId id)
    {
        var ties = ImmutableArray.CreateBuilder<Tie>();
        foreach (var number in Enumerable.Range(1, _random.Next(0, 5)))
        {
            var alter = _random.Next(4) == 0;
            ties.Add(new Tie
            {
                Number = number,
                Resident = alter ? null : ResidentId.Of(References[_random.Next(References.Length)]),
                Alter = alter ? $"a{_random.Next(3)}" : null,
                Kind = Pick(Enum.GetValues<TieKind>()),
                Frequency = _random.Next(2) == 0 ? Pick(Enum.GetValues<ContactFrequency>()) : null,
                LastContact = MaybeDay(),
                Since = MaybeDay(),
                EndedOn = MaybeDay(),
                Circle = _random.Next(2) == 0 ? _random.Next(1, 4) : null,
            });
        }

        var matches = Volunteers.Count == 0 ? [] : Enumerable.Range(1, _random.Next(0, 3)).Select(number => new Match
        {
            Number = number,
            Volunteer = Pick(Volunteers.Keys),
            Kind = (OfferKind)_random.Next(6),
            Since = Day(),
            EndedOn = MaybeDay(),
            LastContact = MaybeDay(),
        }).ToImmutableArray();
        var contacts = Enumerable.Range(0, _random.Next(0, 4)).Select(_ => _random.Next(2) == 0
            ? new Contact { On = Day(), Tie = _random.Next(1, 4) }
            : new Contact { On = Day(), Match = _random.Next(1, 3) });
        return new Resident
        {
            Id = id,
            Facts = DrawFacts(),
            Ties = ties.ToImmutable(),
            Memberships = Groups.Count == 0 ? [] :
            [
                .. Enumerable.Range(0, _random.Next(0, 3)).Select(_ => new Membership
                {
                    Group = _random.Next(8) == 0 ? GroupId.Of("G-unknown") : Pick(Groups.Keys), Since = MaybeDay(), EndedOn = MaybeDay(),
                }),
            ],
            Matches = matches,
            Contacts = [.. contacts],
            Attendances = Groups.Count == 0 ? []
                : [.. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => new Attendance(Pick(Groups.Keys), Day(), null))],
            Declined =
            [
                .. Enumerable.Range(0, _random.Next(0, 3)).Select(at => new DeclinedProposal
                {
                    Proposal = new ProposalId(RoundName.Of("r"), OfferKind.Befriending, at + 1, id),
                    Offer = OfferId.Of(VolunteerId.Of("V1")),
                    ByResident = at == 0,
                    On = Day(),
                }),
            ],
            RecordedOn = MaybeDay(),
        };
    }

    private ResidentFacts DrawFacts() => new()
    {
        Ward = Pick(Wards),
        RegisteredOn = MaybeDay(),
        LeftOn = _random.Next(5) == 0 ? Day() : null,
        ConnectionsAskedOn = MaybeDay(),
        Seeking = [.. Enum.GetValues<OfferKind>().Where(_ => _random.Next(6) == 0)],
        WaitingSince = MaybeDay(),
        ReferredOn = MaybeDay(),
        PausedUntil = _random.Next(5) == 0 ? Day() : null,
        PriorityBand = _random.Next(2) == 0 ? _random.Next(1, 5) : null,
        BirthYear = _random.Next(2) == 0 ? 1930 + _random.Next(60) : null,
        Home = MaybePoint(),
        LivesAlone = _random.Next(3) switch { 0 => true, 1 => false, _ => null },
        Consents = [.. new[] { Consent.Matching, Consent.Introductions, Consent.Introductions }.Where(_ => _random.Next(2) == 0)
            .Select(kind => new Consent(kind, MaybeDay(), _random.Next(4) == 0 ? Day() : null))],
        IntroductionsAskedOn = [.. Enumerable.Range(0, Math.Max(0, _random.Next(6) - 2))
            .Select(_ => _random.Next(3) == 0 ? Day().AddDays(-365) : Day())],
    };

    private Group DrawGroup(GroupId id) => new()
    {
        Id = id,
        Facts = new GroupFacts
        {
            Name = id.Value,
            Ward = Pick(Wards),
            Kind = (OfferKind)_random.Next(6, 14),
            OpenAccess = _random.Next(2) == 0,
            OpenedOn = MaybeDay(),
            ClosedOn = _random.Next(4) == 0 ? Day() : null,
            Place = MaybePoint(),
            Interests = [.. new[] { "cards", "gardening" }.Where(_ => _random.Next(2) == 0)],
            AssuredOn = MaybeDay(),
        },
        Places = DrawPlaces(),
    };

    private Volunteer DrawVolunteer(VolunteerId id) => new()
    {
        Id = id,
        Facts = new VolunteerFacts
        {
            Ward = Pick(Wards),
            Roles = [.. Enum.GetValues<VolunteerRole>().Where(_ => _random.Next(4) == 0)],
            Languages = [.. new[] { "ur", "Polish", "en" }.Where(_ => _random.Next(2) == 0)],
            Resident = _random.Next(2) == 0 ? ResidentId.Of(References[_random.Next(References.Length)]) : null,
            ActiveFrom = MaybeDay(),
            ActiveUntil = _random.Next(4) == 0 ? Day() : null,
            Home = MaybePoint(),
            Interests = [.. new[] { "cards", "gardening" }.Where(_ => _random.Next(2) == 0)],
        },
        Places = DrawPlaces(),
    };

    private Places DrawPlaces() => new()
    {
        Capacity = _random.Next(4) == 0 ? null : _random.Next(0, 6),
        Others = _random.Next(0, 2),
        Taken = [.. Enumerable.Range(0, _random.Next(0, 3))
            .Select(at => new TakenPlace(ResidentId.Of($"R{at}"), MaybeDay(), MaybeDay(), null))],
        Held =
        [
            .. Enumerable.Range(0, _random.Next(0, 2)).Select(_ => new HeldPlace(
                new ProposalId(RoundName.Of("r"), OfferKind.Befriending, 1, ResidentId.Of("R1")), ResidentId.Of("R1"),
                new DateTimeOffset(Day(), new TimeOnly(12, 0), TimeSpan.Zero))),
        ],
    };
}
