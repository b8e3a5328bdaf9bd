namespace Networks.Simulation.Estimates;

/// <summary>A mean over replications with its interval.</summary>
/// <param name="Mean">The mean; NaN of none.</param>
/// <param name="HalfWidth">Half the width of the interval; infinite of fewer than two.</param>
/// <param name="Replications">How many replications had a value.</param>
/// <param name="Confidence">How sure, such as 0.95; 0.975 for each of two comparisons that are 0.95 sure together.</param>
public readonly record struct Estimate(double Mean, double HalfWidth, int Replications, double Confidence)
{
    /// <summary>Lower end of the interval.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>Upper end of the interval.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>Half the width as a share of the mean; infinite where the mean is 0 and the width is not, 0 where both are.</summary>
    public double RelativeHalfWidth => HalfWidth == 0 ? 0 : HalfWidth / Math.Abs(Mean);

    /// <summary>Whether <paramref name="value"/> lies in the interval.</summary>
    public bool Covers(double value) => Low <= value && value <= High;
}
