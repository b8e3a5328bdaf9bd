using MathNet.Numerics.Distributions;
using Networks.Simulation.Lengths;

namespace Networks.Simulation.Fittings;

/// <summary>
/// How far a fitted length may lie from the true one: from few lengths on record many may come. Its parameters spread about the fit as the
/// curve of likelihood does (the inverse of the observed information), in coordinates without a limit.
/// </summary>
internal sealed class LengthSpread
{
    private const double Step = 1e-3;

    private readonly Length _fit;
    private readonly double _first;
    private readonly double _both;
    private readonly double _second;

    // The lower triangle whose square is the covariance.
    private LengthSpread(Length fit, double first, double both, double second) =>
        (_fit, _first, _both, _second) = (fit, first, both, second);

    public static LengthSpread Of(Length fit, ObservedLengths seen)
    {
        double At(double first, double second) => Likelihood.Of(Moved(fit, first, second), seen);
        var middle = At(0, 0);
        var bendFirst = ((2 * middle) - At(Step, 0) - At(-Step, 0)) / (Step * Step);
        if (fit is ExponentialLength)
        {
            return new LengthSpread(fit, bendFirst > 0 ? 1 / Math.Sqrt(bendFirst) : 0, 0, 0);
        }

        var bendSecond = ((2 * middle) - At(0, Step) - At(0, -Step)) / (Step * Step);
        var bendBoth = (At(Step, -Step) + At(-Step, Step) - At(Step, Step) - At(-Step, -Step)) / (4 * Step * Step);
        var area = (bendFirst * bendSecond) - (bendBoth * bendBoth);
        if (!(area > 0 && bendFirst > 0))
        {
            // No peak, as where a shape is another one's limit: the fit is all there is.
            return new LengthSpread(fit, 0, 0, 0);
        }

        var first = Math.Sqrt(bendSecond / area);
        return new LengthSpread(fit, first, -bendBoth / area / first, 1 / Math.Sqrt(bendSecond));
    }

    /// <summary>One length that the record allows; two shares between 0 and 1 say which.</summary>
    public Length Drawn(double first, double second)
    {
        var (one, other) = (Normal.InvCDF(0, 1, first), Normal.InvCDF(0, 1, second));
        return Moved(_fit, _first * one, (_both * one) + (_second * other));
    }

    private static Length Moved(Length fit, double first, double second) => fit switch
    {
        ExponentialLength one => new ExponentialLength(one.Mean * Math.Exp(first)),
        GammaLength one => new GammaLength(one.Shape * Math.Exp(first), one.ScaleDays * Math.Exp(second)),
        WeibullLength one => new WeibullLength(one.Shape * Math.Exp(first), one.ScaleDays * Math.Exp(second)),
        LognormalLength one => new LognormalLength(one.LogMean + first, one.LogDeviation * Math.Exp(second)),
        _ => fit,
    };
}
