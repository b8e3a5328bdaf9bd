using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Groups;
using Networks.Domain.Wards;
using Networks.Matching.Problems;

namespace Networks.Benchmarks.Rounds;

/// <summary>
/// A town in which people wait and others offer: as many offers a square kilometre, whatever its size, as befriending schemes of a whole
/// borough have. Nearly all is met in person; a few on either side would use the telephone, for which no distance counts. One offer in ten
/// is a lunch club. All drawn from one seed.
/// </summary>
internal static class GeneratedTown
{
    /// <summary>Offers a square kilometre where nothing else is said: then about twenty offers fit each person.</summary>
    public const double Density = 0.55;

    private const int PeopleAWard = 100;
    private const double KilometresADegree = 111.195;
    private const double South = 53.3;
    private const double West = -2.2;
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly string[] Interests =
        ["gardening", "cards", "music", "walking", "cooking", "football", "knitting", "history"];

    /// <summary>A round of this size, ready to be solved.</summary>
    public static MatchingProblem Of(int people, int offers, double density = Density, int seed = 42, int? wardCount = null)
    {
        var random = new Random(seed);
        var wards = Wards(wardCount ?? Math.Max(1, people / PeopleAWard), Math.Sqrt(offers / density));
        ImmutableArray<Seeker> seekers = [.. Enumerable.Range(1, people).Select(number => Person(random, number, wards))];
        return new MatchingProblem
        {
            Round = RoundName.Of("town"),
            AsOf = Day,
            OpenedAt = new DateTimeOffset(Day, new TimeOnly(9, 0), TimeSpan.Zero),
            LotterySeed = Lottery.Seed(seekers.Select(person => person.Resident), Day),
            Wards = wards.Places,
            Seekers = seekers,
            Offers = [.. Enumerable.Range(1, offers).Select(number => number % 10 == 0
                ? Club(random, number, wards)
                : Visitor(random, number, wards)).OrderBy(offer => offer.Offer)],
        };
    }

    private static (ImmutableArray<WardPlace> Places, double Side) Wards(int count, double sideKilometres)
    {
        var across = (int)Math.Ceiling(Math.Sqrt(count));
        var cell = sideKilometres / across;
        WardPlace Ward(int at) => new(
            WardCode.Of($"E05{at + 1:000000}"), $"Ward {at + 1:0000}", Point((at % across + 0.5) * cell, (at / across + 0.5) * cell));
        return ([.. Enumerable.Range(0, count).Select(Ward)], cell);
    }

    private static GeoPoint Point(double east, double north) => new(
        Math.Round(South + north / KilometresADegree, 6),
        Math.Round(West + east / (KilometresADegree * Math.Cos(South * Math.PI / 180)), 6));

    private static GeoPoint Near(Random random, WardPlace ward, double side) => new(
        Math.Round(ward.Point!.Value.Latitude + (random.NextDouble() - 0.5) * side / KilometresADegree, 6),
        Math.Round(ward.Point.Value.Longitude
            + (random.NextDouble() - 0.5) * side / (KilometresADegree * Math.Cos(South * Math.PI / 180)), 6));

    private static Seeker Person(Random random, int number, (ImmutableArray<WardPlace> Places, double Side) wards)
    {
        var ward = wards.Places[random.Next(wards.Places.Length)];
        return new Seeker
        {
            Resident = ResidentId.Of($"R{number:0000000}"),
            Ward = ward.Code,
            Seeking = random.Next(8) == 0 ? [OfferKind.Befriending, OfferKind.LunchClub] : [OfferKind.Befriending],
            ConsentsToMatching = random.Next(30) != 0,
            PriorityBand = random.Next(8) switch { 0 => 1, 1 or 2 => 2, 3 or 4 or 5 => 3, _ => 4 },
            WaitingSince = Day.AddDays(-random.Next(200)),
            BirthYear = 1930 + random.Next(40),
            Gender = (Gender)random.Next(2),
            Home = random.Next(20) == 0 ? null : Near(random, ward, wards.Side),
            Languages = random.Next(6) switch { 0 => ["ur"], 1 => ["pa", "en"], _ => ["en"] },
            Interests = [.. Interests.Where(_ => random.Next(4) == 0)],
            AccessNeeds = random.Next(20) == 0 ? ["step-free"] : [],
            SupportNeeds = random.Next(12) == 0 ? ["dementia"] : [],
            PrefersGender = random.Next(4) == 0 ? [Gender.Female] : [],
            Available = new TimeSlots(1 << random.Next(15) | 1 << random.Next(15) | 1 << random.Next(15)),
            Modes = random.Next(33) == 0 ? [ContactMode.Visit, ContactMode.Phone] : [],
            HomeFactors = random.Next(3) == 0 ? ["dog"] : [],
            Firm = random.Next(6) == 0 ? ["gender", "language"] : [],
        };
    }

    private static MatchingOffer Visitor(Random random, int number, (ImmutableArray<WardPlace> Places, double Side) wards)
    {
        var ward = wards.Places[random.Next(wards.Places.Length)];
        return new MatchingOffer
        {
            Offer = OfferId.Of(VolunteerId.Of($"V{number:000000}")),
            Ward = ward.Code,
            Kinds = [OfferKind.Befriending],
            Places = 1 + random.Next(5),
            Place = Near(random, ward, wards.Side),
            TravelMetresMax = new Metres(random.Next(2, 9) * 1000),
            Languages = random.Next(6) switch { 0 => ["ur", "en"], 1 => ["pa", "en"], _ => ["en"] },
            Interests = [.. Interests.Where(_ => random.Next(4) == 0)],
            Available = new TimeSlots(1 << random.Next(15) | 1 << random.Next(15) | 1 << random.Next(15) | 1 << random.Next(15)),
            Modes = random.Next(20) == 0 ? [ContactMode.Visit, ContactMode.Phone] : [],
            Gender = (Gender)random.Next(2),
            BirthYear = 1960 + random.Next(40),
            Competences = random.Next(4) == 0 ? ["dementia"] : [],
            CannotBeWith = random.Next(5) == 0 ? ["dog"] : [],
            Checks = [Held("references"), Held("interview"), Held("induction")],
        };
    }

    private static MatchingOffer Club(Random random, int number, (ImmutableArray<WardPlace> Places, double Side) wards)
    {
        var ward = wards.Places[random.Next(wards.Places.Length)];
        return new MatchingOffer
        {
            Offer = OfferId.Of(GroupId.Of($"G{number:000000}")),
            Ward = ward.Code,
            Kinds = [OfferKind.LunchClub],
            Places = 2 + random.Next(8),
            Place = Near(random, ward, wards.Side),
            Languages = ["en"],
            Interests = [.. Interests.Where(_ => random.Next(4) == 0)],
            StepFree = random.Next(3) == 0 ? null : random.Next(2) == 0,
        };
    }

    private static Check Held(string kind) => new(kind, Day.AddDays(-100), null);
}
