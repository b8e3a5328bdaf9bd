using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Fits;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Reasons;

/// <summary>Why a pair is proposed, for the coordinator, and how to put it to the person.</summary>
internal static class MatchWords
{
    /// <summary>"Both speak Urdu first; both free on Tuesday mornings; both like gardening; 1.4 km, within V0031's 5 km."</summary>
    public static string Why(Seeker seeker, MatchingOffer offer, PlannedPair pair, Verdict verdict, MatchingProblem problem)
    {
        var parts = new List<string>();
        if (pair.Pinned)
        {
            var pin = problem.Pins.First(rule => rule.Resident == pair.Resident && rule.Offer == pair.Offer);
            parts.Add($"put together by hand ({pin.By}: {pin.Reason})");
        }

        if (offer.Offer.Holder == OfferHolder.Group)
        {
            parts.Add(offer.Places is { } places ? $"{Phrases.Count(places)} free place{(places == 1 ? "" : "s")}" : "no limit of places");
        }

        Add(parts, Language(seeker, offer));
        Add(parts, Time(seeker, offer));
        Add(parts, Interests(seeker, offer));
        Add(parts, seeker.Situations.Any(offer.Situations.Contains) ? "for people in the same situation" : null);
        Add(parts, Distance(seeker, offer, pair, verdict));
        Add(parts, pair.Mode is null ? null : "checks in date");
        return Phrases.Sentence(string.Join("; ", parts)) + ".";
    }

    /// <summary>Names nobody, and no score or band.</summary>
    public static string ForThePerson(Seeker seeker, MatchingOffer offer, PlannedPair pair) =>
        offer.Offer.Holder == OfferHolder.Group ? GroupWords(seeker, offer, pair) : VisitWords(seeker, offer, pair);

    private static string VisitWords(Seeker seeker, MatchingOffer offer, PlannedPair pair)
    {
        var shared = seeker.Available.Shared(offer.Available);
        var when = shared.IsEmpty ? "" : $" on {Phrases.Slots(shared)}";
        var what = pair.Mode switch
        {
            ContactMode.Phone => "ring you",
            ContactMode.Online => "meet you online",
            ContactMode.OutAndAbout => "go out with you",
            _ => "visit",
        };
        var traits = new List<string>();
        Add(traits, SharedLanguage(seeker, offer) is { } language ? $"{Speaks(offer.Gender)} {language}" : null);
        var interests = Shared(seeker, offer);
        Add(traits, interests.Length > 0 ? $"{Likes(offer.Gender)} {Phrases.List(interests)}" : null);
        var who = traits.Count > 0 ? $" {Phrases.They(offer.Gender)} {string.Join(" and ", traits)}." : "";
        return $"We know someone who could {what}{when}.{who} Would you like to meet {Phrases.Them(offer.Gender)}?";
    }

    private static string GroupWords(Seeker seeker, MatchingOffer offer, PlannedPair pair)
    {
        var days = offer.Available.IsEmpty ? "" : $" on {Phrases.WeekDays(offer.Available)}";
        var far = pair.Distance is { Value: <= 1000 } ? ", a short walk away" : pair.Distance is not null ? ", not far from you" : "";
        var interests = Shared(seeker, offer);
        var like = interests.Length > 0 ? $" There is {Phrases.List(interests)}, which you like." : "";
        var what = pair.Kind == OfferKind.LunchClub ? "lunch" : Phrases.Group(pair.Kind);
        return $"There is a friendly {what}{days}{far}.{like} Would you like to try it?";
    }

    private static string? Language(Seeker seeker, MatchingOffer offer)
    {
        if (SharedLanguage(seeker, offer) is not { } language)
        {
            return null;
        }

        var first = seeker.Languages.Length > 0 && offer.Languages.Length > 0
            && Languages.Tag(seeker.Languages[0]) == Languages.Tag(offer.Languages[0]);
        var both = first ? $"both speak {language} first" : $"both speak {language}";
        return offer.Offer.Holder == OfferHolder.Group ? $"{language} is spoken there" : both;
    }

    private static string? SharedLanguage(Seeker seeker, MatchingOffer offer)
    {
        var theirs = offer.Languages.Select(Languages.Tag).ToHashSet();
        var shared = seeker.Languages.FirstOrDefault(language => theirs.Contains(Languages.Tag(language)));
        return shared is null ? null : Languages.Name(shared);
    }

    private static string? Time(Seeker seeker, MatchingOffer offer)
    {
        var shared = seeker.Available.Shared(offer.Available);
        var group = offer.Offer.Holder == OfferHolder.Group;
        return shared.IsEmpty ? null : group ? $"{Phrases.WeekDays(shared)} suit" : $"both free on {Phrases.Slots(shared)}";
    }

    private static string? Interests(Seeker seeker, MatchingOffer offer)
    {
        var shared = Shared(seeker, offer);
        return shared.Length == 0 ? null : $"{(offer.Offer.Holder == OfferHolder.Group ? "there is" : "both like")} {Phrases.List(shared)}";
    }

    private static string? Distance(Seeker seeker, MatchingOffer offer, PlannedPair pair, Verdict verdict)
    {
        if (pair.Distance is not { } far || verdict.Limit is not { } limit)
        {
            return pair.Mode switch { ContactMode.Phone => "by telephone", ContactMode.Online => "online", _ => null };
        }

        var whose = pair.Mode switch
        {
            ContactMode.Visit => offer.Offer.Value + "'s",
            ContactMode.OutAndAbout => "both their",
            _ => seeker.Resident.Value + "'s",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Phrases.Distance(far)}, within {whose} {Phrases.Limit(limit)}");
    }

    private static string[] Shared(Seeker seeker, MatchingOffer offer) => [.. seeker.Interests.Where(offer.Interests.Contains).Distinct()];

    private static string Speaks(Domain.Residents.Gender? gender) => Phrases.They(gender) == "They" ? "speak" : "speaks";

    private static string Likes(Domain.Residents.Gender? gender) => Phrases.They(gender) == "They" ? "like" : "likes";

    private static void Add(List<string> parts, string? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }
}
