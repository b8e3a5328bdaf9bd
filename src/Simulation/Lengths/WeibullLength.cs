using MathNet.Numerics;
using Networks.Simulation.Parameters;

namespace Networks.Simulation.Lengths;

/// <summary>Ends at a rate that rises (shape above 1) or falls (below 1) with every day it has lasted.</summary>
/// <param name="Shape">Above 0.</param>
/// <param name="ScaleDays">The days that 1 in e lengths exceed, above 0.</param>
public sealed record WeibullLength(double Shape, double ScaleDays) : Length
{
    private const double ShapeLeast = 0.05;
    private const double ShapeMost = 500;

    /// <inheritdoc/>
    public override double Mean => ScaleDays * SpecialFunctions.Gamma(1 + (1 / Shape));

    /// <inheritdoc/>
    public override double Deviation => Mean * VariationOf(Shape);

    /// <summary>
    /// The Weibull length of this mean and standard deviation, both in days and above 0. A deviation of less than a 300th of the mean, or
    /// more than a million times it, gives the nearest there is.
    /// </summary>
    public static WeibullLength OfMean(double mean, double deviation)
    {
        var (low, high) = (Math.Log(ShapeLeast), Math.Log(ShapeMost));
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = VariationOf(Math.Exp(middle)) > deviation / mean ? (middle, high) : (low, middle);
        }

        var shape = Math.Exp((low + high) / 2);
        return new WeibullLength(shape, mean / SpecialFunctions.Gamma(1 + (1 / shape)));
    }

    /// <inheritdoc/>
    public override double ShareLonger(double days) => days <= 0 ? 1 : Math.Exp(-Hazards(days));

    /// <inheritdoc/>
    public override double ExceededBy(double share) => ScaleDays * Math.Pow(-Math.Log(share), 1 / Shape);

    /// <inheritdoc/>
    public override double ExceededBy(double share, double elapsed) => elapsed <= 0
        ? ExceededBy(share)
        : Math.Max(elapsed, ScaleDays * Math.Pow(Hazards(elapsed) - Math.Log(share), 1 / Shape));

    /// <inheritdoc/>
    public override double LogDensity(double days) => days <= 0
        ? double.NegativeInfinity
        : Math.Log(Shape / ScaleDays) + ((Shape - 1) * Math.Log(days / ScaleDays)) - Hazards(days);

    /// <inheritdoc/>
    public override void Check(ParameterChecks checks, string path)
    {
        checks.Above0($"{path}.shape", Shape);
        checks.Above0($"{path}.scaleDays", ScaleDays);
    }

    private protected override double HazardAt(double days) => Shape / days * Hazards(days);

    private double Hazards(double days) => Math.Pow(days / ScaleDays, Shape);

    private static double VariationOf(double shape)
    {
        var logarithm = SpecialFunctions.GammaLn(1 + (2 / shape)) - (2 * SpecialFunctions.GammaLn(1 + (1 / shape)));
        return Math.Sqrt(Math.Max(0, Math.Exp(logarithm) - 1));
    }
}
