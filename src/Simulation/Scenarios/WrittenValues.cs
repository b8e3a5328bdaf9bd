using System.Globalization;
using System.Text.RegularExpressions;
using Networks.Domain.Measures;
using YamlDotNet.RepresentationModel;

namespace Networks.Simulation.Scenarios;

/// <summary>How scenario.yaml spells numbers, lengths and words. Each reads as null what is no such thing.</summary>
internal static partial class WrittenValues
{
    /// <summary>Longest length, a hundred years.</summary>
    public const double DaysMax = 36_525;

    /// <summary>Most words that a message lists.</summary>
    private const int ShownMax = 40;

    private const decimal PoundsMax = 1_000_000_000;
    private const double KilometresMax = 500;

    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : null;

    public static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : null;

    public static ulong? Seed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static decimal? Pounds(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= PoundsMax
            ? value
            : null;

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    public static Metres? Kilometres(string text) =>
        Number(text) is >= 0 and <= KilometresMax and var value ? Metres.FromKilometres(value) : null;

    /// <summary>A share such as <c>25%</c>; a bare number is none, since 1 might be meant as 1 % or as all.</summary>
    public static double? Share(string text) => text.EndsWith('%') ? Number(text[..^1].TrimEnd()) / 100 : null;

    /// <summary>A length such as <c>2 weeks</c>, in days.</summary>
    public static double? Length(string text)
    {
        var parts = LengthPattern().Match(text);
        if (!parts.Success || Number(parts.Groups["count"].Value) is not { } count)
        {
            return null;
        }

        var days = count * parts.Groups["unit"].Value switch
        {
            "day" => 1,
            "week" => Days.InWeek,
            "month" => Days.InMonth,
            _ => Days.InYear,
        };
        return days <= DaysMax ? days : null;
    }

    /// <summary>The word for a value: camelCase.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    /// <summary>"Did you mean ...?" with the nearest of the known words; empty if none is near.</summary>
    public static string Meant(string word, IReadOnlyCollection<string> known)
    {
        var nearest = known.MinBy(candidate => Distance(word, candidate));
        return nearest is not null && Distance(word, nearest) <= Math.Max(2, nearest.Length / 2) ? $"Did you mean '{nearest}'?"
            : known.Count is > 0 and <= ShownMax ? $"Known here: {string.Join(", ", known)}."
            : "";
    }

    public static YamlPlace PlaceOf(YamlNode node, string path) => new((int)node.Start.Line, (int)node.Start.Column, path);

    private static int Distance(string word, string candidate) =>
        EditDistance.Between(word.ToLowerInvariant(), candidate.ToLowerInvariant());

    [GeneratedRegex("^(?<count>[0-9]+([.][0-9]+)?) +(?<unit>day|week|month|year)s?$", RegexOptions.CultureInvariant)]
    private static partial Regex LengthPattern();
}
