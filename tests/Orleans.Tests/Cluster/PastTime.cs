using Networks.Testing;

namespace Networks.Orleans.Tests.Cluster;

/// <summary>
/// Clocks for silos. Orleans goes by the given clock for timers and reminders, but by the machine's for some of its housekeeping,
/// which fails when the given clock is ahead of it.
/// </summary>
internal static class PastTime
{
    public static ManualTime New() => new(new DateTimeOffset(2020, 1, 1, 12, 0, 0, TimeSpan.Zero));
}
