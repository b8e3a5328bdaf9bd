using System.Globalization;

namespace HotChocolate.Model;

/// <summary>Dates as responses write them. A response holds hundreds and all of them are of a few years, so each is written once.</summary>
internal static class DateTexts
{
    private static readonly int First = new DateOnly(1900, 1, 1).DayNumber;
    private static readonly string?[] Known = new string?[new DateOnly(2100, 1, 1).DayNumber - First];

    public static string Of(DateOnly date)
    {
        var at = date.DayNumber - First;
        return (uint)at < (uint)Known.Length ? Known[at] ??= Write(date) : Write(date);
    }

    private static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
