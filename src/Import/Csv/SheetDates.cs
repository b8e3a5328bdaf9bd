using System.Text.RegularExpressions;

namespace Networks.Import.Csv;

/// <summary>
/// What stands where a date should, said so that the person finds it in the spreadsheet. A date is never made of it: 03/04/2026 is two
/// days, 31-Mar-26 two centuries, and 46112 another day in a workbook that counts from 1904.
/// </summary>
internal static partial class SheetDates
{
    private const string Format = "set the column to the format yyyy-mm-dd and save again.";

    /// <summary>The rest of the sentence "… was found".</summary>
    public static string Hint(string text) => text switch
    {
        _ when IsoDay().IsMatch(text) => "; the calendar has no such day.",
        _ when IsoDayAndTime().IsMatch(text) => "; write the day alone, without the time.",
        _ when DayOrder().IsMatch(text) => "; we do not guess day and month.",
        _ when Serial().IsMatch(text) => $", which may be a spreadsheet's number for a day; {Format}",
        _ when text.Length == 8 && text.All(char.IsAsciiDigit) => "; write hyphens between year, month and day.",
        _ when text.Any(char.IsLetter) && text.Any(char.IsAsciiDigit) => $"; {Format}",
        _ => ".",
    };

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d")]
    private static partial Regex IsoDayAndTime();

    [GeneratedRegex(@"^\d{1,4}[/.\- ]\d{1,2}[/.\- ]\d{1,4}\b")]
    private static partial Regex DayOrder();

    [GeneratedRegex(@"^\d{4,6}(\.\d+)?$")]
    private static partial Regex Serial();
}
