using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Matching.Reasons;

/// <summary>Small pieces of plain English that sentences are made of.</summary>
internal static class Phrases
{
    private const int MorningsOfWeek = 0b001_001_001_001_001_001_001;
    private const int MondayToFriday = 0b111_111_111_111_111;

    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Parts = ["mornings", "afternoons", "evenings"];

    /// <summary>Up to twelve in words.</summary>
    public static string Count(int number) =>
        number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>How to write numbers that stand together: all in words, or, if one is more than twelve, all in figures.</summary>
    public static Func<int, string> CountsLike(params int[] numbers) =>
        numbers.Any(number => number >= Numbers.Length) ? number => number.ToString(CultureInfo.InvariantCulture) : Count;

    /// <summary>"one place", "three places", "no places".</summary>
    public static string Counted(int count, string noun) => $"{Count(count)} {(count == 1 ? noun : Plural(noun))}";

    /// <summary>"1 day", "61 days".</summary>
    public static string DaysOf(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} day{(days == 1 ? "" : "s")}");

    /// <summary>The first letter as a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
    };

    /// <summary>"a, b or c".</summary>
    public static string Or(IReadOnlyList<string> words) =>
        words.Count < 2 ? List(words) : string.Join(", ", words.Take(words.Count - 1)) + " or " + words[^1];

    /// <summary>Words of the files as people say them: "board-games" is "board games".</summary>
    public static string[] Spoken(IEnumerable<string> words) => [.. words.Select(word => word.Replace('-', ' '))];

    /// <summary>"Tuesday mornings"; three or more as their number would read badly, so the first two and "other times".</summary>
    public static string Slots(TimeSlots slots)
    {
        var taken = Enumerable.Range(0, 21).Where(at => (slots.Bits & (1 << at)) != 0);
        ImmutableArray<string> words = [.. taken.Select(at => $"{Days[at / 3]} {Parts[at % 3]}")];
        return words.Length <= 2 ? List(words) : $"{words[0]}, {words[1]} and other times";
    }

    /// <summary>
    /// Times in as few words as they allow: "Tuesday mornings", "weekday afternoons", "weekdays"; empty where no short word covers them.
    /// </summary>
    public static string Times(TimeSlots slots)
    {
        if (slots.Count <= 2)
        {
            return Slots(slots);
        }

        var week = (slots.Bits & ~MondayToFriday) == 0 ? "weekday" : (slots.Bits & MondayToFriday) == 0 ? "weekend" : "";
        var part = Array.FindIndex(Parts, name => (slots.Bits & ~(MorningsOfWeek << Array.IndexOf(Parts, name))) == 0);
        return part < 0 ? week.Length == 0 ? "" : week + "s" : week.Length == 0 ? Parts[part] : $"{week} {Parts[part]}";
    }

    /// <summary>"Tuesdays".</summary>
    public static string WeekDays(TimeSlots slots) =>
        List([.. Enumerable.Range(0, 21).Where(at => (slots.Bits & (1 << at)) != 0).Select(at => Days[at / 3] + "s").Distinct()]);

    /// <summary>"1.4 km"; under a tenth "under 0.1 km".</summary>
    public static string Distance(Metres metres) =>
        metres.Value < 100 ? "under 0.1 km" : string.Create(CultureInfo.InvariantCulture, $"{metres.Value / 1000.0:0.0} km");

    /// <summary>"5 km", "0.8 km".</summary>
    public static string Limit(Metres metres) => string.Create(CultureInfo.InvariantCulture, $"{metres.Value / 1000.0:0.##} km");

    /// <summary>"visitors", "lunch clubs", "people".</summary>
    public static string Plural(string noun) => noun switch
    {
        "person" => "people",
        "match" => "matches",
        _ when noun.EndsWith('y') => noun[..^1] + "ies",
        _ => noun + "s",
    };

    /// <summary>"a visitor", "an online group".</summary>
    public static string A(string noun) => ("aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;

    /// <summary>"speaks Urdu", "uses British Sign Language"; for them without the s.</summary>
    public static string Speaks(Gender? gender, string language)
    {
        var signed = Languages.Tag(language) == "bfi";
        return $"{Verb(gender, signed ? "use" : "speak")} {Languages.Name(language)}";
    }

    /// <summary>"She", "He" or "They".</summary>
    public static string They(Gender? gender) => gender switch { Gender.Female => "She", Gender.Male => "He", _ => "They" };

    /// <summary>"her", "him" or "them".</summary>
    public static string Them(Gender? gender) => gender switch { Gender.Female => "her", Gender.Male => "him", _ => "them" };

    /// <summary>"her", "his" or "their".</summary>
    public static string Their(Gender? gender) => gender switch { Gender.Female => "her", Gender.Male => "his", _ => "their" };

    /// <summary>The verb as it goes with she and he, or with they.</summary>
    public static string Verb(Gender? gender, string verb) => gender is Gender.Female or Gender.Male ? verb + "s" : verb;
}
