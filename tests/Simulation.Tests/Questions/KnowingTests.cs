using Networks.Simulation.Questions;

namespace Networks.Simulation.Tests.Questions;

public class KnowingTests
{
    private const int Runs = 2000;

    [Theory]
    [InlineData(0.6, 0, new[] { false, false, false, true, true }, 8.0)]
    [InlineData(0.4, 1, new[] { true, true, false, false, false }, 8.0)]
    public void The_value_of_knowing_is_that_of_the_closed_formula(double where, int best, bool[] others, double worth)
    {
        // An arm that is worth 100 (x - where) beside one that is worth nothing, x anywhere from 0 to 1 alike: knowing x is worth
        // 100 (1 - where)^2 / 2 if it is left otherwise, 100 where^2 / 2 if it is taken.
        Assert.Equal(worth, 100 * Math.Pow(best == 0 ? 1 - where : where, 2) / 2, 9);
        var knowing = Knowing.Of(Toy(x => 100 * (x - where)));
        Assert.Equal(best, knowing.Best);
        Assert.Equal(others, knowing.IsOther);
        Assert.Equal(worth, knowing.Worth, 0.5);
    }

    [Fact]
    public void An_input_that_moves_both_arms_alike_or_none_is_worth_nothing()
    {
        var apart = Knowing.Of(Toy(_ => 30));
        Assert.Equal((1, 0.0), (apart.Best, apart.Worth));
        Assert.DoesNotContain(true, apart.IsOther);
        var alike = Knowing.Of(Toy(_ => 0));
        Assert.DoesNotContain(true, alike.IsOther.Take(1).Where(_ => alike.Worth > 1));
        Assert.InRange(alike.Worth, 0, 1);
    }

    // By slice, by arm, run by run; chance as large as what is looked for.
    private static double[][][] Toy(Func<double, double> second)
    {
        var random = new Random(7);
        var shares = Enumerable.Range(0, Runs).Select(_ => random.NextDouble()).ToArray();
        return
        [
            .. Enumerable.Range(0, Knowing.Slices).Select(slice => (double[][])
            [
                new double[Runs],
                [.. shares.Select(share => second((slice + share) / Knowing.Slices) + (20 * (random.NextDouble() - 0.5)))],
            ]),
        ];
    }
}
