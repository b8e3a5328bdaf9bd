using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using Networks.Simulation.Lengths;

namespace Networks.Simulation.Fittings;

/// <summary>The most likely parameters of each shape.</summary>
internal static class Likelihood
{
    private const double Tolerance = 1e-10;
    private const int StepsMax = 5000;
    private const double ScaleLeast = 1e-3;
    private const double ShapeLeast = 1e-3;
    private const double ShapeMost = 1e7;
    private const int HalvingsMax = 60;

    public static Length Fit(LengthShape shape, ObservedLengths seen) => shape switch
    {
        LengthShape.Exponential => new ExponentialLength((seen.Ended.Sum() + seen.Ongoing.Sum()) / seen.Ended.Length),
        LengthShape.Gamma when seen.Ongoing.IsEmpty => Stages(seen),
        LengthShape.Gamma => Search(seen, (shape, scale) => new GammaLength(Math.Exp(shape), Math.Exp(scale)), GammaGuess(seen)),
        LengthShape.Weibull => Search(seen, (shape, scale) => new WeibullLength(Math.Exp(shape), Math.Exp(scale)), WeibullGuess(seen)),
        LengthShape.Lognormal when seen.Ongoing.IsEmpty => Logarithms(seen),
        LengthShape.Lognormal => Search(seen, (mean, spread) => new LognormalLength(mean, Math.Exp(spread)), LognormalGuess(seen)),
        LengthShape.Empirical => new EmpiricalLength(seen.Ended),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "This shape is not known."),
    };

    /// <summary>An ended length counts by its density, one still going on by the share of lengths that are longer.</summary>
    public static double Of(Length length, ObservedLengths seen) =>
        seen.Ended.Sum(length.LogDensity) + seen.Ongoing.Sum(days => Math.Log(Math.Max(length.ShareLonger(days), 1e-300)));

    private static Length Search(ObservedLengths seen, Func<double, double, Length> of, (double First, double Second) guess)
    {
        var objective = ObjectiveFunction.Value(at => Finite(-Of(of(at[0], at[1]), seen)));
        var start = Vector<double>.Build.Dense([guess.First, guess.Second]);
        var found = new NelderMeadSimplex(Tolerance, StepsMax).FindMinimum(objective, start).MinimizingPoint;
        return of(found[0], found[1]);
    }

    // A search may step where nothing is likely at all; the largest number there sends it back, NaN would end it.
    private static double Finite(double value) => double.IsFinite(value) ? value : double.MaxValue;

    // With nothing still going on the scale follows from the mean, and the shape from one equation that falls as the shape grows.
    private static GammaLength Stages(ObservedLengths seen)
    {
        var mean = seen.Ended.Average();
        var wanted = Math.Log(mean) - seen.Ended.Average(Math.Log);
        var (low, high) = (Math.Log(ShapeLeast), Math.Log(ShapeMost));
        for (var step = 0; step < HalvingsMax; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = middle - SpecialFunctions.DiGamma(Math.Exp(middle)) > wanted ? (middle, high) : (low, middle);
        }

        var shape = Math.Exp(low);
        return new GammaLength(shape, mean / shape);
    }

    private static LognormalLength Logarithms(ObservedLengths seen)
    {
        var (mean, deviation) = Moments(seen.Ended.Select(Math.Log));
        return new LognormalLength(mean, deviation);
    }

    private static (double, double) GammaGuess(ObservedLengths seen)
    {
        var (mean, deviation) = Moments(seen.Ended);
        return (2 * Math.Log(mean / deviation), Math.Log(deviation / mean * deviation));
    }

    private static (double, double) WeibullGuess(ObservedLengths seen)
    {
        var (mean, deviation) = Moments(seen.Ended.Select(Math.Log));
        return (Math.Log(1.2 / deviation), mean + (0.5 * deviation));
    }

    private static (double, double) LognormalGuess(ObservedLengths seen)
    {
        var (mean, deviation) = Moments(seen.Ended.Select(Math.Log));
        return (mean, Math.Log(deviation));
    }

    private static (double Mean, double Deviation) Moments(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        var deviation = Math.Sqrt(all.Average(value => (value - mean) * (value - mean)));
        return (mean, Math.Max(deviation, Math.Max(Math.Abs(mean), 1) * ScaleLeast));
    }
}
