using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.Problems;

/// <summary>Invented rounds from a seed. Few distinct values, so that ties are common.</summary>
internal static class RandomRounds
{
    public static readonly DateOnly Day = new(2026, 11, 22);

    private static readonly string[] Languages = ["en", "ur", "pa"];
    private static readonly string[] Interests = ["gardening", "cards", "music", "walking"];

    /// <summary>
    /// Up to <paramref name="seekersMax"/> people and <paramref name="offersMax"/> offers, at times with pins, forbids and deferrals.
    /// </summary>
    public static MatchingProblem Small(int seed, int seekersMax = 5, int offersMax = 4)
    {
        var random = new Random(seed);
        var problem = Sized(random, random.Next(seekersMax + 1), random.Next(offersMax + 1), random.Next(3) == 0 ? 0 : 3);
        return random.Next(3) == 0 ? WithHands(problem, random) : problem;
    }

    /// <summary>A round of given size.</summary>
    public static MatchingProblem Of(int seed, int seekers, int offers, int placesMax) =>
        Sized(new Random(seed), seekers, offers, placesMax);

    private static MatchingProblem Sized(Random random, int seekers, int offers, int placesMax)
    {
        ImmutableArray<Seeker> people = [.. Enumerable.Range(1, seekers).Select(number => Seeker(random, number))];
        return new MatchingProblem
        {
            Round = RoundName.Of("test"),
            AsOf = Day,
            OpenedAt = new DateTimeOffset(Day, new TimeOnly(9, 0), TimeSpan.Zero),
            LotterySeed = Lottery.Seed(people.Select(person => person.Resident), Day),
            Policy = MatchingPolicy.Default with { Soft = random.Next(4) == 0 ? [(Constraint)random.Next(4, 8)] : [] },
            Wards =
            [
                new WardPlace(WardCode.Of("W1"), "Batley East", new GeoPoint(53.72, -1.63)),
                new WardPlace(WardCode.Of("W2"), "Batley West", null),
            ],
            Seekers = people,
            Offers = [.. Enumerable.Range(1, offers).Select(number => Offer(random, number, placesMax))],
        };
    }

    private static Seeker Seeker(Random random, int number) => new()
    {
        Resident = ResidentId.Of($"R{number}"),
        Ward = WardCode.Of(random.Next(6) == 0 ? "W2" : "W1"),
        Seeking = random.Next(9) switch
        {
            0 => [OfferKind.Befriending, OfferKind.LunchClub],
            1 => [OfferKind.LunchClub],
            2 => [OfferKind.Befriending, OfferKind.DigitalBuddy],
            3 => [OfferKind.Homeshare, OfferKind.Befriending, OfferKind.Online],
            4 => [OfferKind.Transport, OfferKind.Online, OfferKind.LunchClub],
            _ => [OfferKind.Befriending],
        },
        ConsentsToMatching = random.Next(12) != 0,
        PriorityBand = random.Next(4) == 0 ? null : random.Next(1, 5),
        WaitingSince = random.Next(4) == 0 ? null : Day.AddDays(-random.Next(3) * 10),
        BirthYear = random.Next(5) == 0 ? null : random.Next(15) == 0 ? 2012 : 1945,
        Gender = random.Next(3) == 0 ? null : (Gender)random.Next(2),
        Home = random.Next(6) == 0 ? null : Somewhere(random),
        Languages = Some(random, Languages),
        Interests = Some(random, Interests),
        AccessNeeds = random.Next(12) switch { 0 => ["step-free"], 1 => ["hearing-loop"], 2 => ["transport", "step-free"], _ => [] },
        SupportNeeds = random.Next(10) == 0 ? ["dementia"] : [],
        TravelMetresMax = random.Next(5) == 0 ? new Metres(random.Next(4) * 1500) : null,
        CannotBeWith = random.Next(4) == 0 ? ["cat"] : [],
        Household = random.Next(3) == 0 ? "H1" : null,
        Organisation = random.Next(3) == 0 ? OrganisationId.Of("O1") : null,
        KeptApart = random.Next(12) == 0 ? [new OfferId(OfferHolder.Volunteer, "V2"), new OfferId(OfferHolder.Group, "G1")] : [],
        WantedContactsPerMonth = random.Next(3) == 0 ? 4 : null,
        ReferredBySchool = random.Next(20) == 0,
        Situations = random.Next(3) == 0 ? ["carer"] : [],
        PrefersGender = random.Next(5) == 0 ? [Gender.Female] : [],
        Available = Slots(random),
        Modes = random.Next(6) switch
        {
            0 or 1 => [ContactMode.Phone, ContactMode.Visit],
            2 when random.Next(2) == 0 => [ContactMode.OutAndAbout, ContactMode.Online],
            _ => [],
        },
        HomeFactors = random.Next(3) == 0 ? ["dog"] : [],
        Firm = random.Next(4) == 0 ? ["language", "gender"] : [],
        Exclusions = random.Next(6) == 0 ? [VolunteerId.Of("V1")] : [],
    };

    private static MatchingOffer Offer(Random random, int number, int placesMax)
    {
        var isGroup = random.Next(3) == 0;
        return new MatchingOffer
        {
            Offer = isGroup ? new OfferId(OfferHolder.Group, $"G{number}") : new OfferId(OfferHolder.Volunteer, $"V{number}"),
            Ward = WardCode.Of("W1"),
            Kinds = isGroup ? [random.Next(6) == 0 ? OfferKind.Online : OfferKind.LunchClub] : random.Next(9) switch
            {
                0 => [OfferKind.DigitalBuddy], 1 => [OfferKind.Homeshare, OfferKind.Befriending], 2 => [OfferKind.Transport],
                _ => [OfferKind.Befriending],
            },
            Places = isGroup && random.Next(6) == 0 ? null : random.Next(placesMax + 1),
            Place = random.Next(6) == 0 ? null : Somewhere(random),
            Languages = Some(random, Languages),
            Interests = Some(random, Interests),
            Available = Slots(random),
            Modes = random.Next(6) switch
            {
                0 or 1 => [ContactMode.Visit, ContactMode.Phone], 2 => Enum.GetValues<ContactMode>().ToImmutableArray(), _ => [],
            },
            TravelMetresMax = random.Next(5) == 0 ? new Metres(random.Next(4) * 1500) : null,
            BirthYear = random.Next(25) == 0 ? 2010 : 1980,
            PrefersGender = random.Next(16) == 0 ? [Gender.Female, Gender.NonBinary] : [],
            Competences = random.Next(4) switch { 0 => ["dementia"], 1 => ["bsl"], _ => [] },
            HomeFactors = random.Next(3) == 0 ? ["cat"] : [],
            Exclusions = random.Next(20) == 0 ? [ResidentId.Of("R1")] : [],
            SamePerson = random.Next(20) == 0 ? ResidentId.Of("R2") : null,
            Household = random.Next(6) == 0 ? "H1" : null,
            Organisation = random.Next(3) == 0 ? OrganisationId.Of("O2") : null,
            ContactsPerMonth = random.Next(3) == 0 ? 2 : null,
            Access = isGroup && random.Next(3) == 0 ? ["hearing-loop"] : [],
            AgeFrom = isGroup && random.Next(5) == 0 ? 60 : null,
            AgeTo = isGroup && random.Next(5) == 0 ? 81 : null,
            OpenToAll = random.Next(5) == 0 ? true : null,
            Gender = random.Next(4) == 0 ? null : (Gender)random.Next(2),
            Checks = isGroup || random.Next(8) == 0 ? [] : [Held("references"), Held("interview"), Held("induction")],
            CannotBeWith = random.Next(5) == 0 ? ["dog"] : [],
            Situations = isGroup && random.Next(4) == 0 ? ["carer", "bereaved"] : [],
            StepFree = random.Next(3) == 0 ? null : random.Next(2) == 0,
        };
    }

    private static MatchingProblem WithHands(MatchingProblem problem, Random random)
    {
        if (problem.Seekers.Length == 0 || problem.Offers.Length == 0)
        {
            return problem;
        }

        PairRule Any() => new(
            problem.Seekers[random.Next(problem.Seekers.Length)].Resident,
            problem.Offers[random.Next(problem.Offers.Length)].Offer,
            "known",
            "C012");
        return problem with
        {
            Pins = random.Next(2) == 0 ? [Any()] : [],
            Forbids = random.Next(2) == 0 ? [Any()] : [],
            Deferrals = random.Next(3) == 0 ? [new Deferral(Any().Resident, WishClass.OneToOne)] : [],
        };
    }

    private static Check Held(string kind) => new(kind, Day.AddDays(-100), null);

    private static GeoPoint Somewhere(Random random) => new(53.70 + random.Next(4) * 0.02, -1.64 + random.Next(3) * 0.02);

    private static ImmutableArray<string> Some(Random random, string[] words) => [.. words.Where(_ => random.Next(2) == 0)];

    private static TimeSlots Slots(Random random) => new(random.Next(3) == 0 ? 0 : 1 << random.Next(3) | 1 << random.Next(3));
}
