using Networks.Domain.Measures;

namespace Networks.Grains.Commands;

/// <summary>The clock's answer in the form in which rules want it.</summary>
internal static class Moments
{
    /// <summary>This instant, and the civil day at it in the clock's own time zone, which the host sets to the area's.</summary>
    public static Moment Moment(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new Moment(now, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, time.LocalTimeZone).DateTime));
    }
}
