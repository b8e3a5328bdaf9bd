using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using static Networks.Matching.Tests.Rules.BatleyEast;

namespace Networks.Matching.Tests.Rules;

/// <summary>The sentences that coordinators and people were promised, word for word.</summary>
public class WordsOfMatchesTests
{
    // 2.8 km to the south: 300 x 2200 div 5000 = 132 points for it, less one; with Urdu, Tuesday mornings and gardening 381, 85 fewer.
    private static readonly MatchingOffer Second = Visitor with { Offer = OfferId.Of(VolunteerId.Of("V0044")), Place = North(-2810) };

    private static MatchReason Match(Seeker seeker, params MatchingOffer[] offers) => Assert.Single(Solve([seeker], offers).Matches);

    private static MatchReason By(ContactMode mode) => Match(Her with { Modes = [mode] }, Visitor with { Modes = [mode] });

    private static MatchReason As(OfferKind kind) => Match(Her with { Seeking = [kind] }, Visitor with { Kinds = [kind] });

    private static MatchReason In(OfferKind kind) => Match(
        Her with
        {
            Seeking = [kind], Languages = ["en"], Interests = ["cards"], Available = ThursdayNoon, TravelMetresMax = new Metres(800),
        },
        Lunch with { Kinds = [kind] });

    [Fact]
    public void A_match_in_full_says_who_why_how_far_how_long_and_what_next()
    {
        var match = Match(Her, Visitor, Second);
        Assert.Equal("V0031 could visit R00417. Both speak Urdu first, are free on Tuesday mornings and like gardening; 1.4 km, within the "
            + "5 km V0031 travels; checks in date. R00417 has waited 61 days, in the most urgent group. Next best would be V0044 "
            + "(85 points weaker over the whole plan). We do not know about pets: please ask both. Nothing is sent to anyone until you "
            + "approve.", match.InFull);
    }

    [Fact]
    public void The_row_of_a_visitor_says_why_and_how_to_put_it()
    {
        var match = Match(Her, Visitor, Second);
        Assert.Equal((466, "V0044", 85L), (match.Pair.Fit, match.NextBest!.Value.Value, match.NextBestCosts));
        Assert.Equal("Both speak Urdu first; both free on Tuesday mornings; both like gardening; 1.4 km, within V0031's 5 km.", match.Why);
        Assert.Equal("We know someone who could visit on Tuesday mornings. She speaks Urdu and likes gardening. "
            + "Would you like to meet her?", match.WordsForThePerson);
        Assert.Equal(["pets at home not recorded"], match.ToCheckFirst.ToArray());
    }

    [Fact]
    public void The_row_of_a_lunch_club_says_why_and_how_to_put_it()
    {
        var match = In(OfferKind.LunchClub);
        Assert.Equal((325, null), (match.Pair.Fit, match.Pair.Mode));
        Assert.Equal("Three free places; cards, which she likes; 0.6 km, within the 0.8 km she can walk; Thursdays suit her.", match.Why);
        Assert.Equal("There is a friendly lunch on Thursdays, a short walk away. It is for people who like cards, as you do. Would "
            + "you like to try it? We can ask if someone could come with you the first time.", match.WordsForThePerson);
        Assert.Empty(match.ToCheckFirst);
        Assert.StartsWith("R00417 could join G0007, a lunch club. Three free places; cards, which she likes; Thursdays suit her; 0.6 km, "
            + "within the 0.8 km she can walk. R00417 has waited 61 days", match.InFull, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ContactMode.Phone, "V0031 could ring R00417.", "could ring you on Tuesday mornings.", "talk to her?", "; by telephone.")]
    [InlineData(ContactMode.Online, "V0031 could meet R00417 online.", "could meet you online on Tuesday", "meet her?", "; online.")]
    [InlineData(ContactMode.OutAndAbout, "V0031 could go out with R00417.", "could go out with you on", "meet her?", "out and about.")]
    public void Every_way_of_meeting_has_its_words(ContactMode mode, string full, string words, string question, string why)
    {
        var match = By(mode);
        Assert.StartsWith(full, match.InFull, StringComparison.Ordinal);
        Assert.Contains(words, match.WordsForThePerson, StringComparison.Ordinal);
        Assert.EndsWith(question, match.WordsForThePerson, StringComparison.Ordinal);
        Assert.EndsWith(why, match.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfferKind.PeerMentoring, "V0031 could visit R00417, as a peer mentor.", "on Tuesday mornings and be a mentor to you.")]
    [InlineData(OfferKind.Connecting, "V0031 could visit R00417, as a community connector.", "and help you find things to do.")]
    [InlineData(OfferKind.DigitalBuddy, "V0031 could visit R00417, as a digital buddy.", "and help you with phones and computers.")]
    [InlineData(OfferKind.Transport, "V0031 could drive R00417.", "could drive you on Tuesday mornings.")]
    [InlineData(OfferKind.Homeshare, "R00417 could share the home of V0031.", "could share her home with you.")]
    public void Every_kind_of_one_to_one_help_has_its_words(OfferKind kind, string full, string words)
    {
        Assert.StartsWith(full, As(kind).InFull, StringComparison.Ordinal);
        Assert.Contains(words, As(kind).WordsForThePerson, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfferKind.Activity, "a group", "a friendly group on Thursdays")]
    [InlineData(OfferKind.PeerSupport, "a peer support group", "a friendly group where people support each other on Thursdays")]
    [InlineData(OfferKind.WarmSpace, "a warm space", "a warm and friendly place to be on Thursdays")]
    [InlineData(OfferKind.DigitalSkills, "a digital skills group", "a friendly group for phones and computers on Thursdays")]
    [InlineData(OfferKind.Hub, "a community hub", "a friendly community centre on Thursdays")]
    [InlineData(OfferKind.Online, "an online group", "a friendly group that meets online on Thursdays.")]
    public void Every_kind_of_group_has_its_words(OfferKind kind, string full, string words)
    {
        Assert.StartsWith($"R00417 could join G0007, {full}.", In(kind).InFull, StringComparison.Ordinal);
        Assert.StartsWith($"There is {words}", In(kind).WordsForThePerson, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Gender.Female, "She speaks Urdu and likes gardening. Would you like to meet her?")]
    [InlineData(Gender.Male, "He speaks Urdu and likes gardening. Would you like to meet him?")]
    [InlineData(Gender.NonBinary, "They speak Urdu and like gardening. Would you like to meet them?")]
    [InlineData(null, "They speak Urdu and like gardening. Would you like to meet them?")]
    public void Nobodys_gender_is_guessed(Gender? gender, string words) =>
        Assert.EndsWith(words, Match(Her, Visitor with { Gender = gender }).WordsForThePerson, StringComparison.Ordinal);

    [Fact]
    public void A_pair_put_together_by_hand_says_by_whom_and_why()
    {
        var pin = new PairRule(Her.Resident, Visitor.Offer, "they met at the library", "C012");
        var match = Assert.Single(Solve(Round([Her], Visitor) with { Pins = [pin] }).Matches);
        Assert.StartsWith("Put together by hand (C012: they met at the library); both speak", match.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("ext best", match.InFull, StringComparison.Ordinal);
    }
}
