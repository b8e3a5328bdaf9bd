using Networks.Simulation.Estimates;

namespace Networks.Simulation.Tests.Estimates;

public class FutureRangeTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(25)]
    [InlineData(39)]
    [InlineData(100)]
    [InlineData(500)]
    public void One_more_run_falls_into_the_range_as_often_as_the_range_says(int runs)
    {
        const int Studies = 4000;
        var random = new Random(4_711 + runs);
        var (inside, share) = (0, 0.0);
        for (var study = 0; study < Studies; study++)
        {
            // As lopsided as waits are: nothing here leans on a bell curve.
            double Wait() => Math.Pow(-Math.Log(1 - random.NextDouble()), 2);
            var range = FutureRange.Of(Enumerable.Range(0, runs).Select(_ => Wait()));
            (inside, share) = (inside + (range.Covers(Wait()) ? 1 : 0), range.Share);
        }

        var deviation = Math.Sqrt(share * (1 - share) / Studies);
        Assert.InRange(inside / (double)Studies, share - (4 * deviation), share + (4 * deviation));
        Assert.Equal(runs >= 39, share >= 0.95);
    }

    [Fact]
    public void It_stays_as_wide_with_more_runs_where_the_interval_of_the_mean_narrows()
    {
        var random = new Random(5);
        double[] values = [.. Enumerable.Range(0, 4000).Select(_ => random.NextDouble())];
        var (few, many) = (FutureRange.Of(values.Take(100)), FutureRange.Of(values));
        Assert.InRange((many.High - many.Low) / (few.High - few.Low), 0.9, 1.1);
        Assert.InRange(Intervals.Of(values).HalfWidth / Intervals.Of(values.Take(100)).HalfWidth, 0.12, 0.2);
    }

    [Fact]
    public void Of_one_run_or_of_nobodys_waits_there_is_none()
    {
        Assert.True(double.IsNaN(FutureRange.Of([3]).Share));
        Assert.True(double.IsNaN(FutureRange.Of([double.NaN, 3, double.NaN]).Low));
        Assert.Equal(new FutureRange(1, 2, 1 / 3.0), FutureRange.Of([2, double.NaN, 1]));
    }
}
