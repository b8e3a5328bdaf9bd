using Networks.Domain.Matches;
using Networks.Domain.Measures;

namespace Networks.Matching.Reasons;

/// <summary>
/// How a match is put to the person: in plain words that name nobody, give no score and no band, and promise nothing that has not been
/// asked.
/// </summary>
internal static class WordsForHer
{
    private const int NearMetresMax = 1000;

    /// <summary>
    /// "We know someone who could visit on Tuesday mornings. She speaks Urdu and likes gardening. Would you like to meet her?"
    /// </summary>
    public static string Of(MatchedPair match) => match.IsGroup ? OfGroup(match) : OfSomeone(match);

    private static string OfSomeone(MatchedPair match)
    {
        var gender = match.Offer.Gender;
        var traits = new List<string>();
        if (match.Language is { } language)
        {
            traits.Add(Phrases.Speaks(gender, language));
        }

        if (match.Interests.Length > 0)
        {
            traits.Add($"{Phrases.Verb(gender, "like")} {Phrases.List(match.Interests)}");
        }

        var who = traits.Count > 0 ? $" {Phrases.They(gender)} {string.Join(" and ", traits)}." : "";
        var meet = match.Pair.Mode == ContactMode.Phone ? "talk to" : "meet";
        var others = match.Together.IsEmpty ? "" : " It would be for you and whoever else at home asked to be met together with you.";
        return $"We know someone who could {Does(match)}.{who}{others} Would you like to {meet} {Phrases.Them(gender)}?";
    }

    private static string Does(MatchedPair match)
    {
        var when = match.Shared.IsEmpty ? "" : $" on {Phrases.Slots(match.Shared)}";
        var meets = match.Pair.Mode switch
        {
            ContactMode.Phone => "ring you",
            ContactMode.Online => "meet you online",
            ContactMode.OutAndAbout => "go out with you",
            _ => "visit",
        };
        return match.Pair.Kind switch
        {
            OfferKind.Homeshare => $"share {Phrases.Their(match.Offer.Gender)} home with you",
            OfferKind.Transport => $"drive you{when}",
            OfferKind.PeerMentoring => $"{meets}{when} and be a mentor to you",
            OfferKind.Connecting => $"{meets}{when} and help you find things to do",
            OfferKind.DigitalBuddy => $"{meets}{when} and help you with phones and computers",
            _ => meets + when,
        };
    }

    private static string OfGroup(MatchedPair match)
    {
        var days = match.Offer.Available.IsEmpty ? "" : $" on {Phrases.WeekDays(match.Offer.Available)}";
        var far = match.Pair.Distance is not { } distance ? "" : distance.Value > NearMetresMax ? ", not far from you"
            : match.Seeker.AccessNeeds.IsEmpty ? ", a short walk away" : ", near you";
        var like = match.Interests.Length > 0 ? $" It is for people who like {Phrases.List(match.Interests)}, as you do." : "";
        var language = match.Language is { } hers && Languages.Tag(hers) != "en" ? $" People there speak {Languages.Name(hers)}." : "";
        var lift = match.Seeker.AccessNeeds.Contains("transport") ? " We can ask about a lift there and back." : "";
        return $"There is {What(match.Pair.Kind)}{days}{far}.{like}{language}{lift} Would you like to try it? "
            + "We can ask if someone could come with you the first time.";
    }

    private static string What(OfferKind kind) => kind switch
    {
        OfferKind.LunchClub => "a friendly lunch",
        OfferKind.PeerSupport => "a friendly group where people support each other",
        OfferKind.WarmSpace => "a warm and friendly place to be",
        OfferKind.DigitalSkills => "a friendly group for phones and computers",
        OfferKind.Hub => "a friendly community centre",
        OfferKind.Online => "a friendly group that meets online",
        _ => "a friendly group",
    };
}
