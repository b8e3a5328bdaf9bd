using Networks.Simulation.Arrivals;
using Networks.Simulation.Lengths;
using Networks.Simulation.Queues;
using Networks.Simulation.Tests.Lengths;

namespace Networks.Simulation.Tests.Queues;

/// <summary>
/// Places without end, on their way from a beginning: whatever the length of a stay, how many are there has an exact answer.
/// </summary>
public class TransientTests
{
    public static TheoryData<Length> Shipped => [.. LengthTests.All];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void From_empty_as_many_are_there_as_stays_promise(Length stay)
    {
        const double Days = 2.5;
        var settings = new QueueSettings { Arrivals = RateProfile.Steady(10), Stay = stay };
        var there = 10 * Area(0, Days, stay.ShareLonger);
        Coverage.Check(
            20,
            streams => QueueRun.Run(settings, streams, Days),
            new Answer("there", outcome => outcome.Taken.Value, there),
            new Answer("over time", outcome => outcome.Taken.MeanUntil(outcome.End),
                10 * Area(0, Days, day => (Days - day) * stay.ShareLonger(day)) / Days));
    }

    [Fact]
    public void The_textbook_case_is_among_them() =>
        Assert.Equal(6.3212056, 10 * Area(0, 2.5, new ExponentialLength(2.5).ShareLonger) / 2.5, 1e-7);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Of_those_there_at_a_fork_as_many_are_left_as_their_time_so_far_promises(Length stay)
    {
        // Stays that are long for their length, and some that have only begun.
        double[] elapsed = [.. Enumerable.Range(0, 24).Select(at => stay.ExceededBy(Math.Max(0.04 * (at + 0.5), 0.3)) * 0.9)];
        var settings = new QueueSettings { Arrivals = RateProfile.Steady(0), Stay = stay, InPlacesForDays = [.. elapsed] };
        var days = stay is ConstantLength ? stay.Mean / 3 : Math.Min(stay.Mean / 3, stay.Deviation);
        var left = elapsed.Sum(one => stay.ShareLonger(one + days) / stay.ShareLonger(one));
        if (stay is ConstantLength)
        {
            Assert.All(Enumerable.Range(0, 20), at => Assert.Equal(left, QueueRun.Run(settings, new(1, (ulong)at), days).Taken.Value));
            return;
        }

        Coverage.Check(20, streams => QueueRun.Run(settings, streams, days), new Answer("left", outcome => outcome.Taken.Value, left));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void With_a_rate_that_steps_and_grows_as_many_are_there_as_the_rate_promised(Length stay)
    {
        var rates = new RateProfile([new RateStep(0, 4), new RateStep(3, 12), new RateStep(5, 2)], 9);
        const double Days = 8;
        var there = Area(0, 3, Left) + Area(3, 5, Left) + Area(5, Days, Left);
        var settings = new QueueSettings { Arrivals = rates, Stay = stay };
        Coverage.Check(20, streams => QueueRun.Run(settings, streams, Days), new Answer("there", outcome => outcome.Taken.Value, there));

        double Left(double day) => rates.At(day) * stay.ShareLonger(Days - day);
    }

    // Many thin rectangles: coarse beside a library's quadrature, but right with steps too.
    private static double Area(double from, double to, Func<double, double> height)
    {
        const int Steps = 200_000;
        var width = (to - from) / Steps;
        var sum = 0.0;
        for (var step = 0; step < Steps; step++)
        {
            sum += height(from + ((step + 0.5) * width));
        }

        return sum * width;
    }
}
