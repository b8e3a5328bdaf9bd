using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Matches;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Matches;

/// <summary>
/// The nearest places come ward by ward, and looking ends early: each page must still be the page that measuring every offer and sorting
/// gives, over areas of a few hundred offers of which some lie at one point, some are at a ward's point and some nowhere.
/// </summary>
public sealed class NearestPlacesTests
{
    private const int Seeds = 300;
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words = ["cards", "Gardening", "gardening", "tea", "walking", "chess"];

    [Fact]
    public void Every_page_is_that_of_measuring_all_and_sorting_while_places_come_and_go()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var town = new Town(random);
            for (var change = 0; change < 4; change++)
            {
                for (var question = 0; question < 4; question++)
                {
                    Agree(town, town.Question(), $"seed {seed}, change {change}, question {question}");
                }

                town.Change();
            }
        }
    }

    private static void Agree(Town town, OpenPlacesQuery query, string where)
    {
        var now = Noon.AddHours(town.Random.Next(48));
        var expected = town.Sorted(query, now);
        string? after = null;
        var at = 0;
        do
        {
            var page = query with { Page = new Page { First = query.Page.First, After = after } };
            var answer = town.Graph.OpenPlaces(page, now, Day, town.Points);
            Assert.Null(answer.Fault);
            var got = answer.Places.Select(
                place => (place.Volunteer?.Value ?? place.Group!.Value.Value, place.Kind, place.Distance?.Value));
            var wanted = expected.Skip(at).Take(query.Page.First!.Value).Select(row => (row.Reference, row.Kind, row.Distance)).ToList();
            Assert.True(wanted.SequenceEqual(got), $"{where}, from {at}: {string.Join(' ', wanted)} but got {string.Join(' ', got)}");
            at += answer.Places.Length;
            Assert.Equal(
                (expected.Count, at < expected.Count, after is not null),
                (answer.TotalCount, answer.HasNextPage, answer.HasPreviousPage));
            after = answer.HasNextPage ? answer.Places[^1].Cursor : null;
        }
        while (after is not null && at < 3 * query.Page.First);
    }

    private sealed class Town
    {
        private readonly WardCode[] wards;
        private readonly Dictionary<string, GroupEntry> groups = [];
        private readonly Dictionary<string, VolunteerEntry> volunteers = [];
        private readonly GeoPoint? home;
        private int version = 1;

        public Town(Random random)
        {
            Random = random;
            wards = [.. Enumerable.Range(1, random.Next(1, 14)).Select(at => WardCode.Of($"W{at:00}"))];
            Points = wards.Where(_ => random.Next(4) > 0).ToDictionary(ward => ward, Near);
            home = random.Next(5) == 0 ? null : Near(wards[0]);
            foreach (var at in Enumerable.Range(0, random.Next(1, 150)))
            {
                Draw($"{(random.Next(2) == 0 ? 'G' : 'V')}{at}");
            }

            Graph = AreaGraph.Empty();
            foreach (var ward in wards)
            {
                Graph = Graph.Replace(Graph.Pack(ward, new WardEntries(
                    ward == wards[0] ? [new ResidentEntry { Id = ResidentId.Of("R1"), Version = 1, Ward = ward, Home = home }] : [],
                    [.. volunteers.Values.Where(one => one.Ward == ward)],
                    [.. groups.Values.Where(one => one.Ward == ward)])));
            }
        }

        public Random Random { get; }

        public Dictionary<WardCode, GeoPoint> Points { get; }

        public AreaGraph Graph { get; private set; }

        public OpenPlacesQuery Question() => new()
        {
            Near = ResidentId.Of("R1"),
            Wards = Random.Next(3) == 0 ? [.. wards.Where(_ => Random.Next(2) == 0)] : null,
            Within = Random.Next(3) == 0 ? new Metres(Random.Next(30_000)) : null,
            Interests = Random.Next(2) == 0 ? [Words[Random.Next(Words.Length)].ToUpperInvariant(), "none"] : null,
            Kinds = Random.Next(3) == 0 ? [OfferKind.Befriending, OfferKind.LunchClub] : null,
            Page = new Page { First = Random.Next(1, 12) },
        };

        // An offer changes where it is, moves to another ward, or is gone.
        public void Change()
        {
            foreach (var _ in Enumerable.Range(0, 3))
            {
                version++;
                var name = $"{(Random.Next(2) == 0 ? 'G' : 'V')}{Random.Next(150)}";
                var before = groups.GetValueOrDefault(name)?.Ward ?? volunteers.GetValueOrDefault(name)?.Ward;
                groups.Remove(name);
                volunteers.Remove(name);
                if (Random.Next(3) > 0)
                {
                    Draw(name);
                }

                var now = groups.GetValueOrDefault(name)?.Ward ?? volunteers.GetValueOrDefault(name)?.Ward;
                if (before is { } left && left != now)
                {
                    Graph = Graph.Remove(left, WardGone.None with
                    {
                        Groups = name[0] == 'G' ? [(GroupId.Of(name), version)] : [],
                        Volunteers = name[0] == 'V' ? [(VolunteerId.Of(name), version)] : [],
                    });
                }

                if (now is { } ward)
                {
                    Graph = Graph.Put(Graph.Pack(ward, new WardEntries(
                        [],
                        volunteers.TryGetValue(name, out var volunteer) ? [volunteer] : [],
                        groups.TryGetValue(name, out var group) ? [group] : [])));
                }
            }
        }

        public List<(string Reference, OfferKind Kind, int? Distance)> Sorted(OpenPlacesQuery query, DateTimeOffset now)
        {
            List<(string Reference, int Noun, OfferKind Kind, int? Distance)> rows = [];
            foreach (var group in groups.Values)
            {
                Add(group.Id.Value, 1, group.Kind, group.Ward, group.Place, group.Interests,
                    group.Runs(Day) && (Free(group.Places, now) is { } free ? free > 0 : group.OpenAccess));
            }

            foreach (var volunteer in volunteers.Values)
            {
                foreach (var kind in volunteer.Kinds)
                {
                    Add(volunteer.Id.Value, 0, kind, volunteer.Ward, volunteer.Home, volunteer.Interests,
                        volunteer.IsActive(Day) && Free(volunteer.Places, now) > 0);
                }
            }

            return
            [
                .. rows.OrderBy(row => row.Distance ?? int.MaxValue).ThenBy(row => row.Reference, StringComparer.Ordinal)
                    .ThenBy(row => row.Noun).ThenBy(row => row.Kind).Select(row => (row.Reference, row.Kind, row.Distance)),
            ];

            void Add(
                string reference, int noun, OfferKind kind, WardCode ward, GeoPoint? own, ImmutableArray<string> interests, bool isOpen)
            {
                var place = own ?? (Points.TryGetValue(ward, out var point) ? point : null);
                var from = home ?? (Points.TryGetValue(wards[0], out var mine) ? mine : null);
                var distance = from is { } start && place is { } end ? start.DistanceTo(end).Value : (int?)null;
                if (isOpen
                    && (query.Wards is not { } named || named.Contains(ward))
                    && (query.Kinds is not { } kinds || kinds.Contains(kind))
                    && (query.Interests is not { } words
                        || words.Any(word => interests.Any(one => one.Equals(word, StringComparison.OrdinalIgnoreCase))))
                    && (query.Within is not { } limit || distance <= limit.Value))
                {
                    rows.Add((reference, noun, kind, distance));
                }
            }
        }

        private static int? Free(Places places, DateTimeOffset now)
        {
            var used = places.Others;
            foreach (var held in places.Held)
            {
                used += held.ExpiresAt > now ? 1 : 0;
            }

            return places.Capacity is { } capacity ? Math.Max(0, capacity - used) : null;
        }

        private void Draw(string name)
        {
            var ward = wards[Random.Next(wards.Length)];
            GeoPoint? point = Random.Next(5) == 0 ? null : Near(ward);
            ImmutableArray<string> interests = [.. Words.Where(_ => Random.Next(3) == 0)];
            var places = new Places
            {
                Capacity = Random.Next(6) == 0 ? null : Random.Next(4),
                Held = Random.Next(3) > 0 ? [] :
                [
                    new HeldPlace(
                        new ProposalId(RoundName.Of("r"), OfferKind.Befriending, 1, ResidentId.Of("R9")), ResidentId.Of("R9"),
                        Noon.AddHours(Random.Next(48))),
                ],
            };
            if (name[0] == 'G')
            {
                groups[name] = new GroupEntry
                {
                    Id = GroupId.Of(name), Version = version, Ward = ward, Place = point, Interests = interests, Places = places,
                    Kind = Random.Next(2) == 0 ? OfferKind.LunchClub : OfferKind.Activity, OpenAccess = Random.Next(2) == 0,
                    ClosedOn = Random.Next(6) == 0 ? Day.AddDays(Random.Next(-2, 3)) : null,
                };
            }
            else
            {
                volunteers[name] = new VolunteerEntry
                {
                    Id = VolunteerId.Of(name), Version = version, Ward = ward, Home = point, Interests = interests, Places = places,
                    Kinds = [.. new[] { OfferKind.Befriending, OfferKind.PeerMentoring }.Where(_ => Random.Next(2) == 0)],
                    ActiveUntil = Random.Next(6) == 0 ? Day.AddDays(Random.Next(-2, 3)) : null,
                };
            }
        }

        // Wards lie beside each other, and some of their offers lie far outside them; few points, so that many distances are equal.
        private GeoPoint Near(WardCode ward)
        {
            var number = int.Parse(ward.Value.AsSpan(1));
            var spread = Random.Next(6) == 0 ? 20 : 4;
            return new GeoPoint(
                53 + (number / 4 * 0.03) + (Random.Next(spread) * 0.01), -1 - (number % 4 * 0.04) - (Random.Next(spread) * 0.01));
        }
    }
}
