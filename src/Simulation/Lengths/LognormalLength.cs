using MathNet.Numerics;
using Networks.Simulation.Parameters;

namespace Networks.Simulation.Lengths;

/// <summary>Its logarithm is normal: many short, a few very long.</summary>
/// <param name="LogMean">Mean of the logarithm of days.</param>
/// <param name="LogDeviation">Standard deviation of the logarithm of days, above 0.</param>
public sealed record LognormalLength(double LogMean, double LogDeviation) : Length
{
    private static readonly double RootOfTwo = Math.Sqrt(2);

    /// <inheritdoc/>
    public override double Mean => Math.Exp(LogMean + (LogDeviation * LogDeviation / 2));

    /// <inheritdoc/>
    public override double Deviation => Mean * Math.Sqrt(Math.Exp(LogDeviation * LogDeviation) - 1);

    /// <summary>The lognormal length of this mean and standard deviation, both in days and above 0.</summary>
    public static LognormalLength OfMean(double mean, double deviation)
    {
        var variance = Math.Log(1 + (deviation / mean * (deviation / mean)));
        return new LognormalLength(Math.Log(mean) - (variance / 2), Math.Sqrt(variance));
    }

    /// <inheritdoc/>
    public override double ShareLonger(double days) => days <= 0 ? 1 : SpecialFunctions.Erfc(Standard(days) / RootOfTwo) / 2;

    /// <inheritdoc/>
    public override double ExceededBy(double share) =>
        Math.Exp(LogMean + (LogDeviation * RootOfTwo * SpecialFunctions.ErfcInv(2 * share)));

    /// <inheritdoc/>
    public override double LogDensity(double days) => days <= 0
        ? double.NegativeInfinity
        : -(Standard(days) * Standard(days) / 2) - Math.Log(days * LogDeviation) - (Math.Log(2 * Math.PI) / 2);

    /// <inheritdoc/>
    public override void Check(ParameterChecks checks, string path)
    {
        checks.Finite($"{path}.logMean", LogMean);
        checks.Above0($"{path}.logDeviation", LogDeviation);
    }

    private protected override double HazardAt(double days) => Standard(days) / (LogDeviation * days);

    private double Standard(double days) => (Math.Log(days) - LogMean) / LogDeviation;
}
