namespace Networks.Simulation.Scenarios.Inputs;

/// <summary>How long something lasts.</summary>
/// <param name="Shape">Shape of the distribution.</param>
/// <param name="Mean">Its mean in days.</param>
/// <param name="Deviation">Its standard deviation in days; null where the shape has none of its own (exponential, fixed, measured).</param>
public sealed record DurationInput(DurationShape Shape, NumberInput Mean, NumberInput? Deviation)
{
    /// <summary>Where it comes from; empty if the file does not say.</summary>
    public string Source => Mean.Source;
}

/// <summary>Shapes of a duration.</summary>
public enum DurationShape
{
    /// <summary>Always the mean.</summary>
    Fixed,

    /// <summary>As likely to end tomorrow however long it has lasted.</summary>
    Exponential,

    /// <summary>A sum of exponential stages.</summary>
    Gamma,

    /// <summary>The logarithm is normal: many short, a few very long.</summary>
    Lognormal,

    /// <summary>More, or less, likely to end the longer it has lasted.</summary>
    Weibull,

    /// <summary>As on record.</summary>
    Empirical,
}
