namespace Networks.Grains.Wards;

/// <summary>How wards keep up with their rows.</summary>
public sealed class WardOptions
{
    /// <summary>
    /// How often each ward compares itself with its rows; the longest time for which a lost tell can show. Default 60 seconds.
    /// </summary>
    public TimeSpan SweepPeriod { get; set; } = TimeSpan.FromSeconds(60);
}
