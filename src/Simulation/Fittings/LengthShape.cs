namespace Networks.Simulation.Fittings;

/// <summary>Which kind of length is fitted to what was seen.</summary>
public enum LengthShape
{
    /// <summary>Ends at one rate.</summary>
    Exponential,

    /// <summary>Stages one after the other.</summary>
    Gamma,

    /// <summary>Many short, a few very long.</summary>
    Lognormal,

    /// <summary>Ends at a rising or falling rate.</summary>
    Weibull,

    /// <summary>What was seen, and nothing else.</summary>
    Empirical,
}
