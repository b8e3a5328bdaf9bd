using MathNet.Numerics.Distributions;
using Networks.Simulation.Outcomes;

namespace Networks.Simulation.Estimates;

/// <summary>
/// Intervals by Student's t over replications, one value each: replications are independent, what happens inside one is not.
/// Values that are NaN, such as a mean wait where nobody waited, are left out and not counted.
/// </summary>
public static class Intervals
{
    /// <summary>How sure an interval is unless something else is asked.</summary>
    public const double Usual = 0.95;

    /// <summary>The interval of one outcome.</summary>
    public static Estimate Of(IEnumerable<double> values, double confidence = Usual)
    {
        var tally = new Tally();
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                tally.Add(value);
            }
        }

        return Of(tally, confidence);
    }

    /// <summary>The interval of what was tallied.</summary>
    public static Estimate Of(Tally tally, double confidence = Usual)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        var count = (int)tally.Count;
        if (count < 2)
        {
            return new Estimate(tally.Mean, double.PositiveInfinity, count, confidence);
        }

        var halfWidth = tally.Deviation == 0 ? 0 : Factor(count, confidence) * tally.Deviation / Math.Sqrt(count);
        return new Estimate(tally.Mean, halfWidth, count, confidence);
    }

    /// <summary>
    /// The interval of arm minus baseline, pair by pair: both met the same chance, so most of it cancels out.
    /// <paramref name="comparisons"/> are made from the same runs; each is so much surer that all together are
    /// <paramref name="confidence"/> sure (Bonferroni).
    /// </summary>
    public static Estimate Paired(
        IReadOnlyList<double> arm, IReadOnlyList<double> baseline, int comparisons = 1, double confidence = Usual)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(comparisons, 1);
        if (arm.Count != baseline.Count)
        {
            throw new ArgumentException($"{arm.Count} replications cannot be paired with {baseline.Count}.", nameof(arm));
        }

        return Of(arm.Zip(baseline, (one, other) => one - other), 1 - ((1 - confidence) / comparisons));
    }

    /// <summary>
    /// How many times fewer replications a paired difference needs than an unpaired one for the same width: 1 is no gain. NaN without
    /// spread.
    /// </summary>
    public static double PairingGain(IReadOnlyList<double> arm, IReadOnlyList<double> baseline)
    {
        var (one, other, difference) = (new Tally(), new Tally(), new Tally());
        for (var at = 0; at < arm.Count; at++)
        {
            one.Add(arm[at]);
            other.Add(baseline[at]);
            difference.Add(arm[at] - baseline[at]);
        }

        return (one.Variance + other.Variance) / difference.Variance;
    }

    private static double Factor(int count, double confidence) => StudentT.InvCDF(0, 1, count - 1, (1 + confidence) / 2);
}
