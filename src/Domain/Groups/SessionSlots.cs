using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Measures;

namespace Networks.Domain.Groups;

/// <summary>
/// In which weekly slots a group's sessions start. Sessions that do not say both day and hour add nothing: not known, not guessed.
/// </summary>
public static class SessionSlots
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The slots of sessions written "tue 10:00-12:00" or as RFC 5545 rules with BYDAY and BYHOUR.</summary>
    public static TimeSlots Of(ImmutableArray<string> sessions) =>
        sessions.Select(Of).Aggregate(default(TimeSlots), (slots, more) => slots.With(more));

    private static TimeSlots Of(string session) =>
        session.Contains('=', StringComparison.Ordinal) ? OfRule(session) : OfPlain(session);

    private static TimeSlots OfPlain(string session)
    {
        var parts = session.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var day = parts.Length == 2 && parts[0].Length >= 3 ? Array.IndexOf(Days, parts[0][..3].ToLowerInvariant()) : -1;
        return day >= 0 && Hour(parts[1].Split(':', '-')[0]) is { } hour ? TimeSlots.At((DayOfWeek)day, hour) : default;
    }

    private static TimeSlots OfRule(string rule)
    {
        var parts = rule.Replace("RRULE:", "", StringComparison.OrdinalIgnoreCase).Split(';')
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0].Trim().ToUpperInvariant(), pair => pair[1].Split(','));
        return (
            from hour in parts["BYHOUR"].SelectMany(hours => hours).Select(Hour)
            from day in parts["BYDAY"].SelectMany(days => days).Select(DayOf)
            where hour is not null && day >= 0
            select TimeSlots.At((DayOfWeek)day, hour.Value)).Aggregate(default(TimeSlots), (slots, more) => slots.With(more));
    }

    // Two letters at the end, after a week number where there is one: "TU", "2TU".
    private static int DayOf(string day)
    {
        var word = day.Trim().ToLowerInvariant();
        return word.Length < 2 ? -1 : Array.FindIndex(Days, known => known.StartsWith(word[^2..], StringComparison.Ordinal));
    }

    private static int? Hour(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 23 ? hour : null;
}
