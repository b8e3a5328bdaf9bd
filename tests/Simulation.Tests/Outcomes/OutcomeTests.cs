using Networks.Simulation.Outcomes;

namespace Networks.Simulation.Tests.Outcomes;

public class OutcomeTests
{
    [Fact]
    public void A_curve_has_the_area_that_adding_every_tick_gives()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var curve = new TimeWeighted();
            var (now, value, area) = (5L, (long)random.Next(4), (Int128)0);
            var most = value;
            curve.Begin(now, value);
            for (var step = 0; step < 40; step++)
            {
                for (var ticks = random.Next(4); ticks > 0; ticks--, now++)
                {
                    area += value;
                }

                var by = random.Next(-2, 3);
                curve.Change(now, by);
                value += by;
                most = Math.Max(most, value);
            }

            Assert.Equal((area + (3 * value), value, most), (curve.AreaUntil(now + 3), curve.Value, curve.Most));
            Assert.Equal((double)(area + (3 * value)) / (now - 2), curve.MeanUntil(now + 3), 1e-12);
        }
    }

    [Fact]
    public void A_tally_keeps_the_digits_that_squares_lose_and_joins_to_the_same()
    {
        var values = Enumerable.Range(0, 1000).Select(at => 1e9 + Math.Sin(at)).ToArray();
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / 999;
        var (all, joined) = (new Tally(), new Tally());
        foreach (var part in values.Chunk(137))
        {
            var tally = new Tally();
            foreach (var value in part)
            {
                tally.Add(value);
                all.Add(value);
            }

            joined.Add(tally);
        }

        foreach (var tally in new[] { all, joined })
        {
            Assert.Equal((1000, values.Min(), values.Max()), (tally.Count, tally.Least, tally.Most));
            Assert.Equal(mean, tally.Mean, 1e-5);
            Assert.Equal(variance, tally.Variance, 1e-6);
        }
    }

    [Fact]
    public void Durations_give_exact_sums_shares_and_quantiles()
    {
        var durations = new Durations();
        foreach (var days in new[] { 30, 10, 20, 40, 50 })
        {
            durations.Add(days * Ticks.PerDay);
        }

        Assert.Equal(30, durations.MeanDays);
        Assert.Equal((30, 46), (durations.WithinDays(0.5), durations.WithinDays(0.9)));
        Assert.Equal((10, 50), (durations.WithinDays(0), durations.WithinDays(1)));
        Assert.Equal(0.4, durations.ShareOver(30 * Ticks.PerDay));
        durations.Add(0);
        Assert.Equal((25, 0), (durations.WithinDays(0.5), durations.WithinDays(0)));
        Assert.Equal(double.NaN, new Durations().WithinDays(0.5));
        Assert.Equal(double.NaN, new Durations().MeanDays);
    }
}
