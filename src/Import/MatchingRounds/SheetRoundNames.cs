using System.Globalization;

namespace Networks.Import.MatchingRounds;

/// <summary>
/// Recognises a round's name after a spreadsheet took it for a date: "nov-2" comes back as "02-Nov". It is only ever asked of a cell that
/// should hold one known name, so nothing is guessed.
/// </summary>
internal static class SheetRoundNames
{
    private static readonly string[] DaysAndMonths = ["d-MMM", "d MMM", "MMM-d", "MMM d", "d/M", "M/d", "d-M", "M-d", "d MMMM", "MMMM d"];
    private static readonly string[] MonthsAndYears =
        ["MMM-yy", "MMM-yyyy", "MMM yy", "M/yyyy", "yyyy-M", "MMMM-yy", "MMMM-yyyy", "M-yyyy"];
    private static readonly string[] WholeDays =
        ["d-MMM-yy", "d-MMM-yyyy", "d/M/yyyy", "d/M/yy", "M/d/yyyy", "M/d/yy", "yyyy-M-d", "d-M-yyyy", "d-M-yy", "yy-M-d"];

    /// <summary>True if <paramref name="cell"/> is what a spreadsheet can make of <paramref name="name"/>.</summary>
    public static bool CouldBe(string cell, string name)
    {
        if (cell == name)
        {
            return true;
        }

        var meant = Days(name).ToHashSet();
        return meant.Count > 0 && Days(cell).Any(meant.Contains);
    }

    // Every day or month of a year that a text can stand for. A day without a year is one of the leap year 4, where every day exists.
    private static IEnumerable<(int? Year, int Month, int? Day)> Days(string text)
    {
        foreach (var format in DaysAndMonths)
        {
            if (Parse($"{text} 0004", $"{format} yyyy") is { } day)
            {
                yield return (null, day.Month, day.Day);
            }
        }

        foreach (var format in MonthsAndYears)
        {
            if (Parse(text, format) is { } month)
            {
                yield return (month.Year % 100, month.Month, null);
            }
        }

        foreach (var format in WholeDays)
        {
            if (Parse(text, format) is { } day)
            {
                yield return (day.Year % 100, day.Month, day.Day);
                yield return (null, day.Month, day.Day);

                // "nov-26" is a month to one program and a day of this year to another; the first of a month is how a month is stored.
                if (day.Day == 1)
                {
                    yield return (day.Year % 100, day.Month, null);
                }
            }
        }
    }

    private static DateOnly? Parse(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
