using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;

namespace Networks.Matching.Tests.Rules;

/// <summary>A few invented people of one ward, for whom every number can be worked out by hand.</summary>
internal static class BatleyEast
{
    public static readonly DateOnly Day = new(2026, 11, 22);

    public static readonly GeoPoint Home = new(53.72, -1.63);

    public static readonly TimeSlots TuesdayMorning = TimeSlots.At(DayOfWeek.Tuesday, 10);

    public static readonly TimeSlots ThursdayNoon = TimeSlots.At(DayOfWeek.Thursday, 12);

    /// <summary>81 or 82 years old, speaks Urdu first, likes gardening, free on Tuesday mornings.</summary>
    public static readonly Seeker Her = new()
    {
        Resident = ResidentId.Of("R00417"),
        Ward = WardCode.Of("E05001390"),
        Seeking = [OfferKind.Befriending],
        ConsentsToMatching = true,
        PriorityBand = 1,
        WaitingSince = Day.AddDays(-61),
        BirthYear = 1944,
        Gender = Gender.Female,
        Home = Home,
        Languages = ["ur", "en"],
        Interests = ["gardening"],
        Available = TuesdayMorning,
    };

    /// <summary>1.4 km to the north.</summary>
    public static readonly MatchingOffer Visitor = new()
    {
        Offer = new OfferId(OfferHolder.Volunteer, "V0031"),
        Ward = WardCode.Of("E05001390"),
        Kinds = [OfferKind.Befriending],
        Places = 1,
        Place = North(1400),
        TravelMetresMax = new Metres(5000),
        Languages = ["ur"],
        Interests = ["gardening"],
        Available = TuesdayMorning,
        Gender = Gender.Female,
        BirthYear = 1980,
        CannotBeWith = ["smoking"],
        Checks = Checked("references", "interview", "induction"),
    };

    /// <summary>0.6 km to the north, on Thursdays.</summary>
    public static readonly MatchingOffer Lunch = new()
    {
        Offer = new OfferId(OfferHolder.Group, "G0007"),
        Ward = WardCode.Of("E05001390"),
        Kinds = [OfferKind.LunchClub],
        Places = 3,
        Place = North(600),
        Languages = ["en"],
        Interests = ["cards"],
        Available = ThursdayNoon,
    };

    /// <summary>A place so many metres north of her: a degree of latitude is 6371008.8 m x pi / 180 = 111195.08 m.</summary>
    public static GeoPoint North(double metres) => Home with { Latitude = Home.Latitude + metres / 111195.08 };

    public static System.Collections.Immutable.ImmutableArray<Check> Checked(params string[] kinds) =>
        [.. kinds.Select(kind => new Check(kind, Day.AddDays(-200), null))];

    public static Verdict Judge(Seeker seeker, MatchingOffer offer, MatchingPolicy? policy = null, GeoPoint? ward = null) =>
        new Eligibility(policy ?? MatchingPolicy.Default, Day, [new WardPlace(Her.Ward, "Batley East", ward)])
            .Judge(seeker with { Seeking = [.. seeker.Seeking, .. offer.Kinds] }, offer);

    /// <summary>A round of these people and offers.</summary>
    public static MatchingProblem Round(Seeker[] seekers, params MatchingOffer[] offers) => new()
    {
        Round = RoundName.Of("nov-2"),
        AsOf = Day,
        OpenedAt = new DateTimeOffset(Day, new TimeOnly(9, 0), TimeSpan.Zero),
        LotterySeed = Lottery.Seed(seekers.Select(seeker => seeker.Resident), Day),
        Wards = [new WardPlace(Her.Ward, "Batley East", null)],
        Seekers = [.. seekers],
        Offers = [.. offers],
    };

    public static RoundSolution Solve(MatchingProblem problem) => Assert.IsType<RoundAnswer.Solved>(
        RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None)).Solution;

    public static RoundSolution Solve(Seeker[] seekers, params MatchingOffer[] offers) => Solve(Round(seekers, offers));

    public static UnmatchedPerson Unmatched(Seeker seeker, params MatchingOffer[] offers) =>
        Assert.Single(Solve([seeker], offers).Unmatched);
}
