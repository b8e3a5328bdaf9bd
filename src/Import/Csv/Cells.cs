using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Measures;
using Networks.Import.Refusals;

namespace Networks.Import.Csv;

/// <summary>What a cell means: each method reads one cell of a row, or refuses the row and answers with nothing.</summary>
internal static class Cells
{
    /// <summary>A reference; refused when required and empty, or when it cannot be one.</summary>
    public static T? Reference<T>(this CsvRow row, string column, bool required = true)
        where T : struct, IReference<T>
    {
        var text = required ? row.Required(column) : row.Text(column);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (References.Fault(text) is { } fault)
        {
            row.Refuse(column, RefusalCode.BadReference, fault, "");
            return null;
        }

        if (SheetNumbers.IsRounded(text))
        {
            row.Refuse(column, RefusalCode.BadReference, $"{row.Echo(text)} is a number that a spreadsheet rounded, not an id.",
                "Set the column to the format Text, and enter the ids again.");
            return null;
        }

        return T.Of(text);
    }

    /// <summary>A date of the form 2026-03-31 and no other: 03/04/2026 is two days, and we do not guess.</summary>
    public static DateOnly? Date(this CsvRow row, string column) => row.Text(column) is { } text ? row.AsDate(column, text) : null;

    /// <summary>The dates of a list cell, in order; the same one may stand there several times.</summary>
    public static ImmutableArray<DateOnly> Days(this CsvRow row, string column) => row.Text(column) is not { } text ? [] :
    [
        .. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => row.AsDate(column, item)).OfType<DateOnly>().Order(),
    ];

    /// <summary>The date that <paramref name="text"/> spells.</summary>
    public static DateOnly? AsDate(this CsvRow row, string column, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        row.Refuse(column, RefusalCode.NotADate, "Dates are written 2026-03-31.", $"{row.Echo(text)} was found{SheetDates.Hint(text)}");
        return null;
    }

    /// <summary>Start and end of something; refused if they stand the wrong way round or too far ahead.</summary>
    public static (DateOnly? Start, DateOnly? End) Span(this CsvRow row, string start, string end, DateOnly today)
    {
        var (from, until) = (row.NearDate(start, today), row.NearDate(end, today));
        row.CheckOrder(start, from, end, until);
        return (from, until);
    }

    /// <summary>A date at most 366 days after <paramref name="today"/>.</summary>
    public static DateOnly? NearDate(this CsvRow row, string column, DateOnly today)
    {
        var date = row.Date(column);
        row.CheckNear(column, date, today);
        return date;
    }

    /// <summary>Refuses a date further ahead than any plan goes.</summary>
    public static void CheckNear(this CsvRow row, string column, DateOnly? date, DateOnly today)
    {
        if (date is { } day && day.DayNumber > today.DayNumber + Moment.AheadDaysMax)
        {
            row.Refuse(column, RefusalCode.TooFarAhead, $"{date:yyyy-MM-dd} is more than {Moment.AheadDaysMax} days ahead.",
                "Check the year.");
        }
    }

    /// <summary>The day of something that has happened: required, and not after <paramref name="today"/>.</summary>
    public static DateOnly PastDate(this CsvRow row, string column, DateOnly today)
    {
        row.Required(column);
        var date = row.Date(column);
        if (date > today)
        {
            row.Refuse(column, RefusalCode.AfterToday, $"{date:yyyy-MM-dd} is after today; it cannot have happened yet.",
                "Check the date.");
        }

        return date ?? default;
    }

    /// <summary>Refuses a start later than its end.</summary>
    public static void CheckOrder(this CsvRow row, string start, DateOnly? from, string end, DateOnly? until)
    {
        if (from > until)
        {
            row.Refuse(start, RefusalCode.StartsAfterEnd, $"{start} {from:yyyy-MM-dd} is later than {end} {until:yyyy-MM-dd}.", "");
        }
    }

    /// <summary>A whole number between two bounds.</summary>
    public static int? Whole(this CsvRow row, string column, int least, int most)
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        if (!int.TryParse(SheetNumbers.Whole(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            row.Refuse(column, RefusalCode.NotANumber, $"{row.Echo(text)} is no whole number.",
                row.Advice(SheetNumbers.Hint(text, isWhole: true)) ?? "Write digits only, such as 12.");
            return null;
        }

        return row.InRange(column, number, least, most) ? number : null;
    }

    /// <summary>A number with a decimal point between two bounds.</summary>
    public static double? Number(this CsvRow row, string column, double least, double most)
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        // A longitude by the meridian is written -1E-05 by us and by spreadsheets.
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
        {
            row.Refuse(column, RefusalCode.NotANumber, $"{row.Echo(text)} is no number.",
                row.Advice(SheetNumbers.Hint(text, isWhole: false)) ?? "Write a decimal point, such as 1.4.");
            return null;
        }

        return row.InRange(column, number, least, most) ? number : null;
    }

    /// <summary>yes or no.</summary>
    public static bool? YesNo(this CsvRow row, string column)
    {
        switch (row.Text(column))
        {
            case null: return null;
            case "yes": return true;
            case "no": return false;
            case var other:
                row.Refuse(column, RefusalCode.NotInList, $"{row.Echo(other)} is neither yes nor no.",
                    $"{Meant(other)}Write yes, no, or nothing for not known.");
                return null;
        }
    }

    /// <summary>Two columns that together are a point on the ground.</summary>
    public static GeoPoint? Point(this CsvRow row, string latitude = "latitude", string longitude = "longitude")
    {
        var (north, east) = (row.Number(latitude, -90, 90), row.Number(longitude, -180, 180));
        if (!row.IsRefused && north.HasValue != east.HasValue)
        {
            row.Refuse(north.HasValue ? longitude : latitude, RefusalCode.HalfAPoint, "Latitude and longitude come together.",
                "Write both or neither.");
        }

        return north is { } n && east is { } e ? new GeoPoint(n, e) : null;
    }

    /// <summary>A distance in kilometres.</summary>
    public static Metres? Kilometres(this CsvRow row, string column) =>
        row.Number(column, 0, 1000) is { } kilometres ? Metres.FromKilometres(kilometres) : null;

    private static string Meant(string other) => other.ToLowerInvariant() switch
    {
        "yes" or "y" or "true" or "t" or "1" or "x" => "Did you mean yes? ",
        "no" or "n" or "false" or "f" or "0" => "Did you mean no? ",
        _ => "",
    };

    private static bool InRange(this CsvRow row, string column, double number, double least, double most)
    {
        if (number >= least && number <= most)
        {
            return true;
        }

        row.Refuse(column, RefusalCode.OutOfRange, FormattableString.Invariant($"{column} is {least} to {most}."), "");
        return false;
    }
}
