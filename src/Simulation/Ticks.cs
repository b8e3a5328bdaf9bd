namespace Networks.Simulation;

/// <summary>
/// Simulated time: whole ticks of 100 nanoseconds since the fork, as in <see cref="TimeSpan"/>. Whole numbers, so that areas under curves
/// and sums of waits are exact and laws that hold for every path can be tested without a tolerance.
/// </summary>
public static class Ticks
{
    /// <summary>Ticks of one day.</summary>
    public const long PerDay = TimeSpan.TicksPerDay;

    /// <summary>A thousand years: longer than any question asks, short enough that no sum of two overflows.</summary>
    public const long Most = 365_250 * PerDay;

    /// <summary>Nearest ticks to <paramref name="days"/>, at most <see cref="Most"/>.</summary>
    public static long FromDays(double days)
    {
        var ticks = days * PerDay;
        return ticks >= Most ? Most : (long)(ticks + 0.5);
    }

    /// <summary>Days of <paramref name="ticks"/>.</summary>
    public static double ToDays(long ticks) => (double)ticks / PerDay;

    /// <summary>Days of a sum or an area of <paramref name="ticks"/>.</summary>
    public static double ToDays(Int128 ticks) => (double)ticks / PerDay;
}
