using System.Globalization;

namespace Networks.Domain.Groups;

/// <summary>
/// One session as it recurs: on which days, and when it starts. Of RFC 5545 it reads DTSTART, EXDATE and, in a rule, FREQ (daily to
/// yearly), INTERVAL, UNTIL, COUNT, BYDAY, BYMONTHDAY, BYMONTH, BYHOUR and BYMINUTE; a rule with anything else is not read at all, for half
/// a rule would name wrong days.
/// </summary>
internal sealed record SessionRule
{
    private const int DaysOfWeek = 7;
    private const int MonthsOfYear = 12;

    private static readonly string[] DayWords = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] Known =
        ["FREQ", "INTERVAL", "UNTIL", "COUNT", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYHOUR", "BYMINUTE", "WKST", "EXDATE"];

    private string Frequency { get; init; } = "WEEKLY";

    private int Interval { get; init; } = 1;

    private int? Count { get; init; }

    private DateOnly? Until { get; init; }

    /// <summary>The day intervals and counts are counted from.</summary>
    private DateOnly? Anchor { get; init; }

    /// <summary>Weekdays, each with which one of the month it is; 0 = every one.</summary>
    private IReadOnlyList<(DayOfWeek Day, int Which)> Days { get; init; } = [];

    private IReadOnlyList<int> MonthDays { get; init; } = [];

    private IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>When it starts on each of its days.</summary>
    public IReadOnlyList<TimeOnly> Starts { get; private init; } = [];

    /// <summary>The zone the rule names; null = the area's.</summary>
    public TimeZoneInfo? Zone { get; private init; }

    /// <summary>The session that <paramref name="session"/> describes; null if it cannot be read, or says no day or no hour.</summary>
    public static SessionRule? Read(string session, DateOnly? openedOn)
    {
        var rule = session.Contains("FREQ=", StringComparison.OrdinalIgnoreCase) ? OfRule(session, openedOn) : OfPlain(session);
        var counts = rule is { Anchor: null } && (rule.Interval > 1 || rule.Count is not null);
        return rule is null || rule.Starts.Count == 0 || counts ? null : rule;
    }

    /// <summary>The days that an item leaves out, of itself or, standing alone, of all sessions.</summary>
    public static IEnumerable<DateOnly> SkippedBy(string session) => Lines(session)
        .SelectMany(line => line.Split(';'))
        .Where(part => part.TrimStart().StartsWith("EXDATE", StringComparison.OrdinalIgnoreCase))
        .SelectMany(part => part[(part.IndexOfAny([':', '=']) + 1)..].Split(','))
        .Concat(Lines(session).Where(line => line.StartsWith("EXDATE;", StringComparison.OrdinalIgnoreCase))
            .SelectMany(line => line[(line.LastIndexOf(':') + 1)..].Split(',')))
        .Select(SessionCalendar.Day).OfType<DateOnly>();

    /// <summary>True if it takes place on <paramref name="day"/>, as far as the rule says.</summary>
    public bool MeetsOn(DateOnly day)
    {
        if (!Matches(day))
        {
            return false;
        }

        // The count begins at the anchor, so every session since then is counted: few people plan more than some years ahead.
        var before = 0;
        for (var earlier = Anchor ?? day; Count is { } count && earlier < day && before < count; earlier = earlier.AddDays(1))
        {
            before += Matches(earlier) ? 1 : 0;
        }

        return Count is not { } most || before < most;
    }

    private static SessionRule? OfPlain(string session)
    {
        var parts = session.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var day = parts.Length == 2 && parts[0].Length >= 3 ? Array.IndexOf(DayWords, parts[0][..3].ToLowerInvariant()) : -1;
        return day >= 0 && TimeOnly.TryParseExact(
            parts[1].Split('-')[0].Trim(), ["H:mm", "HH:mm", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            ? new SessionRule { Days = [((DayOfWeek)day, 0)], Starts = [start] }
            : null;
    }

    private static SessionRule? OfRule(string session, DateOnly? openedOn)
    {
        var parts = Lines(session).Where(line => line.Contains("FREQ=", StringComparison.OrdinalIgnoreCase))
            .SelectMany(line => line.Replace("RRULE:", "", StringComparison.OrdinalIgnoreCase).Split(';'))
            .Select(part => part.Split(['=', ':'], 2)).Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0].Trim().ToUpperInvariant(), pair => pair[1].Trim());
        if (parts.Any(part => !Known.Contains(part.Key)) || parts.Any(part => part.Count() > 1 && part.Key != "EXDATE"))
        {
            return null;
        }

        var (start, zone) = Start(session);
        var from = start is { } first ? DateOnly.FromDateTime(first) : (DateOnly?)null;
        var days = Words(parts["BYDAY"]).Select(Weekday).ToArray();
        int[] interval = Numbers(parts["INTERVAL"]), counts = Numbers(parts["COUNT"]);
        var rule = new SessionRule
        {
            Frequency = parts["FREQ"].Single().ToUpperInvariant(),
            Interval = interval.FirstOrDefault(1),
            Count = counts.Length > 0 ? counts[0] : null,
            Until = parts["UNTIL"].Select(SessionCalendar.Day).FirstOrDefault(),
            Anchor = from ?? openedOn,
            Days = [.. days.OfType<(DayOfWeek, int)>()],
            MonthDays = Numbers(parts["BYMONTHDAY"]),
            Months = Numbers(parts["BYMONTH"]),
            Starts = StartsOf(parts, start),
            Zone = zone,
        };
        var readable = days.All(day => day is not null) && interval.All(every => every > 0) && counts.All(count => count > 0)
            && (!parts.Contains("UNTIL") || rule.Until is not null);
        return readable && rule.SaysItsDays(from is not null) ? rule : null;
    }

    // Where the rule names no day, the day of its first session does; without one it names none.
    private bool SaysItsDays(bool hasStart) => Frequency switch
    {
        "DAILY" => true,
        "WEEKLY" => Days.Count > 0 ? Days.All(day => day.Which == 0) : hasStart,
        "MONTHLY" => Days.Count > 0 || MonthDays.Count > 0 || hasStart,
        "YEARLY" => hasStart && Days.Count + MonthDays.Count + Months.Count == 0,
        _ => false,
    };

    private static TimeOnly[] StartsOf(ILookup<string, string> parts, DateTime? start)
    {
        int[] hours = Numbers(parts["BYHOUR"]), minutes = Numbers(parts["BYMINUTE"]);
        hours = hours.Length == 0 && start is { } at ? [at.Hour] : hours;
        minutes = minutes.Length == 0 ? [start?.Minute ?? 0] : minutes;
        return
        [
            .. from hour in hours
               from minute in minutes
               where hour is >= 0 and <= 23 && minute is >= 0 and <= 59
               select new TimeOnly(hour, minute),
        ];
    }

    // DTSTART:20260106T100000, DTSTART;TZID=Europe/London:20260106T100000 or, in UTC, DTSTART:20260106T100000Z.
    private static (DateTime? Start, TimeZoneInfo? Zone) Start(string session)
    {
        if (Lines(session).FirstOrDefault(line => line.StartsWith("DTSTART", StringComparison.OrdinalIgnoreCase)) is not { } line)
        {
            return (null, null);
        }

        var value = line[(line.LastIndexOf(':') + 1)..].Trim();
        var named = line.IndexOf("TZID=", StringComparison.OrdinalIgnoreCase);
        var zone = value.EndsWith('Z') ? TimeZoneInfo.Utc
            : named < 0 ? null
            : TimeZoneInfo.TryFindSystemTimeZoneById(line[(named + "TZID=".Length)..line.LastIndexOf(':')], out var found) ? found : null;
        return DateTime.TryParseExact(
            value.TrimEnd('Z'), ["yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            ? (start, zone)
            : (null, zone);
    }

    private static string[] Lines(string session) =>
        session.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Words(IEnumerable<string> values) => values.SelectMany(value => value.Split(','));

    private static int[] Numbers(IEnumerable<string> values) =>
        [.. Words(values).Select(word => Number(word) ?? 0)];

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // TU, 2TU (the second), -1FR (the last).
    private static (DayOfWeek, int)? Weekday(string word)
    {
        var text = word.Trim().ToLowerInvariant();
        var day = text.Length < 2 ? -1 : Array.FindIndex(DayWords, known => known.StartsWith(text[^2..], StringComparison.Ordinal));
        return day < 0 ? null : text.Length == 2 ? ((DayOfWeek)day, 0) : Number(text[..^2]) is { } which ? ((DayOfWeek)day, which) : null;
    }

    private bool Matches(DateOnly day) =>
        !(day < Anchor) && !(day > Until)
        && (Months.Count == 0 || Months.Contains(day.Month))
        && (MonthDays.Count == 0 || MonthDays.Contains(day.Day)
            || MonthDays.Contains(day.Day - 1 - DateTime.DaysInMonth(day.Year, day.Month)))
        && IsItsDay(day) && IsItsTurn(day);

    private bool IsItsDay(DateOnly day)
    {
        if (Days.Count > 0)
        {
            return Days.Any(one => one.Day == day.DayOfWeek && IsThatOne(day, one.Which));
        }

        return Frequency switch
        {
            "WEEKLY" => Anchor is { } first && day.DayOfWeek == first.DayOfWeek,
            "MONTHLY" => MonthDays.Count > 0 || (Anchor is { } first && day.Day == first.Day),
            "YEARLY" => Anchor is { } first && (day.Month, day.Day) == (first.Month, first.Day),
            _ => true,
        };
    }

    private static bool IsThatOne(DateOnly day, int which) => which switch
    {
        0 => true,
        > 0 => (day.Day - 1) / DaysOfWeek + 1 == which,
        _ => (DateTime.DaysInMonth(day.Year, day.Month) - day.Day) / DaysOfWeek + 1 == -which,
    };

    private bool IsItsTurn(DateOnly day) => Interval == 1 || (Anchor is { } first && Frequency switch
    {
        "DAILY" => day.DayNumber - first.DayNumber,
        "WEEKLY" => (Monday(day) - Monday(first)) / DaysOfWeek,
        "MONTHLY" => (day.Year - first.Year) * MonthsOfYear + day.Month - first.Month,
        _ => day.Year - first.Year,
    } % Interval == 0);

    private static int Monday(DateOnly day) => day.DayNumber - ((int)day.DayOfWeek + 6) % DaysOfWeek;
}
