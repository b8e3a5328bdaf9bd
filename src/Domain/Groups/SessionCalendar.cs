using System.Globalization;

namespace Networks.Domain.Groups;

/// <summary>
/// When a group meets next, from its sessions as people write them: <c>tue 10:00-12:00</c>, or an RFC 5545 rule with or without DTSTART.
/// Days left out are written <c>EXDATE:2026-12-22</c>, within a rule or as an item of their own that counts for every session. What cannot
/// be read adds nothing: not known, not guessed.
/// </summary>
public static class SessionCalendar
{
    /// <summary>How far ahead a session is looked for, in days: a yearly one is found.</summary>
    private const int AheadDaysMax = 400;

    /// <summary>
    /// The start of the next session at or after <paramref name="now"/> on a day on which the group runs; null if none is known within 400
    /// days. Hours are those of <paramref name="zone"/> unless the rule names another zone.
    /// </summary>
    public static DateTimeOffset? Next(GroupFacts facts, DateTimeOffset now, TimeZoneInfo zone)
    {
        var skipped = facts.Sessions.SelectMany(SessionRule.SkippedBy).ToHashSet();
        return facts.Sessions.Select(session => SessionRule.Read(session, facts.OpenedOn))
            .OfType<SessionRule>()
            .Select(rule => Next(rule, facts, skipped, now, rule.Zone ?? zone))
            .Min();
    }

    private static DateTimeOffset? Next(
        SessionRule rule, GroupFacts facts, HashSet<DateOnly> skipped, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        for (var ahead = 0; ahead <= AheadDaysMax; ahead++)
        {
            var day = today.AddDays(ahead);
            if (!rule.MeetsOn(day) || skipped.Contains(day) || !facts.Runs(day))
            {
                continue;
            }

            foreach (var start in rule.Starts.Select(time => At(day.ToDateTime(time), zone)).Where(start => start >= now).Order())
            {
                return start;
            }
        }

        return null;
    }

    // An hour that the clocks leap over begins when they have leapt; one that comes twice is meant the first time.
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(
        local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>A day written 2026-12-22 or 20261222, with or without a time after it.</summary>
    internal static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(
            text.Split('T')[0].Trim(), ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
