namespace Networks.Silo;

/// <summary>
/// The system's clock with the area's time zone, whatever zone the machine is set to: the civil day on which a command falls is the day
/// where the residents live.
/// </summary>
public sealed class AreaTime(TimeZoneInfo zone) : TimeProvider
{
    /// <summary>The clock of an area in the United Kingdom.</summary>
    public static AreaTime UnitedKingdom { get; } = new(FindUnitedKingdom());

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => zone;

    // Windows knows its zones by names of its own, and has no table of the others without ICU.
    private static TimeZoneInfo FindUnitedKingdom() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone)
        || TimeZoneInfo.TryFindSystemTimeZoneById("GMT Standard Time", out zone)
            ? zone
            : throw new InvalidOperationException("This machine does not know the time zone Europe/London; install tzdata.");
}
