using System.Collections.Immutable;
using Networks.Simulation.Lengths;
using Networks.Simulation.Parameters;

namespace Networks.Simulation.Tests.Lengths;

public class LengthTests
{
    public static TheoryData<Length> Shipped => [.. All];

    public static TheoryData<Length> Smooth => [.. All.Where(length => length is not (ConstantLength or EmpiricalLength))];

    internal static ImmutableArray<Length> All { get; } =
    [
        new ConstantLength(2.5), new ExponentialLength(2.5), GammaLength.OfMean(2.5, 1), GammaLength.OfMean(2.5, 5),
        LognormalLength.OfMean(2.5, 2), LognormalLength.OfMean(364, 273), WeibullLength.OfMean(2.5, 1), WeibullLength.OfMean(2.5, 4),
        new EmpiricalLength([1, 1, 2, 2.5, 6]), new GammaLength(0.1, 3), new GammaLength(400, 0.1),
    ];

    [Theory]
    [MemberData(nameof(Smooth))]
    public void What_a_share_exceeds_is_exceeded_by_that_share(Length length)
    {
        foreach (var share in new[] { 1e-200, 1e-15, 1e-6, 0.01, 0.1, 0.5, 0.9, 0.99, 1 - 1e-9 })
        {
            var days = length.ExceededBy(share);
            Assert.True(
                Math.Abs(Math.Log(length.ShareLonger(days) / share)) < 1e-9, $"{length} {share:R}: {length.ShareLonger(days):R}");
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Mean_and_deviation_are_those_of_evenly_spread_draws(Length length)
    {
        const int Count = 100_000;
        var days = Enumerable.Range(0, Count).Select(at => length.ExceededBy((at + 0.5) / Count)).ToArray();
        var mean = days.Average();
        Assert.Equal(1, (mean + 1e-9) / (length.Mean + 1e-9), 2e-3);
        var deviation = Math.Sqrt(days.Average(one => (one - mean) * (one - mean)));
        Assert.Equal(1, (deviation + 1e-9) / (length.Deviation + 1e-9), 3e-2);
    }

    [Theory]
    [MemberData(nameof(Smooth))]
    public void What_goes_on_from_the_middle_ends_as_those_that_got_there(Length length)
    {
        foreach (var reached in new[] { 0.9, 0.5, 0.01, 1e-12 })
        {
            var elapsed = length.ExceededBy(reached);
            foreach (var share in new[] { 0.999, 0.5, 0.001 })
            {
                var end = length.ExceededBy(share, elapsed);
                Assert.True(end >= elapsed, $"{length} ends after {end} of {elapsed}");
                Assert.True(
                    Math.Abs((length.ShareLonger(end) / length.ShareLonger(elapsed)) - share) < 1e-6, $"{length} {reached} {share}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Smooth))]
    public void The_density_is_the_slope_of_the_shares(Length length)
    {
        foreach (var share in new[] { 0.99, 0.7, 0.3, 0.05 })
        {
            var days = length.ExceededBy(share);
            var step = days * 1e-5;
            var slope = (length.ShareLonger(days - step) - length.ShareLonger(days + step)) / (2 * step);
            Assert.Equal(1, Math.Exp(length.LogDensity(days)) / slope, 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Far_beyond_every_share_a_length_still_goes_on_to_a_finite_end_that_is_not_before(Length length)
    {
        foreach (var elapsed in new[] { 1e3, 1e5, 1e7 })
        {
            var ends = new[] { 0.999, 0.5, 0.001 }.Select(share => length.ExceededBy(share, elapsed)).ToArray();
            Assert.All(ends, end => Assert.True(double.IsFinite(end) && end >= elapsed, $"{length} {elapsed}: {end}"));
            Assert.Equal(ends, ends.Order());
        }
    }

    [Fact]
    public void What_has_lasted_longer_than_any_length_seen_ends_now()
    {
        Assert.Equal(7, new ConstantLength(2).ExceededBy(0.5, 7));
        Assert.Equal(7, new EmpiricalLength([1, 2]).ExceededBy(0.5, 7));
        Assert.Equal(6, new EmpiricalLength([1, 2, 6]).ExceededBy(0.99, 2));
    }

    [Fact]
    public void Every_parameter_is_refused_by_its_path()
    {
        var checks = new ParameterChecks();
        new GammaLength(0, double.NaN).Check(checks, "inputs.matchLength");
        new WeibullLength(-1, double.PositiveInfinity).Check(checks, "inputs.checkTakes");
        new LognormalLength(double.NaN, 0).Check(checks, "a");
        new ExponentialLength(-3).Check(checks, "b");
        new ConstantLength(-3).Check(checks, "c");
        new EmpiricalLength([]).Check(checks, "d");
        new EmpiricalLength([1, double.NaN]).Check(checks, "e");
        string[] paths =
        [
            "inputs.matchLength.shape", "inputs.matchLength.scaleDays", "inputs.checkTakes.shape", "inputs.checkTakes.scaleDays",
            "a.logMean", "a.logDeviation", "b.meanDays", "c.days", "d.days", "e.days[0]",
        ];
        Assert.Equal(paths, checks.Faults.Select(fault => fault.Path));
        Assert.Equal("inputs.matchLength.shape: must be a number above 0, not 0.", checks.Faults[0].ToString());
        Assert.Equal(checks.Faults.Length, Assert.Throws<ParameterException>(checks.ThrowIfAny).Faults.Length);
    }
}
