using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using static Networks.Matching.Tests.Rules.BatleyEast;

namespace Networks.Matching.Tests.Rules;

/// <summary>Small rounds whose best plan can be seen by eye, one for each part of the objective.</summary>
public class C9ObjectiveTests
{
    private static Seeker Person(string id, int? band, int? waited, int likes = 0) => Her with
    {
        Resident = ResidentId.Of(id),
        PriorityBand = band,
        WaitingSince = waited is { } days ? Day.AddDays(-days) : null,
        Interests = [.. new[] { "gardening", "music", "cards" }.Take(likes)],
    };

    private static MatchingOffer Volunteer(string id, int places, params string[] interests) => Visitor with
    {
        Offer = OfferId.Of(VolunteerId.Of(id)), Places = places, Interests = [.. interests],
    };

    private static string Plan(MatchingProblem problem) =>
        string.Join(' ', Solve(problem).Plan.Pairs.Select(pair => $"{pair.Resident}-{pair.Offer.Value}"));

    private static string Plan(Seeker[] people, params MatchingOffer[] offers) => Plan(Round(people, offers));

    [Fact]
    public void C9_One_place_goes_to_the_more_urgent_band_however_long_others_wait_or_well_they_fit() =>
        Assert.Equal("R2-V1", Plan([Person("R1", 2, 300, 3), Person("R2", 1, 1)], Volunteer("V1", 1, "gardening", "music", "cards")));

    [Fact]
    public void C9_Within_a_band_it_goes_to_the_longer_wait_and_no_known_wait_comes_last()
    {
        Assert.Equal("R2-V1", Plan([Person("R1", 2, 10, 3), Person("R2", 2, 11)], Volunteer("V1", 1, "gardening", "music", "cards")));
        Assert.Equal("R2-V1", Plan([Person("R1", 2, null, 3), Person("R2", 2, 0)], Volunteer("V1", 1, "gardening", "music", "cards")));
    }

    [Fact]
    public void C9_An_empty_band_ranks_as_the_policy_says_and_is_listed()
    {
        var problem = Round([Person("R1", null, 300), Person("R2", 3, 1)], Volunteer("V1", 1));
        Assert.Equal("R2-V1", Plan(problem));
        var urgent = problem with { Policy = MatchingPolicy.Default with { BandWhenEmpty = 2 } };
        Assert.Equal("R1-V1", Plan(urgent));
        Assert.Contains("need band not recorded, ranked as 2", Assert.Single(Solve(urgent).Matches).ToCheckFirst);
    }

    [Fact]
    public void C9_Equal_waits_are_drawn_by_lot_and_the_lot_hangs_on_the_day_and_who_is_frozen_alone()
    {
        Seeker[] people = [Person("R1", 2, 10), Person("R2", 2, 10)];
        var problem = Round(people, Volunteer("V1", 1));
        var first = people.OrderBy(person => Lottery.Draw(problem.LotterySeed, person.Resident)).First().Resident;
        Assert.Equal($"{first}-V1", Plan(problem));
        Assert.Equal($"{first}-V1", Plan(problem with { Round = RoundName.Of("another-name") }));
        Assert.Equal(Lottery.Seed(people.Reverse().Select(person => person.Resident), Day), problem.LotterySeed);
    }

    [Fact]
    public void C9_A_wish_is_added_wherever_moving_others_makes_room_so_that_most_are_helped()
    {
        // R1 could have either, R2 (less urgent) only V1: taking each in turn must not leave R2 out.
        var onlyFirst = Person("R2", 4, 1) with { Exclusions = [VolunteerId.Of("V2")] };
        var best = Volunteer("V1", 1, "gardening", "music", "cards");
        Assert.Equal("R1-V2 R2-V1", Plan([Person("R1", 1, 99, 3), onlyFirst], best, Volunteer("V2", 1)));
    }

    [Fact]
    public void C9_Among_plans_helping_the_same_people_the_largest_sum_of_fit_is_taken()
    {
        // R1 would gain 100 more with V1, R2 300 more: together 400 points against 200 the other way round.
        var best = Volunteer("V1", 1, "gardening", "music", "cards");
        var plan = Solve([Person("R1", 1, 99, 1), Person("R2", 4, 1, 3)], best, Volunteer("V2", 1));
        Assert.Equal(("V2", "V1"), (plan.Plan.Pairs[0].Offer.Value, plan.Plan.Pairs[1].Offer.Value));
        Assert.Equal(366 + 666, plan.Plan.Objective.Fit);
    }

    [Fact]
    public void C9_Of_equal_plans_the_smallest_list_of_reference_and_offer_is_taken_as_bytes()
    {
        Assert.Equal("R10-V1 R2-V10 R3-V2", Plan([Person("R2", 1, 9), Person("R10", 4, 1), Person("R3", 1, 9)],
            Volunteer("V2", 1), Volunteer("V10", 1), Volunteer("V1", 1)));
    }

    [Fact]
    public void C9_One_person_may_be_given_one_of_each_sort_and_never_two_of_one()
    {
        var both = Person("R1", 1, 9) with
        {
            Seeking = [OfferKind.Befriending, OfferKind.DigitalBuddy, OfferKind.LunchClub, OfferKind.Activity], Available = default,
            Languages = [],
        };
        var buddy = Volunteer("V2", 1) with { Kinds = [OfferKind.DigitalBuddy] };
        var other = Lunch with { Offer = new OfferId(OfferHolder.Group, "G2") };
        Assert.Equal("R1-V1 R1-G0007", Plan([both], Volunteer("V1", 1), buddy, Lunch, other));
    }

    [Fact]
    public void C9_A_pin_is_kept_before_everybody_and_a_forbid_keeps_the_two_apart()
    {
        var problem = Round([Person("R1", 1, 99), Person("R2", 4, 1)], Volunteer("V1", 1), Volunteer("V2", 0));
        PairRule pair = new(ResidentId.Of("R2"), OfferId.Of(VolunteerId.Of("V1")), "they know each other", "C012");
        Assert.Equal("R2-V1", Plan(problem with { Pins = [pair] }));
        Assert.Equal("R1-V1", Plan(problem));
        Assert.Equal("R2-V1", Plan(problem with { Forbids = [pair with { Resident = ResidentId.Of("R1") }] }));
    }
}
