using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Matching.Reasons;

/// <summary>Small pieces of plain English that sentences are made of.</summary>
internal static class Phrases
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Parts = ["mornings", "afternoons", "evenings"];

    /// <summary>Up to twelve in words.</summary>
    public static string Count(int number) =>
        number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first letter as a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
    };

    /// <summary>"Tuesday mornings"; three or more as their number would read badly, so the first two and "at other times".</summary>
    public static string Slots(TimeSlots slots)
    {
        var taken = Enumerable.Range(0, 21).Where(at => (slots.Bits & (1 << at)) != 0);
        ImmutableArray<string> words = [.. taken.Select(at => $"{Days[at / 3]} {Parts[at % 3]}")];
        return words.Length <= 2 ? List(words) : $"{words[0]}, {words[1]} and other times";
    }

    /// <summary>"Tuesdays".</summary>
    public static string WeekDays(TimeSlots slots) =>
        List([.. Enumerable.Range(0, 21).Where(at => (slots.Bits & (1 << at)) != 0).Select(at => Days[at / 3] + "s").Distinct()]);

    /// <summary>"1.4 km"; under a tenth "under 0.1 km".</summary>
    public static string Distance(Metres metres) =>
        metres.Value < 100 ? "under 0.1 km" : string.Create(CultureInfo.InvariantCulture, $"{metres.Value / 1000.0:0.0} km");

    /// <summary>"5 km", "0.8 km".</summary>
    public static string Limit(Metres metres) => string.Create(CultureInfo.InvariantCulture, $"{metres.Value / 1000.0:0.#} km");

    /// <summary>Who comes for a one-to-one kind: "a visitor".</summary>
    public static string AVisitor(OfferKind kind) => "a " + Visitor(kind);

    /// <summary>Who comes for a one-to-one kind.</summary>
    public static string Visitor(OfferKind kind) => kind switch
    {
        OfferKind.Befriending => "visitor",
        OfferKind.PeerMentoring => "peer mentor",
        OfferKind.Connecting => "community connector",
        OfferKind.Homeshare => "homesharer",
        OfferKind.DigitalBuddy => "digital buddy",
        OfferKind.Transport => "driver",
        _ => Group(kind),
    };

    /// <summary>What a group of a kind is called.</summary>
    public static string Group(OfferKind kind) => kind switch
    {
        OfferKind.LunchClub => "lunch club",
        OfferKind.PeerSupport => "peer support group",
        OfferKind.WarmSpace => "warm space",
        OfferKind.DigitalSkills => "digital skills group",
        OfferKind.Hub => "community hub",
        OfferKind.Online => "online group",
        _ => "group",
    };

    /// <summary>"visitors", "lunch clubs".</summary>
    public static string Plural(string noun) => noun.EndsWith('y') ? noun[..^1] + "ies" : noun + "s";

    /// <summary>"She", "He" or "They".</summary>
    public static string They(Gender? gender) => gender switch { Gender.Female => "She", Gender.Male => "He", _ => "They" };

    /// <summary>"her", "him" or "them".</summary>
    public static string Them(Gender? gender) => gender switch { Gender.Female => "her", Gender.Male => "him", _ => "them" };
}
