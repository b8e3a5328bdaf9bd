using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Problems;

namespace Networks.Matching.Reasons;

/// <summary>Why a pair is proposed, for the coordinator: in one line of a table, and in full.</summary>
internal static class MatchWords
{
    /// <summary>"Both speak Urdu first; both free on Tuesday mornings; both like gardening; 1.4 km, within V0031's 5 km."</summary>
    public static string Why(MatchedPair match)
    {
        var parts = match.IsGroup
            ? [Places(match.Offer), Interests(match), Language(match), Situation(match), Distance(match), Suits(match)]
            : new[]
            {
                Both(match, "speak"), Both(match, "are free"), Both(match, "like"), Distance(match), Way(match), Situation(match),
                TogetherWords.Clause(match),
            };
        return Phrases.Sentence(string.Join("; ", parts.Prepend(ByHand(match)).Where(part => part is not null))) + ".";
    }

    /// <summary>
    /// "V0031 could visit R00417. Both speak Urdu first, are free on Tuesday mornings and like gardening; 1.4 km, within the 5 km V0031
    /// travels; checks in date. R00417 has waited 61 days, in the most urgent group. Next best would be V0044 (85 points weaker over the
    /// whole plan). We do not know about pets: please ask both. Nothing is sent to anyone until you approve."
    /// </summary>
    public static string InFull(MatchedPair match, OfferId? nextBest, long? costs)
    {
        var sentences = new[]
        {
            Could(match), Speaks(match), Waited(match), NextBest(match, nextBest, costs),
            ChecksFirst.Sentences(match.Seeker, match.Offer, match.Verdict), "Nothing is sent to anyone until you approve.",
        };
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    private static string Could(MatchedPair match)
    {
        var (her, them) = (match.Seeker.Resident.Value, match.Offer.Offer.Value);
        var how = match.Pair.Mode switch
        {
            ContactMode.Phone => $"ring {her}",
            ContactMode.Online => $"meet {her} online",
            ContactMode.OutAndAbout => $"go out with {her}",
            _ => $"visit {her}",
        };
        return match.Pair.Kind switch
        {
            OfferKind.Befriending => $"{them} could {how}.",
            OfferKind.Homeshare => $"{her} could share the home of {them}.",
            OfferKind.Transport => $"{them} could drive {her}.",
            _ when match.IsGroup => $"{her} could join {them}, {Phrases.A(KindWords.Noun(match.Pair.Kind))}.",
            _ => $"{them} could {how}, as {Phrases.A(KindWords.Noun(match.Pair.Kind))}.",
        };
    }

    private static string Speaks(MatchedPair match)
    {
        string?[] parts;
        if (match.IsGroup)
        {
            parts = [Places(match.Offer), Interests(match), Language(match), Situation(match), Suits(match), Reach(match)];
        }
        else
        {
            var shared = match.SharedWords().ToArray();
            var both = shared.Length == 0 ? null : "both " + Phrases.List(shared);
            parts =
            [
                both, Reach(match) ?? Way(match), Situation(match), match.ChecksAsked ? "checks in date" : null,
                TogetherWords.Clause(match),
            ];
        }

        var text = string.Join("; ", parts.Prepend(ByHand(match)).Where(part => part is not null));
        return text.Length == 0 ? "" : Phrases.Sentence(text) + ".";
    }

    private static string Waited(MatchedPair match)
    {
        var group = match.Band switch { 1 => "the most", 2 => "the second most", 3 => "the third most", _ => "the least" } + " urgent";
        var her = match.Seeker.Resident.Value;
        return match.WaitingDays is { } days
            ? $"{her} has waited {Phrases.DaysOf(days)}, in {group} group."
            : $"It is not recorded since when {her} has waited, in {group} group.";
    }

    private static string NextBest(MatchedPair match, OfferId? next, long? costs)
    {
        if (match.Pair.Pinned)
        {
            return "";
        }

        return (next, costs) switch
        {
            ({ } other, 0) => $"Next best would be {other.Value} (as good over the whole plan).",
            ({ } other, { } points) => string.Create(CultureInfo.InvariantCulture,
                $"Next best would be {other.Value} ({points} point{(points == 1 ? "" : "s")} weaker over the whole plan)."),
            _ when match.RespectsChoices =>
                "Whatever this person ranks higher is full with people it ranks before.",
            _ => "Without this pair no plan would help the same people.",
        };
    }

    private static string? ByHand(MatchedPair match) => match.Pin is { } pin ? $"put together by hand ({pin.By}: {pin.Reason})" : null;

    private static string Places(MatchingOffer offer) =>
        offer.Places is { } places ? Phrases.Counted(places, "free place") : "no limit of places";

    private static string? Both(MatchedPair match, string begins) =>
        match.SharedWords().FirstOrDefault(shared => shared.StartsWith(begins, StringComparison.Ordinal)) is { } words
            ? "both " + words.Replace("are free", "free", StringComparison.Ordinal) : null;

    private static string? Interests(MatchedPair match) => match.Interests.Length == 0 ? null
        : $"{Phrases.List(match.Interests)}, which {She(match)} {Phrases.Verb(match.Seeker.Gender, "like")}";

    // In most groups English goes without saying; another language is why somebody comes.
    private static string? Language(MatchedPair match) =>
        match.Language is { } language && Languages.Tag(language) != "en" ? $"{Languages.Name(language)} is spoken there" : null;

    private static string? Situation(MatchedPair match) =>
        match.Seeker.Situations.Any(match.Offer.Situations.Contains) ? SituationWords.Same : null;

    private static string? Suits(MatchedPair match) => match.Shared.IsEmpty ? null
        : $"{Phrases.WeekDays(match.Shared)} suit {Phrases.Them(match.Seeker.Gender)}";

    private static string? Way(MatchedPair match) => match.Pair switch
    {
        { Kind: OfferKind.Homeshare } => "at the host's home",
        { Mode: ContactMode.Phone } => "by telephone",
        { Mode: ContactMode.Online } => "online",
        { Mode: ContactMode.OutAndAbout } => "out and about",
        _ => null,
    };

    private static string? Distance(MatchedPair match) => match.IsGroup ? Reach(match)
        : match.Far is not var (far, limit) ? null
        : match.Pair.Mode == ContactMode.OutAndAbout ? $"{far}, within the {limit} both travel"
        : match.Pair.Kind == OfferKind.Homeshare ? $"{far}, within the {limit} {match.Seeker.Resident.Value} would move"
        : $"{far}, within {match.Offer.Offer.Value}'s {limit}";

    // "1.4 km, within the 5 km V0031 travels"; "0.6 km, within the 0.8 km she can walk".
    private static string? Reach(MatchedPair match)
    {
        if (match.Far is not var (far, limit))
        {
            return null;
        }

        var whose = match.IsGroup ? $"{She(match)} can {(match.CanWalk ? "walk" : "travel")}"
            : match.Pair.Mode == ContactMode.OutAndAbout ? "both travel"
            : match.Pair.Kind == OfferKind.Homeshare ? $"{match.Seeker.Resident.Value} would move"
            : $"{match.Offer.Offer.Value} travels";
        return $"{far}, within the {limit} {whose}";
    }

    private static string She(MatchedPair match) => Phrases.They(match.Seeker.Gender).ToLowerInvariant();
}
