using Networks.Simulation.Arrivals;
using Networks.Simulation.Parameters;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Arrivals;

public class LayeredArrivalsTests
{
    private static readonly RateProfile Rising = new([new RateStep(0, 2), new RateStep(100, 6), new RateStep(150, 1)], 0.5);

    [Fact]
    public void As_many_come_in_each_stretch_as_the_rate_promises()
    {
        (double From, double To)[] stretches = [(0, 50), (50, 100), (100, 150), (150, 300)];
        const int Replications = 400;
        var counts = new double[stretches.Length];
        for (var replication = 0; replication < Replications; replication++)
        {
            var days = Arrivals(new RandomStreams(7, (ulong)replication), Rising, 2, 300).Select(one => Ticks.ToDays(one.Time)).ToArray();
            for (var at = 0; at < stretches.Length; at++)
            {
                counts[at] += days.Count(day => day > stretches[at].From && day <= stretches[at].To);
            }
        }

        for (var at = 0; at < stretches.Length; at++)
        {
            var expected = Replications * Area(Rising, stretches[at].From, stretches[at].To);
            Assert.True(Math.Abs(counts[at] - expected) < 4 * Math.Sqrt(expected), $"stretch {at}: {counts[at]} for {expected}");
        }
    }

    [Fact]
    public void More_referrals_leave_everybody_who_came_before_where_she_was()
    {
        for (var replication = 0UL; replication < 50; replication++)
        {
            var streams = new RandomStreams(11, replication);
            var usual = Arrivals(streams, RateProfile.Steady(2), 2, 200).ToHashSet();
            var more = Arrivals(streams, Rising, 2, 200).ToHashSet();
            Assert.Subset(more, usual.Where(one => one.Time < Ticks.FromDays(150)).ToHashSet());
            Assert.True(more.Count > usual.Count);
        }
    }

    [Fact]
    public void A_higher_top_of_the_rate_draws_nobody_anew()
    {
        var streams = new RandomStreams(3, 4);
        var low = Arrivals(streams, RateProfile.Steady(2), 2, 100);
        var spike = new RateProfile([new RateStep(0, 2), new RateStep(100, 40)]);
        Assert.Equal(low, Arrivals(streams, spike, 2, 100).Where(one => one.Time < Ticks.FromDays(100)));
    }

    [Fact]
    public void Two_wards_share_no_draw()
    {
        var streams = new RandomStreams(3, 4);
        var first = new LayeredArrivals(streams, 0, RateProfile.Steady(2), 2, 10);
        var second = new LayeredArrivals(streams, 1, RateProfile.Steady(2), 2, 10);
        Assert.NotEqual(first.NextGap(0), second.NextGap(0));
    }

    [Fact]
    public void A_profile_with_faults_is_refused_field_by_field()
    {
        var checks = new ParameterChecks();
        new RateProfile([new RateStep(1, -2), new RateStep(1, 3)], -1).Check(checks, "arrivals");
        string[] paths = ["arrivals.steps", "arrivals.steps[0].perDay", "arrivals.steps[1].fromDay", "arrivals.growthPerYear"];
        Assert.Equal(paths, checks.Faults.Select(fault => fault.Path));
    }

    private static List<(long Time, uint Lane, ulong Number)> Arrivals(
        RandomStreams streams, RateProfile profile, double height, double untilDay)
    {
        var arrivals = new LayeredArrivals(streams, 5, profile, height, untilDay);
        var came = new List<(long, uint, ulong)>();
        for (var layer = 0; layer < arrivals.Layers; layer++)
        {
            for (var time = arrivals.NextGap(layer); time <= Ticks.FromDays(untilDay); time += arrivals.NextGap(layer))
            {
                if (arrivals.Comes(layer, time))
                {
                    came.Add((time, arrivals.Lane(layer), arrivals.Number(layer)));
                }
            }
        }

        return [.. came.Order()];
    }

    private static double Area(RateProfile profile, double from, double to)
    {
        const int Steps = 10_000;
        return Enumerable.Range(0, Steps).Sum(step => profile.At(from + ((step + 0.5) * (to - from) / Steps))) * (to - from) / Steps;
    }
}
