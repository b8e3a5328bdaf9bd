using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using static Networks.Matching.Tests.Rules.BatleyEast;

namespace Networks.Matching.Tests.Rules;

/// <summary>What is said where nothing was found, word for word.</summary>
public class WordsOfWaitingTests
{
    private static readonly TimeSlots WeekdayAfternoons = new(0b010_010_010_010_010);

    private static MatchingOffer Volunteer(int number, params string[] languages) =>
        Visitor with { Offer = OfferId.Of(VolunteerId.Of($"V{number:0000}")), Languages = [.. languages] };

    [Fact]
    public void Nobody_who_speaks_her_language_near_enough()
    {
        // Nine speak no Punjabi; three do and live 7.1, 8 and 9 km away, 2.1 to 4.0 km beyond the five they travel.
        var far = new[] { 7100, 8000, 9000 }.Select((metres, at) => Volunteer(20 + at, "pa") with { Place = North(metres) });
        var person = Unmatched(Her with { Languages = ["pa"], Resident = ResidentId.Of("R00630") },
            [.. Enumerable.Range(1, 9).Select(number => Volunteer(number, "en")), .. far]);
        Assert.Equal((UnmatchedReason.NoFittingOffer, 12), (person.Reason, person.OffersConsidered));
        ConstraintCount[] blocked = [new(Constraint.Language, 9, 9), new(Constraint.TooFar, 3, 3)];
        Assert.Equal(blocked, person.BlockedBy.ToArray());
        Assert.Equal("one visitor who speaks Punjabi in Batley East", person.Repair!.Change);
        Assert.True(person.Repair.Matches);
        Assert.Equal("Twelve visitors were considered. Nine share no language with her; the other three live 2.1 to 4.0 km beyond how far "
            + "they travel. The nearest would need to travel 2.1 km further.", person.Explanation);
        Assert.Equal("We have not yet found a visitor who speaks Punjabi near you. We are looking for one, and can talk about a regular "
            + "phone call in the meantime if you would like.", person.WordsForThePerson);
    }

    [Fact]
    public void Everybody_who_fits_is_busy()
    {
        Seeker Person(int number, int waited) => Her with
        {
            Resident = ResidentId.Of($"R{number:00000}"), WaitingSince = Day.AddDays(-waited), Available = WeekdayAfternoons,
            Gender = Gender.Male,
        };
        var visitor = Volunteer(18, "ur") with { Available = WeekdayAfternoons, Places = 2 };
        var people = Solve([Person(1, 90), Person(2, 80), Person(3, 70), Person(4, 60), Person(1104, 30)], visitor).Unmatched;
        var last = people.Single(person => person.Resident.Value == "R01104");
        Assert.Equal(UnmatchedReason.NoPlaceThisRound, last.Reason);
        Assert.Equal(new Repair(null, "three more visits with V0018, free on weekday afternoons", true, 1), last.Repair);
        Assert.Equal("Five people could only be helped by the same visitor, who has two places. All two went to people with a more urgent "
            + "need or a longer wait. More places with V0018 would reach him after two others.", last.Explanation);
        Assert.Equal("All our visitors who fit your weekday afternoons are busy at the moment. You keep your place, and we will look "
            + "again.", last.WordsForThePerson);
    }

    [Fact]
    public void What_stands_against_offers_is_told_without_hiding_that_it_is_more_than_one_thing()
    {
        var him = Her with
        {
            Gender = Gender.Male, Seeking = [OfferKind.LunchClub], Languages = ["en"], Available = TuesdayMorning,
            TravelMetresMax = new Metres(500),
        };
        var far = Unmatched(him with { Available = ThursdayNoon }, Lunch);
        Assert.Equal("One lunch club was considered. It is 0.1 km beyond how far he travels. The nearest is 0.1 km further than he "
            + "travels.", far.Explanation);
        Assert.Equal("a way for him to travel 0.1 km further", far.Repair!.Change);
        var both = Unmatched(him, Lunch, Lunch with { Offer = new OfferId(OfferHolder.Group, "G2"), Place = North(900) });
        Assert.Equal(
            "Two lunch clubs were considered. Both are 0.1 to 0.4 km beyond how far he travels. Each has more than one thing against it.",
            both.Explanation);
        Assert.Null(both.Repair);
        var other = Lunch with { Offer = new OfferId(OfferHolder.Group, "G3"), Available = TuesdayMorning, Place = North(1200) };
        Assert.EndsWith("The nearest that would suit otherwise is 0.7 km further than he travels.",
            Unmatched(him, Lunch, other).Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gender", Constraint.Gender)]
    [InlineData("time", Constraint.Time)]
    [InlineData("language", Constraint.Language)]
    [InlineData("distance", Constraint.TooFar)]
    [InlineData("mode", Constraint.Mode)]
    [InlineData("home", Constraint.HomeFactor)]
    public void What_is_firm_is_never_proposed_as_a_repair(string firm, Constraint constraint)
    {
        var (her, offer) = constraint switch
        {
            Constraint.Gender => (Her with { PrefersGender = [Gender.Female] }, Visitor with { Gender = Gender.Male }),
            Constraint.Time => (Her with { Available = ThursdayNoon }, Visitor),
            Constraint.Language => (Her with { Languages = ["pl"] }, Visitor),
            Constraint.TooFar => (Her, Visitor with { Place = North(9000) }),
            Constraint.Mode => (Her with { Modes = [ContactMode.Phone] }, Visitor),
            _ => (Her with { HomeFactors = ["smoking"] }, Visitor),
        };
        Assert.Equal(constraint, Unmatched(her, offer).Repair!.Constraint);
        var person = Unmatched(her with { Firm = [firm] }, offer);
        Assert.Null(person.Repair);
        Assert.DoesNotContain("further", person.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void No_repair_is_ever_of_age_checks_consent_or_exclusions()
    {
        Assert.Null(Unmatched(Her with { BirthYear = 2012 }, Visitor).Repair);
        Assert.Null(Unmatched(Her, Visitor with { Checks = [] }).Repair);
        Assert.Null(Unmatched(Her with { ConsentsToMatching = false }, Visitor).Repair);
        Assert.Null(Unmatched(Her with { Exclusions = [VolunteerId.Of("V0031")] }, Visitor).Repair);
        Assert.Null(Unmatched(Her with { KeptApart = [Visitor.Offer] }, Visitor).Repair);
    }

    [Fact]
    public void A_soft_wish_of_the_policy_is_no_constraint()
    {
        var problem = Round([Her with { PrefersGender = [Gender.Male] }], Visitor);
        Assert.Single(Solve(problem).Unmatched);
        var soft = Solve(problem with { Policy = problem.Policy with { Soft = [Constraint.Gender] } });
        Assert.Contains("not the gender wished for", Assert.Single(soft.Matches).ToCheckFirst);
    }
}
