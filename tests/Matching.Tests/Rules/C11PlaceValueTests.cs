using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.MarginalValues;
using Networks.Matching.Problems;
using static Networks.Matching.Tests.Rules.BatleyEast;

namespace Networks.Matching.Tests.Rules;

/// <summary>What is said of one more place, on rounds that can be followed by eye.</summary>
public class C11PlaceValueTests
{
    private static Seeker Person(int number, int band, int waited) => Her with
    {
        Resident = ResidentId.Of($"R{number:00000}"), PriorityBand = band, WaitingSince = Day.AddDays(-waited),
    };

    private static MarginalValue Value(MatchingProblem problem, string offer) =>
        Solve(problem).MarginalValues.Single(value => value.Offer.Value == offer);

    [Fact]
    public void C11_One_more_place_names_who_would_gain_and_a_place_fewer_who_would_wait()
    {
        var problem = Round([Person(1, 1, 90), Person(2, 1, 80), Person(583, 1, 75), Person(700, 2, 10)], Visitor with { Places = 2 });
        var value = Value(problem, "V0031");
        Assert.Equal((1, 1, 466L, -1, "R00583"),
            (value.PlusOneMatches, value.PlusOneBand, value.PlusOneFit, value.MinusOneMatches, value.FirstPerson!.Value.Value));
        Assert.Equal([2, 2, 2, 2], value.FurtherMatches.ToArray());
        Assert.Equal("One more place with V0031 would let one more person (need band 1, waiting 75 days) have a visitor; a second would "
            + "help one more, a third nobody. With one place fewer, one person would wait.", value.Sentence);
    }

    [Fact]
    public void C11_Where_places_are_free_more_help_nobody_and_visitors_are_looked_for_instead()
    {
        var people = Enumerable.Range(1, 9).Select(number => Person(number, 1, number) with
        {
            Seeking = [OfferKind.LunchClub], Languages = ["en"], Available = ThursdayNoon,
        });
        var value = Value(Round([.. people], Lunch with { Places = 12 }), "G0007");
        Assert.Equal((0, null, 0L, 0, null),
            (value.PlusOneMatches, value.PlusOneBand, value.PlusOneFit, value.MinusOneMatches, value.FirstPerson));
        Assert.Equal(
            "More places here would help nobody in this round: 3 of 12 are still free. Look for visitors instead.", value.Sentence);
    }

    [Fact]
    public void C11_A_place_may_be_worth_fit_alone()
    {
        var near = Visitor with { Offer = OfferId.Of(VolunteerId.Of("V0044")), Place = Home };
        var value = Value(Round([Person(1, 1, 9), Person(2, 1, 8)], Visitor with { Places = 2 }, near), "V0044");
        // 84 points: 300 at no distance against 216 at 1.4 km.
        Assert.Equal((0, null, 84L), (value.PlusOneMatches, value.PlusOneBand, value.PlusOneFit));
        Assert.Equal(
            "One more place here would help nobody more, but would fit better by 84 points over the whole plan.", value.Sentence);
    }

    [Fact]
    public void C11_A_group_without_limit_gains_nothing_from_more()
    {
        var value = Value(Round([Person(1, 1, 9)], Lunch with { Places = null }), "G0007");
        Assert.Equal((null, 0, 0), (value.Places, value.PlusOneMatches, value.MinusOneMatches));
        Assert.Equal("It has no limit of places, so more would change nothing.", value.Sentence);
    }
}
