using Networks.Simulation.Estimates;

namespace Networks.Simulation.Tests.Estimates;

public class RatioTests
{
    [Fact]
    public void The_ends_of_the_interval_are_where_a_test_of_the_difference_just_fails()
    {
        // Fieller: a ratio r is in the interval if the mean of over - r * under may be 0, whatever formula found the ends.
        double[] over = [12, 15, 11, 14, 18, 13, 16, 12];
        double[] under = [5, 6, 4, 6, 7, 5, 6, 4];
        var ratio = Ratio.Of(over, under)!.Value;
        Assert.Equal(over.Sum() / under.Sum(), ratio.Value, 12);
        foreach (var end in (double[])[ratio.Low, ratio.High])
        {
            var difference = Intervals.Of(over.Zip(under, (one, other) => one - (end * other)));
            Assert.Equal(Math.Abs(difference.Mean), difference.HalfWidth, 9);
        }
    }

    [Fact]
    public void Nineteen_of_twenty_intervals_cover_the_truth()
    {
        var random = new Random(20261122);
        var covered = 0;
        for (var study = 0; study < 2000; study++)
        {
            var under = Enumerable.Range(0, 15).Select(_ => 10 + (4 * Normal(random))).ToArray();
            var over = under.Select(value => 20 + (2 * value) + (3 * Normal(random))).ToArray();
            covered += Ratio.Of(over, under) is { } ratio && ratio.Low <= 4 && 4 <= ratio.High ? 1 : 0;
        }

        Assert.InRange(covered / 2000.0, 0.935, 0.965);
    }

    [Fact]
    public void There_is_none_where_what_is_bought_may_be_nothing() => Assert.Null(Ratio.Of([5, 5, 5], [-1, 0, 2]));

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
