using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using static Networks.Matching.Tests.Rules.BatleyEast;

namespace Networks.Matching.Tests.Rules;

public class C9FitTests
{
    /// <summary>
    /// 1.4 km of 5: 300 x (5000 - 1400) div 5000 = 1080000 div 5000 = 216. Gardening 100, Tuesday mornings 50, Urdu first 100: 466.
    /// 0.6 km of the 0.8 she can walk: 300 x 200 div 800 = 75. Cards 100, Thursdays 50, English first 100: 325.
    /// </summary>
    [Fact]
    public void C9_The_fits_of_two_known_pairs_are_466_and_325()
    {
        Assert.Equal(466, Judge(Her, Visitor).Fit);
        var him = Her with { Languages = ["en"], Interests = ["cards"], Available = ThursdayNoon, TravelMetresMax = new Metres(800) };
        Assert.Equal(325, Judge(him, Lunch).Fit);
    }

    /// <summary>Each row worked out by hand: 300 x (limit - metres) div limit, rounded down; a limit of 0 scores in full.</summary>
    [Theory]
    [InlineData(5000, 0, 300)]
    [InlineData(5000, 5000, 0)]
    [InlineData(5000, 4999, 0)]
    [InlineData(5000, 4983, 1)]
    [InlineData(3000, 1000, 200)]
    [InlineData(800, 600, 75)]
    [InlineData(700, 1, 299)]
    [InlineData(0, 0, 300)]
    public void C9_Distance_scores_300_times_what_is_left_of_the_limit(int limit, int metres, int points)
    {
        var nothing = Her with { Languages = [], Interests = [], Available = default };
        var visitor = Visitor with { TravelMetresMax = new Metres(limit), Place = North(metres) };
        Assert.Equal(points, Judge(nothing, visitor).Fit);
    }

    [Theory]
    [InlineData(ContactMode.Phone)]
    [InlineData(ContactMode.Online)]
    public void C9_By_phone_and_online_distance_scores_in_full(ContactMode mode)
    {
        var verdict = Judge(Her with { Modes = [mode] }, Visitor with { Modes = [mode], Place = North(90_000) });
        Assert.Equal((300 + 100 + 50 + 100, null), (verdict.Fit, verdict.Distance));
    }

    [Theory]
    [InlineData("", "cards", 0)]
    [InlineData("cards", "cards;music", 100)]
    [InlineData("cards;music", "music;cards", 200)]
    [InlineData("a;b;c", "a;b;c", 300)]
    [InlineData("a;b;c;d;e", "e;d;c;b;a", 300)]
    [InlineData("cards;cards", "cards;cards", 100)]
    [InlineData("Cards", "cards", 0)]
    public void C9_Each_shared_interest_scores_100_at_most_300(string hers, string theirs, int points)
    {
        var her = Bare with { Interests = Words(hers) };
        Assert.Equal(points, Judge(her, Near with { Interests = Words(theirs) }).Fit - 300);
    }

    [Theory]
    [InlineData(0b1, 0b1, 50)]
    [InlineData(0b111, 0b110, 100)]
    [InlineData(0b11111, 0b1111, 200)]
    [InlineData(0b11111, 0b11111, 200)]
    [InlineData(0, 0b1, 0)]
    public void C9_Each_shared_slot_scores_50_at_most_200(int hers, int theirs, int points) =>
        Assert.Equal(points, Judge(Bare with { Available = new(hers) }, Near with { Available = new(theirs) }).Fit - 300);

    [Theory]
    [InlineData("ur;en", "ur", 100)]
    [InlineData("Urdu;en", "en;ur", 100)]
    [InlineData("en;ur", "ur", 0)]
    [InlineData("", "ur", 0)]
    [InlineData("en", "", 0)]
    public void C9_Her_first_listed_language_shared_scores_100(string hers, string theirs, int points) =>
        Assert.Equal(points, Judge(Bare with { Languages = Words(hers) }, Near with { Languages = Words(theirs) }).Fit - 300);

    [Theory]
    [InlineData("carer", "carer;bereaved", 100)]
    [InlineData("carer;bereaved", "bereaved;carer", 100)]
    [InlineData("", "carer", 0)]
    public void C9_A_shared_situation_scores_100_and_without_consent_none_is_frozen(string hers, string theirs, int points)
    {
        var group = Lunch with { Place = Home, Situations = Words(theirs), Interests = [], Available = default };
        Assert.Equal(points, Judge(Bare with { Situations = Words(hers) }, group).Fit - 300);
    }

    [Fact]
    public void C9_No_fit_is_more_than_1000()
    {
        var slots = new TimeSlots(0b111111);
        ImmutableArray<string> much = ["a", "b", "c", "d", "e"];
        var her = Bare with { Interests = much, Available = slots, Languages = ["ur"], Situations = ["carer", "bereaved"] };
        var all = Lunch with
        {
            Place = Home, Interests = much, Available = slots, Languages = ["ur"], Situations = ["carer", "bereaved"],
        };
        Assert.Equal(1000, Judge(her, all).Fit);
    }

    [Fact]
    public void C9_The_policys_defaults_are_band_4_five_kilometres_21_days_and_no_soft_wish()
    {
        var policy = MatchingPolicy.Default;
        Assert.Equal((4, 5000, 21, 0), (policy.BandWhenEmpty, policy.DefaultTravel.Value, policy.HoldDays, policy.Soft.Length));
        Assert.Equal(["references", "interview", "induction"], policy.ChecksFor(ContactMode.Visit).ToArray());
        Assert.Equal(["references", "induction"], policy.ChecksFor(ContactMode.Phone).ToArray());
        Assert.DoesNotContain(policy.RequiredChecks, checks => checks.Kinds.Any(kind => kind.StartsWith("dbs", StringComparison.Ordinal)));
    }

    private static Seeker Bare => Her with { Languages = [], Interests = [], Available = default };

    private static MatchingOffer Near => Visitor with { Place = Home, Languages = [], Interests = [], Available = default };

    private static ImmutableArray<string> Words(string list) => [.. list.Split(';', StringSplitOptions.RemoveEmptyEntries)];
}
