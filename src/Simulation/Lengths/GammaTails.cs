using MathNet.Numerics;

namespace Networks.Simulation.Lengths;

/// <summary>
/// Both tails of the gamma distribution with scale 1, as logarithms, so that neither a tail of 1e-300 nor what lies beyond is lost.
/// A series below the mean, a continued fraction above it (Lentz), the other tail as what is left of 1.
/// </summary>
internal static class GammaTails
{
    private const int TermsMax = 100_000;
    private const double Enough = 1e-16;
    private const double Tiny = 1e-300;

    /// <summary>Logarithms of the shares below and above <c>exp(logStages)</c>.</summary>
    public static (double Below, double Above) Of(double shape, double logStages)
    {
        var stages = Math.Exp(logStages);
        var density = (shape * logStages) - stages - SpecialFunctions.GammaLn(shape);
        if (stages < shape + 1)
        {
            var below = density + Math.Log(Series(shape, stages));
            return (below, Rest(below));
        }

        var above = density + Math.Log(Fraction(shape, stages));
        return (Rest(above), above);
    }

    /// <summary>Logarithm of the density for the logarithm of stages.</summary>
    public static double LogSlope(double shape, double logStages) =>
        (shape * logStages) - Math.Exp(logStages) - SpecialFunctions.GammaLn(shape);

    // Logarithm of what is left of 1: rounding may put a share a hair above 1.
    private static double Rest(double logarithm) =>
        logarithm >= 0 ? double.NegativeInfinity : Math.Log(-SpecialFunctions.Expm1(logarithm));

    private static double Series(double shape, double stages)
    {
        var (sum, term) = (1 / shape, 1 / shape);
        for (var at = 1; at < TermsMax && term > sum * Enough; at++)
        {
            term *= stages / (shape + at);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double shape, double stages)
    {
        var b = stages + 1 - shape;
        var c = 1 / Tiny;
        var d = 1 / b;
        var fraction = d;
        for (var at = 1; at < TermsMax; at++)
        {
            var a = at * (shape - at);
            b += 2;
            d = 1 / NotNothing((a * d) + b);
            c = NotNothing(b + (a / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < Enough * 10)
            {
                break;
            }
        }

        return fraction;
    }

    private static double NotNothing(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
