using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Reasons;
using static Networks.Matching.Tests.Rules.BatleyEast;

namespace Networks.Matching.Tests.Rules;

public class C8DistanceTests
{
    private static readonly ContactMode[] Out = [ContactMode.OutAndAbout];

    /// <summary>
    /// One degree of a great circle is 6371008.8 m x pi / 180 = 111195.0797 m. So 0.01 degrees north are 1111.95, 0.001 degrees 111.195 and
    /// 0.00001 degrees 1.112 m. 0.01 degrees east at 60 degrees north are half of 1111.95, 555.98 m. From (53.72, -1.63) to
    /// (53.73, -1.61) it is 1111.95 m north and 0.02 x 111195.08 x cos 53.725 = 1315.87 m east, together 1722.8 m. Half way round
    /// it is 180 x 111195.0797 = 20015114.3 m.
    /// </summary>
    [Theory]
    [InlineData(53.72, -1.63, 53.72, -1.63, 0)]
    [InlineData(53.72, -1.63, 53.73, -1.63, 1112)]
    [InlineData(53.72, -1.63, 53.721, -1.63, 111)]
    [InlineData(53.72, -1.63, 53.72001, -1.63, 1)]
    [InlineData(53.72, -1.63, 53.720004, -1.63, 0)]
    [InlineData(53.72, -1.63, 53.720005, -1.63, 1)]
    [InlineData(60, 10, 60, 10.01, 556)]
    [InlineData(53.72, -1.63, 53.73, -1.61, 1723)]
    [InlineData(0, 0, 0, 180, 20015114)]
    [InlineData(51.5074, -0.1278, 48.8566, 2.3522, 343557)]
    public void C8_Distance_is_a_great_circle_of_radius_6371_0088_km_rounded_half_up_to_whole_metres(
        double latitude, double longitude, double otherLatitude, double otherLongitude, int metres)
    {
        var (one, other) = (new GeoPoint(latitude, longitude), new GeoPoint(otherLatitude, otherLongitude));
        Assert.Equal((metres, metres), (one.DistanceTo(other).Value, other.DistanceTo(one).Value));
    }

    [Theory]
    [InlineData(1400, true)]
    [InlineData(1399, false)]
    [InlineData(1401, true)]
    public void C8_The_whole_metres_are_compared_with_the_limit_by_at_most(int limit, bool passes) =>
        Assert.Equal(passes, Judge(Her, Visitor with { TravelMetresMax = new Metres(limit) }).Passes);

    /// <summary>She is 1,400 m from the volunteer and 600 m from the group. Limits in metres; -1 = not known.</summary>
    [Theory]
    [InlineData("visit", 0, 5000, true)]
    [InlineData("visit", 9000, 1000, false)]
    [InlineData("visit", 0, -1, true)]
    [InlineData("group", 800, 0, true)]
    [InlineData("group", 500, 9000, false)]
    [InlineData("group", -1, 0, true)]
    [InlineData("out-and-about", 5000, 5000, true)]
    [InlineData("out-and-about", 1000, 5000, false)]
    [InlineData("out-and-about", 5000, 1000, false)]
    [InlineData("out-and-about", -1, -1, true)]
    [InlineData("phone", 0, 0, true)]
    [InlineData("online", 0, 0, true)]
    public void C8_A_visit_keeps_the_volunteers_limit_a_group_the_residents_out_and_about_both_phone_and_online_none(
        string how, int hers, int theirs, bool passes)
    {
        var group = how == "group";
        ContactMode[] modes = group ? [] : [Mode(how)];
        var her = Her with { TravelMetresMax = Limit(hers), Modes = [.. modes], Available = default };
        var offer = (group ? Lunch : Visitor) with { TravelMetresMax = Limit(theirs), Modes = [.. modes] };
        var verdict = Judge(her, offer);
        Assert.Equal((passes, !passes), (verdict.Passes, verdict.Blocks(Constraint.TooFar)));
        Assert.Equal(how is "phone" or "online", verdict.Distance is null);
    }

    [Fact]
    public void C8_A_limit_that_is_not_known_is_the_policys_five_kilometres_unless_it_says_otherwise()
    {
        var visitor = Visitor with { TravelMetresMax = null };
        Assert.True(Judge(Her, visitor with { Place = North(5000) }).Passes);
        Assert.False(Judge(Her, visitor with { Place = North(5001) }).Passes);
        var short_ = MatchingPolicy.Default with { DefaultTravel = new Metres(1399) };
        Assert.False(Judge(Her, visitor, short_).Passes);
        Assert.False(Judge(Her with { Available = default }, Lunch with { Place = North(1400) }, short_).Passes);
        Assert.True(Judge(Her, Visitor, short_).Passes);
    }

    [Fact]
    public void C8_Without_coordinates_the_wards_point_counts_and_is_listed_to_be_checked_first()
    {
        const Unknowns places = Unknowns.HerPlace | Unknowns.OfferPlace;
        var hers = Judge(Her with { Home = null }, Visitor, ward: North(1000));
        Assert.Equal((400, Unknowns.HerPlace), (hers.Distance!.Value.Value, hers.Unknown & places));
        var theirs = Judge(Her, Visitor with { Place = null }, ward: North(1000));
        Assert.Equal((1000, Unknowns.OfferPlace), (theirs.Distance!.Value.Value, theirs.Unknown & places));
        var problem = Round([Her with { Home = null }], Visitor);
        var solved = Solve(problem with { Wards = [problem.Wards[0] with { Point = North(1000) }] });
        Assert.Contains("distance taken from the middle of the person's ward", Assert.Single(solved.Matches).ToCheckFirst);
    }

    [Fact]
    public void C8_No_point_at_all_is_details_missing()
    {
        Assert.Equal(UnmatchedReason.DetailsMissing, Unmatched(Her with { Home = null }, Visitor).Reason);
        Assert.Equal(UnmatchedReason.DetailsMissing,
            Unmatched(Her with { Home = null, Modes = [.. Out] }, Visitor with { Modes = [.. Out] }).Reason);
        var placeless = Visitor with { Modes = [ContactMode.Phone], Place = null };
        var byPhone = Solve([Her with { Home = null, Modes = [ContactMode.Phone] }], placeless);
        Assert.Null(Assert.Single(byPhone.Matches).Pair.Distance);
    }

    private static Metres? Limit(int metres) => metres < 0 ? null : new Metres(metres);

    private static ContactMode Mode(string word) => Vocabulary<ContactMode>.TryParse(word, out var mode) ? mode : default;
}
