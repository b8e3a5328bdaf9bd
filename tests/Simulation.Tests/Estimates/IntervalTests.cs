using Networks.Simulation.Estimates;
using Networks.Simulation.Streams;
using static MathNet.Numerics.SpecialFunctions;

namespace Networks.Simulation.Tests.Estimates;

public class IntervalTests
{
    [Fact]
    public void An_interval_is_the_one_in_textbooks()
    {
        // Student's t for 0.975: 2.776445 with 4 degrees of freedom; deviation of 1 to 5 is the root of 2.5.
        var estimate = Intervals.Of([1, 2, 3, 4, 5]);
        Assert.Equal(3, estimate.Mean);
        Assert.Equal(2.776445 * Math.Sqrt(2.5) / Math.Sqrt(5), estimate.HalfWidth, 1e-6);
        Assert.True(estimate.Covers(1.1) && !estimate.Covers(1.0));
        Assert.Equal(4.604095 * Math.Sqrt(2.5) / Math.Sqrt(5), Intervals.Of([1, 2, 3, 4, 5], 0.99).HalfWidth, 1e-6);
    }

    [Fact]
    public void One_run_is_never_a_result_and_runs_without_a_value_are_not_counted()
    {
        Assert.Equal(double.PositiveInfinity, Intervals.Of([7]).HalfWidth);
        Assert.Equal(new Estimate(7, 0, 3, 0.95), Intervals.Of([7, double.NaN, 7, 7]));
        Assert.Equal(0, Intervals.Of([double.NaN]).Replications);
        Assert.Equal(0, Intervals.Of([0, 0]).RelativeHalfWidth);
    }

    [Fact]
    public void Comparisons_made_together_are_each_made_surer()
    {
        double[] baseline = [10, 20, 30, 40], arm = [11, 22, 31, 42];
        var alone = Intervals.Paired(arm, baseline);
        var three = Intervals.Paired(arm, baseline, comparisons: 3);
        Assert.Equal((1.5, 1.5), (alone.Mean, three.Mean));
        Assert.Equal(Intervals.Of([1, 2, 1, 2]).HalfWidth, alone.HalfWidth);
        Assert.Equal(Intervals.Of([1, 2, 1, 2], 1 - (0.05 / 3)).HalfWidth, three.HalfWidth);
        Assert.True(three.HalfWidth > alone.HalfWidth);
        Assert.True(Intervals.PairingGain(arm, baseline) > 100);
        Assert.Throws<ArgumentException>(() => Intervals.Paired(arm, [1, 2]));
    }

    [Fact]
    public void Intervals_of_normal_values_cover_the_mean_as_often_as_they_say_alone_and_all_together()
    {
        const int Studies = 2000;
        var (alone, together) = (0, 0);
        for (var study = 0; study < Studies; study++)
        {
            var streams = new RandomStreams(1, (ulong)study);
            double[] Values(uint lane) =>
                [.. Enumerable.Range(0, 10).Select(at => Math.Sqrt(2) * ErfInv((2 * streams.Of(Purpose.Stay, lane, (ulong)at).First) - 1))];
            var baseline = Values(0);
            var arms = Enumerable.Range(1, 4).Select(lane => Intervals.Paired(Values((uint)lane), baseline, 4)).ToArray();
            alone += Intervals.Of(baseline).Covers(0) ? 1 : 0;
            together += arms.All(arm => arm.Covers(0)) ? 1 : 0;
        }

        Assert.InRange(alone / (double)Studies, 0.935, 0.965);
        Assert.InRange(together / (double)Studies, 0.945, 0.985);
    }
}
