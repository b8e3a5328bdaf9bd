using MathNet.Numerics;
using Networks.Simulation.Fittings;
using Networks.Simulation.Lengths;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Fittings;

public class LengthFitTests
{
    [Fact]
    public void A_gamma_fit_solves_its_likelihood_equations()
    {
        var seen = Drawn(new GammaLength(2.3, 40), 200);
        var fit = Assert.IsType<GammaLength>(Fit(LengthShape.Gamma, seen).Length);
        Assert.Equal(seen.Ended.Average(), fit.Mean, 1e-3);
        var logarithms = Math.Log(seen.Ended.Average()) - seen.Ended.Average(Math.Log);
        Assert.Equal(logarithms, Math.Log(fit.Shape) - SpecialFunctions.DiGamma(fit.Shape), 1e-6);
    }

    [Fact]
    public void A_weibull_fit_solves_its_likelihood_equations_with_and_without_some_still_going_on()
    {
        var all = Drawn(new WeibullLength(1.7, 200), 150);
        foreach (var seen in new[] { all, Cut(all, 180) })
        {
            var fit = Assert.IsType<WeibullLength>(Fit(LengthShape.Weibull, seen).Length);
            var days = seen.Ended.Concat(seen.Ongoing).ToArray();
            var powers = days.Sum(one => Math.Pow(one, fit.Shape));
            Assert.Equal(1, Math.Pow(fit.ScaleDays, fit.Shape) / (powers / seen.Ended.Length), 1e-4);
            var weighted = days.Sum(one => Math.Pow(one, fit.Shape) * Math.Log(one)) / powers;
            Assert.Equal(0, weighted - (1 / fit.Shape) - seen.Ended.Average(Math.Log), 1e-4);
        }
    }

    [Fact]
    public void Exponential_and_lognormal_fits_are_the_means_that_textbooks_give()
    {
        var seen = Cut(Drawn(new ExponentialLength(90), 300), 100);
        var mean = (seen.Ended.Sum() + seen.Ongoing.Sum()) / seen.Ended.Length;
        Assert.Equal(mean, Assert.IsType<ExponentialLength>(Fit(LengthShape.Exponential, seen).Length).MeanDays, 1e-9);

        var all = Drawn(new LognormalLength(4, 0.8), 300);
        var fit = Assert.IsType<LognormalLength>(Fit(LengthShape.Lognormal, all).Length);
        Assert.Equal(all.Ended.Average(Math.Log), fit.LogMean, 1e-9);
        Assert.Equal(Math.Sqrt(all.Ended.Average(days => Math.Pow(Math.Log(days) - fit.LogMean, 2))), fit.LogDeviation, 1e-9);
    }

    [Fact]
    public void Matches_still_going_on_are_not_taken_for_short_ones()
    {
        foreach (var (shape, truth) in new (LengthShape, Length)[]
        {
            (LengthShape.Gamma, GammaLength.OfMean(364, 273)), (LengthShape.Lognormal, LognormalLength.OfMean(364, 273)),
            (LengthShape.Weibull, WeibullLength.OfMean(364, 273)), (LengthShape.Exponential, new ExponentialLength(364)),
        })
        {
            var fit = Fit(shape, Cut(Drawn(truth, 4000), 300));
            Assert.Equal(1, fit.Length.Mean / truth.Mean, 0.1);
            Assert.True(fit.Distance < 0.03 && fit.ShareFarther is null, $"{shape}: {fit}");
        }
    }

    [Fact]
    public void A_shape_that_is_true_is_seldom_doubted_and_a_false_one_is()
    {
        var truth = new ExponentialLength(50);
        var doubted = Enumerable.Range(0, 40).Count(seed => Fit(LengthShape.Exponential, Drawn(truth, 60, seed)).IsDoubtful);
        Assert.InRange(doubted, 0, 6);
        Assert.True(Fit(LengthShape.Exponential, Drawn(GammaLength.OfMean(50, 10), 60)).IsDoubtful);
        Assert.True(Fit(LengthShape.Weibull, Drawn(LognormalLength.OfMean(50, 100), 400)).IsDoubtful);
    }

    [Fact]
    public void Too_few_or_impossible_records_are_refused_with_their_place()
    {
        var few = new ObservedLengths([.. Enumerable.Range(1, 29).Select(day => (double)day)], []);
        var refused = Assert.IsType<LengthFitting.Refused>(LengthFits.Of(LengthShape.Gamma, few, "inputs.matchLength", 1));
        Assert.Equal(
            "inputs.matchLength: only 29 have ended; measured needs 30. Give a value instead.", refused.Fault.ToString());
        var same = new ObservedLengths([.. Enumerable.Repeat(7.0, 40)], []);
        Assert.IsType<LengthFitting.Refused>(LengthFits.Of(LengthShape.Gamma, same, "x", 1));
        var negative = new ObservedLengths([.. Enumerable.Repeat(7.0, 40), -1], []);
        Assert.IsType<LengthFitting.Refused>(LengthFits.Of(LengthShape.Exponential, negative, "x", 1));
        var going = new ObservedLengths([.. Enumerable.Range(1, 40).Select(day => (double)day)], [3]);
        Assert.IsType<LengthFitting.Refused>(LengthFits.Of(LengthShape.Empirical, going, "x", 1));
    }

    private static LengthFit Fit(LengthShape shape, ObservedLengths seen) =>
        Assert.IsType<LengthFitting.Fitted>(LengthFits.Of(shape, seen, "x", 5)).Fit;

    private static ObservedLengths Drawn(Length length, int count, int seed = 0)
    {
        var streams = new RandomStreams(9, (ulong)seed);
        return new([.. Enumerable.Range(0, count).Select(at => length.ExceededBy(streams.Of(Purpose.Stay, 0, (ulong)at).First))], []);
    }

    // Watched for so many days: what took longer is still going on.
    private static ObservedLengths Cut(ObservedLengths all, double watched) => new(
        [.. all.Ended.Where(days => days <= watched)], [.. all.Ended.Where(days => days > watched).Select(_ => watched)]);
}
