using MathNet.Numerics;
using Networks.Simulation.Parameters;

namespace Networks.Simulation.Lengths;

/// <summary>As many exponential stages as the shape says, one after the other; the shape need not be whole.</summary>
/// <param name="Shape">Above 0.</param>
/// <param name="ScaleDays">Mean of one stage in days, above 0.</param>
public sealed record GammaLength(double Shape, double ScaleDays) : Length
{
    private const int StepsMax = 100;
    private const double Enough = 1e-14;

    /// <inheritdoc/>
    public override double Mean => Shape * ScaleDays;

    /// <inheritdoc/>
    public override double Deviation => Math.Sqrt(Shape) * ScaleDays;

    /// <summary>The gamma length of this mean and standard deviation, both in days and above 0.</summary>
    public static GammaLength OfMean(double mean, double deviation) =>
        new(mean / deviation * (mean / deviation), deviation / mean * deviation);

    /// <inheritdoc/>
    public override double ShareLonger(double days) =>
        days <= 0 ? 1 : Math.Exp(GammaTails.Of(Shape, Math.Log(days / ScaleDays)).Above);

    /// <inheritdoc/>
    public override double ExceededBy(double share)
    {
        // Newton's method on the smaller tail, both logarithmic: each step is exact where the tail is a power, and nearly so elsewhere.
        var shorter = share > 0.5;
        var wanted = Math.Log(shorter ? 1 - share : share);
        var at = Guess(share);
        for (var step = 0; step < StepsMax; step++)
        {
            var (below, above) = GammaTails.Of(Shape, at);
            var tail = shorter ? below : above;
            var slope = Math.Exp(GammaTails.LogSlope(Shape, at) - tail);
            var move = Math.Clamp((wanted - tail) / (shorter ? slope : -slope), -1, 1);
            at += move;
            if (Math.Abs(move) < Enough * Math.Max(1, Math.Abs(at)))
            {
                break;
            }
        }

        return Math.Exp(at) * ScaleDays;
    }

    /// <inheritdoc/>
    public override double LogDensity(double days)
    {
        var stages = days / ScaleDays;
        return days <= 0 ? double.NegativeInfinity : GammaTails.LogSlope(Shape, Math.Log(stages)) - Math.Log(days);
    }

    /// <inheritdoc/>
    public override void Check(ParameterChecks checks, string path)
    {
        checks.Above0($"{path}.shape", Shape);
        checks.Above0($"{path}.scaleDays", ScaleDays);
    }

    private protected override double HazardAt(double days) => Math.Max(1 - ((Shape - 1) * ScaleDays / days), 1e-3) / ScaleDays;

    // Logarithm of about the right number of stages: a cube of a normal, or, near 0, the leading power of the series.
    private double Guess(double share)
    {
        var normal = Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * share);
        var root = 1 - (1 / (9 * Shape)) + (normal / (3 * Math.Sqrt(Shape)));
        return root > 0.2
            ? Math.Log(Shape) + (3 * Math.Log(root))
            : (Math.Log(1 - share) + SpecialFunctions.GammaLn(Shape + 1)) / Shape;
    }
}
