using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.Fits;

public class EligibilityTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly GeoPoint Home = new(53.72, -1.63);

    // 0.01 degrees of latitude are 1,112 m.
    private static readonly GeoPoint Near = new(53.73, -1.63);
    private static readonly TimeSlots TuesdayMorning = TimeSlots.At(DayOfWeek.Tuesday, 10);

    private static readonly Seeker Her = new()
    {
        Resident = ResidentId.Of("R00417"),
        Ward = WardCode.Of("W1"),
        Seeking = [OfferKind.Befriending, OfferKind.LunchClub],
        ConsentsToMatching = true,
        BirthYear = 1944,
        Gender = Gender.Female,
        Home = Home,
        Languages = ["ur", "en"],
        Interests = ["gardening"],
        Available = TuesdayMorning,
        HomeFactors = ["cat"],
    };

    private static readonly MatchingOffer Visitor = new()
    {
        Offer = new OfferId(OfferHolder.Volunteer, "V0031"),
        Ward = WardCode.Of("W1"),
        Kinds = [OfferKind.Befriending],
        Places = 1,
        Place = Near,
        Languages = ["Urdu"],
        Interests = ["gardening"],
        Available = TuesdayMorning,
        Gender = Gender.Female,
        BirthYear = 1980,
        TravelMetresMax = new Metres(5000),
        CannotBeWith = ["smoking"],
        Checks = [new Check("references", Day.AddDays(-300), null), new Check("interview", Day, null),
            new Check("induction", Day.AddDays(-9), Day.AddDays(1))],
    };

    private static readonly MatchingOffer Lunch = new()
    {
        Offer = new OfferId(OfferHolder.Group, "G0007"),
        Ward = WardCode.Of("W1"),
        Kinds = [OfferKind.LunchClub],
        Places = 3,
        Place = Near,
        Languages = ["ur"],
        Available = TuesdayMorning,
        StepFree = true,
        Access = ["step-free", "hearing-loop"],
    };

    private static Verdict Judge(Seeker seeker, MatchingOffer offer, params Constraint[] soft) =>
        new Eligibility(MatchingPolicy.Default with { Soft = [.. soft] }, Day, [new WardPlace(WardCode.Of("W1"), "Batley East", null)])
            .Judge(seeker, offer);

    private static void Blocks(Constraint constraint, Seeker seeker, MatchingOffer offer) =>
        Assert.Equal([constraint], Judge(seeker, offer).Misfits.ToArray());

    [Fact]
    public void A_pair_that_shares_everything_scores_distance_interest_time_and_first_language()
    {
        var verdict = Judge(Her, Visitor);
        Assert.Empty(verdict.Misfits);
        Assert.Equal((ContactMode.Visit, new Metres(1112), Unknowns.None), (verdict.Mode, verdict.Distance, verdict.Unknown));
        Assert.Equal(300 * (5000 - 1112) / 5000 + 100 + 50 + 100, verdict.Fit);
    }

    [Fact]
    public void Each_hard_constraint_of_a_visitor_blocks_by_its_own_name()
    {
        Blocks(Constraint.Consent, Her with { ConsentsToMatching = false }, Visitor);
        Blocks(Constraint.Checks, Her, Visitor with { Checks = Visitor.Checks.RemoveAt(0) });
        Blocks(Constraint.Checks, Her, Visitor with { Checks = [.. Visitor.Checks.Select(check => check with { Until = Day })] });
        Blocks(Constraint.TooFar, Her, Visitor with { TravelMetresMax = new Metres(1111) });
        Blocks(Constraint.Language, Her, Visitor with { Languages = ["pl"] });
        Blocks(Constraint.Time, Her, Visitor with { Available = TimeSlots.At(DayOfWeek.Friday, 10) });
        Blocks(Constraint.Gender, Her with { PrefersGender = [Gender.Female] }, Visitor with { Gender = null });
        Blocks(Constraint.Gender, Her with { Gender = Gender.Male }, Visitor with { PrefersGender = [Gender.Female] });
        Blocks(Constraint.HomeFactor, Her, Visitor with { CannotBeWith = ["cat"] });
        Blocks(Constraint.Competence, Her with { SupportNeeds = ["dementia"] }, Visitor with { Competences = ["bsl"] });
        Blocks(Constraint.Mode, Her, Visitor with { Modes = [ContactMode.Phone] });
        Blocks(Constraint.Age, Her with { BirthYear = 2008 }, Visitor);
        Blocks(Constraint.Age, Her with { BirthYear = null, ReferredBySchool = true }, Visitor);
        Blocks(Constraint.Excluded, Her with { Exclusions = [VolunteerId.Of("V0031")] }, Visitor);
        Blocks(Constraint.Excluded, Her, Visitor with { Exclusions = [Her.Resident] });
        Blocks(Constraint.Excluded, Her, Visitor with { SamePerson = Her.Resident });
    }

    [Fact]
    public void Each_hard_constraint_of_a_group_blocks_by_its_own_name()
    {
        Blocks(Constraint.Access, Her with { AccessNeeds = ["quiet-space"] }, Lunch);
        Blocks(Constraint.Access, Her with { AccessNeeds = ["step-free"] }, Lunch with { StepFree = false, Access = [] });
        Blocks(Constraint.Transport, Her with { AccessNeeds = ["transport"] }, Lunch with { TransportSeats = 0 });
        Blocks(Constraint.GroupFull, Her, Lunch with { Places = 0 });
        Blocks(Constraint.GroupFit, Her with { Situations = ["carer"] }, Lunch with { Situations = ["bereaved"] });
        Blocks(Constraint.Age, Her, Lunch with { AgeTo = 60 });
        Assert.True(Judge(Her with { Situations = ["carer"] }, Lunch with { Situations = ["bereaved"], OpenToAll = true }).Passes);
    }

    [Fact]
    public void What_is_not_known_passes_and_is_listed()
    {
        Assert.Equal(Unknowns.HerLanguages, Judge(Her with { Languages = [] }, Visitor).Unknown);
        Assert.Equal(Unknowns.OfferTimes, Judge(Her, Visitor with { Available = default }).Unknown);
        Assert.Equal(Unknowns.HomeFactors, Judge(Her with { HomeFactors = [] }, Visitor).Unknown);
        Assert.Equal(Unknowns.CannotBeWith, Judge(Her, Visitor with { CannotBeWith = [] }).Unknown);
        var undated = Visitor with { Checks = [.. Visitor.Checks.Select(check => check with { On = null })] };
        Assert.Equal(Unknowns.CheckDates, Judge(Her, undated).Unknown);
        Assert.Equal(Unknowns.HerAge, Judge(Her with { BirthYear = null }, Visitor).Unknown);
        Assert.Equal(Unknowns.Competences, Judge(Her with { SupportNeeds = ["dementia"] }, Visitor).Unknown);
        Assert.Equal(Unknowns.Transport, Judge(Her with { AccessNeeds = ["transport"] }, Lunch).Unknown);
        Assert.Equal(Unknowns.HerSituation, Judge(Her, Lunch with { Situations = ["carer"] }).Unknown);
    }

    [Fact]
    public void The_limit_is_whose_it_is_to_travel()
    {
        var housebound = Her with { TravelMetresMax = new Metres(0) };
        Assert.True(Judge(housebound, Visitor).Passes);
        Assert.True(Judge(housebound, Lunch).Blocks(Constraint.TooFar));
        ContactMode[] out_ = [ContactMode.OutAndAbout];
        Assert.True(Judge(housebound with { Modes = [.. out_] }, Visitor with { Modes = [.. out_] }).Blocks(Constraint.TooFar));
        var phone = Judge(housebound with { Modes = [ContactMode.Phone] }, Visitor with { Modes = [ContactMode.Phone], Place = null });
        Assert.Equal((true, null), (phone.Passes, phone.Distance));
        Assert.True(Judge(Her with { Home = null }, Visitor).Blocks(Constraint.TooFar));
        Assert.Equal(300, Judge(housebound, Lunch with { Place = Home, Languages = [], Available = default }).Fit);
    }

    [Fact]
    public void They_meet_in_the_first_of_her_ways_that_is_possible()
    {
        var both = Visitor with { Modes = [ContactMode.Visit, ContactMode.Phone] };
        Assert.Equal(ContactMode.Phone, Judge(Her with { Modes = [ContactMode.Phone, ContactMode.Visit] }, both).Mode);
        var near = both with { TravelMetresMax = new Metres(10) };
        Assert.Equal(ContactMode.Phone, Judge(Her with { Modes = [ContactMode.Visit, ContactMode.Phone] }, near).Mode);
    }

    [Fact]
    public void A_soft_wish_is_noted_instead_of_kept()
    {
        var verdict = Judge(Her with { PrefersGender = [Gender.Male] }, Visitor, Constraint.Gender);
        Assert.Equal((true, Unknowns.SoftGender), (verdict.Passes, verdict.Unknown));
    }
}
