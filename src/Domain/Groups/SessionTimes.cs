using System.Collections.Immutable;
using System.Globalization;

namespace Networks.Domain.Groups;

/// <summary>
/// When a group next meets, by the area's own clock. Sessions that do not say both day and hour, and rules that need to know when they
/// began (every other week, ten times), answer nothing: not known, not guessed.
/// </summary>
public static class SessionTimes
{
    /// <summary>How far ahead is looked, in days: a session on the fifth Friday of a month is never further away.</summary>
    public const int AheadDaysMax = 366;

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    private static readonly string[] Understood = ["FREQ", "BYDAY", "BYHOUR", "BYMINUTE", "INTERVAL", "UNTIL", "WKST"];

    /// <summary>
    /// The start of the first session later than <paramref name="after"/> on a day on which the group <paramref name="runs"/>; null if none
    /// is known.
    /// </summary>
    public static DateTime? Next(ImmutableArray<string> sessions, DateTime after, Func<DateOnly, bool> runs) =>
        sessions.Select(session => Next(session, after, runs)).Min();

    private static DateTime? Next(string session, DateTime after, Func<DateOnly, bool> runs)
    {
        if ((session.Contains('=', StringComparison.Ordinal) ? OfRule(session) : OfPlain(session)) is not { } pattern)
        {
            return null;
        }

        var first = DateOnly.FromDateTime(after);
        for (var ahead = 0; ahead <= AheadDaysMax; ahead++)
        {
            var day = first.AddDays(ahead);
            var starts = pattern.Times.Select(time => day.ToDateTime(time)).Where(start => start > after);
            if (pattern.IsOn(day) && runs(day) && starts.Order().FirstOrDefault() is { Ticks: > 0 } start)
            {
                return start;
            }
        }

        return null;
    }

    private static Pattern? OfPlain(string session)
    {
        var parts = session.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var day = parts.Length == 2 && parts[0].Length >= 3
            ? Array.FindIndex(Days, known => known.Equals(parts[0][..2], StringComparison.OrdinalIgnoreCase))
            : -1;
        return day >= 0 && TimeOnly.TryParse(parts[1].Split('-')[0], CultureInfo.InvariantCulture, out var time)
            ? new Pattern(on => (int)on.DayOfWeek == day, [time])
            : null;
    }

    private static Pattern? OfRule(string rule)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in rule.Replace("RRULE:", "", StringComparison.OrdinalIgnoreCase).Split(';').Select(part => part.Split('=', 2)))
        {
            if (pair.Length < 2 || !parts.TryAdd(pair[0].Trim(), pair[1].Trim().ToUpperInvariant()))
            {
                return null;
            }
        }

        var times = Times(parts.GetValueOrDefault("BYHOUR"), parts.GetValueOrDefault("BYMINUTE", "0"));
        return parts.Keys.All(part => Understood.Contains(part, StringComparer.OrdinalIgnoreCase))
            && parts.GetValueOrDefault("INTERVAL", "1") == "1" && times.Length > 0
            && Day(parts.GetValueOrDefault("FREQ"), parts.GetValueOrDefault("BYDAY")) is { } isOn
            && Until(parts.GetValueOrDefault("UNTIL")) is { } until
            ? new Pattern(day => day <= until && isOn(day), times)
            : null;
    }

    private static Func<DateOnly, bool>? Day(string? frequency, string? byDay)
    {
        var days = (byDay ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var named = days.Select(day => (At: Math.Max(0, day.Length - 2), Text: day))
            .Select(day => (Week: day.Text[..day.At], Day: Array.IndexOf(Days, day.Text[day.At..])))
            .ToArray();
        if (named.Any(day => day.Day < 0))
        {
            return null;
        }

        return frequency switch
        {
            "DAILY" when days.Length == 0 => _ => true,
            "DAILY" or "WEEKLY" when named.Length > 0 && named.All(day => day.Week.Length == 0) =>
                on => named.Any(day => day.Day == (int)on.DayOfWeek),
            "MONTHLY" when named.Length > 0 && named.All(day => int.TryParse(day.Week, CultureInfo.InvariantCulture, out _)) =>
                on => named.Any(day => day.Day == (int)on.DayOfWeek && IsWeek(int.Parse(day.Week, CultureInfo.InvariantCulture), on)),
            _ => null,
        };
    }

    // 1 is the first such weekday of the month, -1 the last.
    private static bool IsWeek(int week, DateOnly on) => week > 0
        ? (on.Day - 1) / 7 + 1 == week
        : (DateTime.DaysInMonth(on.Year, on.Month) - on.Day) / 7 + 1 == -week;

    private static TimeOnly[] Times(string? hours, string minutes)
    {
        var starts = from hour in (hours ?? "").Split(',')
                     from minute in minutes.Split(',')
                     select Time($"{hour}:{minute}");
        var all = starts.ToArray();
        return all.Contains(null) ? [] : [.. all.OfType<TimeOnly>()];
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "H:m", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static DateOnly? Until(string? text) => text is null ? DateOnly.MaxValue
        : text.Length >= 8 && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private sealed record Pattern(Func<DateOnly, bool> IsOn, TimeOnly[] Times);
}
