using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.Problems;

/// <summary>
/// Rounds of the shape that befriending schemes have: people and visitors spread over a town, few places, real constraints. All invented.
/// </summary>
internal static class TownRounds
{
    private static readonly DateOnly Day = RandomRounds.Day;
    private static readonly string[] Interests = ["gardening", "cards", "music", "walking", "cooking", "football", "knitting", "history"];

    /// <summary>
    /// 294 people, 117 befrienders with 164 places (70 with one, 47 with two), 23 wards, four bands, five kinds of hard constraint.
    /// </summary>
    public static MatchingProblem Kirklees(int seed = 1) => Of(seed, 294, 117, 23, number => number <= 70 ? 1 : 2);

    /// <summary>A town of any size; each ward is about 3 km across.</summary>
    public static MatchingProblem Of(int seed, int people, int visitors, int wards, Func<int, int> places)
    {
        var random = new Random(seed);
        ImmutableArray<WardPlace> places_ = [.. Enumerable.Range(0, wards).Select(number => Ward(number, wards))];
        ImmutableArray<Seeker> seekers = [.. Enumerable.Range(1, people).Select(number => Person(random, number, places_))];
        return new MatchingProblem
        {
            Round = RoundName.Of("town"),
            AsOf = Day,
            OpenedAt = new DateTimeOffset(Day, new TimeOnly(9, 0), TimeSpan.Zero),
            LotterySeed = Lottery.Seed(seekers.Select(person => person.Resident), Day),
            Wards = places_,
            Seekers = seekers,
            Offers = [.. Enumerable.Range(1, visitors).Select(number => Visitor(random, number, places(number), places_))],
        };
    }

    private static WardPlace Ward(int number, int wards)
    {
        var across = (int)Math.Ceiling(Math.Sqrt(wards));
        return new WardPlace(WardCode.Of($"E0500{number:0000}"), $"Ward {number}",
            new GeoPoint(53.6 + number / across * 0.027, -1.8 + number % across * 0.045));
    }

    private static Seeker Person(Random random, int number, ImmutableArray<WardPlace> wards)
    {
        var ward = wards[random.Next(wards.Length)];
        return new Seeker
        {
            Resident = ResidentId.Of($"R{number:00000}"),
            Ward = ward.Code,
            Seeking = [OfferKind.Befriending],
            ConsentsToMatching = random.Next(30) != 0,
            PriorityBand = random.Next(8) switch { 0 => 1, 1 or 2 => 2, 3 or 4 or 5 => 3, _ => 4 },
            WaitingSince = Day.AddDays(-random.Next(200)),
            BirthYear = 1930 + random.Next(40),
            Gender = (Gender)random.Next(2),
            Home = Near(random, ward),
            Languages = random.Next(6) switch { 0 => ["ur"], 1 => ["pa", "en"], _ => ["en"] },
            Interests = [.. Interests.Where(_ => random.Next(4) == 0)],
            PrefersGender = random.Next(4) == 0 ? [Gender.Female] : [],
            Available = new TimeSlots(1 << random.Next(15) | 1 << random.Next(15) | 1 << random.Next(15)),
            HomeFactors = random.Next(3) == 0 ? ["dog"] : [],
            Firm = random.Next(6) == 0 ? ["gender", "language"] : [],
        };
    }

    private static MatchingOffer Visitor(Random random, int number, int places, ImmutableArray<WardPlace> wards)
    {
        var ward = wards[random.Next(wards.Length)];
        return new MatchingOffer
        {
            Offer = OfferId.Of(VolunteerId.Of($"V{number:0000}")),
            Ward = ward.Code,
            Kinds = [OfferKind.Befriending],
            Places = places,
            Place = Near(random, ward),
            TravelMetresMax = new Metres(random.Next(2, 9) * 1000),
            Languages = random.Next(6) switch { 0 => ["ur", "en"], 1 => ["pa", "en"], _ => ["en"] },
            Interests = [.. Interests.Where(_ => random.Next(4) == 0)],
            Available = new TimeSlots(1 << random.Next(15) | 1 << random.Next(15) | 1 << random.Next(15) | 1 << random.Next(15)),
            Gender = (Gender)random.Next(2),
            BirthYear = 1960 + random.Next(40),
            CannotBeWith = random.Next(5) == 0 ? ["dog"] : [],
            Checks = [Held("references"), Held("interview"), Held("induction")],
        };
    }

    private static GeoPoint Near(Random random, WardPlace ward) => new(
        ward.Point!.Value.Latitude + (random.NextDouble() - 0.5) * 0.027, ward.Point.Value.Longitude + (random.NextDouble() - 0.5) * 0.045);

    private static Check Held(string kind) => new(kind, Day.AddDays(-100), null);
}
