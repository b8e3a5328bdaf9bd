namespace Networks.Simulation.Scenarios.Inputs;

/// <summary>A number that goes into every run: given, given as a range, or measured from the record. Durations are in days.</summary>
/// <param name="Low">The number, or the low end of its range; 0 if measured.</param>
/// <param name="High">The number, or the high end of its range; 0 if measured.</param>
/// <param name="IsMeasured">True if it is taken from the record, which needs <see cref="EventsMin"/> events.</param>
/// <param name="Source">Where it comes from; empty if the file does not say.</param>
public sealed record NumberInput(double Low, double High, bool IsMeasured, string Source)
{
    /// <summary>Fewest events a rate is measured from.</summary>
    public const int EventsMin = 30;

    /// <summary>Taken from the record.</summary>
    public static NumberInput Measured { get; } = new(0, 0, true, "measured");

    /// <summary>Where it is written; the default value if it is not.</summary>
    public YamlPlace At { get; init; }

    /// <summary>True if it is known only within a range.</summary>
    public bool IsRange => Low < High;

    /// <summary>One number.</summary>
    public static NumberInput Of(double value, string source = "") => new(value, value, false, source);

    /// <summary>A range: each run draws its own from it, every number as likely as another.</summary>
    public static NumberInput Between(double low, double high, string source = "") => new(low, high, false, source);

    /// <summary>The number at a point of its range.</summary>
    /// <param name="share">0 = the low end, 1 = the high end.</param>
    public double AtShare(double share) => Low + (High - Low) * share;
}
