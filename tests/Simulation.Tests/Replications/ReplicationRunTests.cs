using Networks.Simulation.Parameters;
using Networks.Simulation.Replications;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Replications;

public class ReplicationRunTests
{
    private static double Value(int replication) =>
        10 + (8 * (new RandomStreams(4, (ulong)replication).Of(Purpose.Stay, 0, 0).First - 0.5));

    [Fact]
    public void Any_number_of_threads_ends_at_the_same_run_with_the_same_outcomes()
    {
        var plan = new ReplicationPlan { AtLeast = 5, AtMost = 400, Precision = 0.03 };
        var alone = ReplicationRun.Until(plan, Value, value => value, threadsMax: 1);
        var many = ReplicationRun.Until(plan, Value, value => value, threadsMax: 8);
        Assert.True(alone.Reached && alone.Outcomes.Length is > 20 and < 400, alone.Message);
        Assert.Equal(alone.Outcomes.Length, many.Outcomes.Length);
        Assert.Equal(alone.Outcomes.ToList(), many.Outcomes.ToList());
        Assert.Equal((alone.Watched, alone.Message), (many.Watched, many.Message));
    }

    [Fact]
    public void The_series_ends_at_the_first_run_from_which_the_precision_has_held_long_enough()
    {
        foreach (var (precision, lookAhead) in new[] { (0.1, 5), (0.05, 0), (0.03, 5), (0.012, 5), (0.012, 20) })
        {
            var plan = new ReplicationPlan { AtLeast = 3, AtMost = 2000, Precision = precision, LookAhead = lookAhead };
            var series = ReplicationRun.Until(plan, Value, value => value);
            Assert.Equal(PlainEnd(plan), series.Outcomes.Length);
            Assert.Equal(Enumerable.Range(0, series.Outcomes.Length).Select(Value), series.Outcomes);
        }
    }

    [Fact]
    public void It_says_when_it_did_not_get_there_and_what_it_would_take()
    {
        var plan = new ReplicationPlan { AtLeast = 5, AtMost = 40, Precision = 0.01 };
        var series = ReplicationRun.Until(plan, Value, value => value);
        Assert.False(series.Reached);
        Assert.Equal(40, series.Outcomes.Length);
        var needed = Math.Ceiling(40 * Math.Pow(series.Watched.RelativeHalfWidth / 0.01, 2));
        Assert.StartsWith("Precision 1 % not reached: after 40 runs the interval is ", series.Message);
        Assert.EndsWith($" % of the mean to either side. About {needed} runs would be needed.", series.Message);
        var nothing = ReplicationRun.Until(plan, _ => 0, _ => double.NaN);
        Assert.Equal("Precision 1 % not reached: after 40 runs there is no mean to measure it by.", nothing.Message);
    }

    [Fact]
    public void A_series_of_exactly_so_many_runs_says_whether_they_were_enough()
    {
        var series = ReplicationRun.Until(new ReplicationPlan(30, 30, 0.1), Value, value => value);
        Assert.Equal("30 runs, precision 10 % reached.", series.Message);
    }

    [Fact]
    public void A_plan_with_faults_is_refused_whole_before_anything_runs()
    {
        var plan = new ReplicationPlan { AtLeast = 1, AtMost = 0, Precision = 0, Confidence = 1 };
        var refused = Assert.Throws<ParameterException>(
            () => ReplicationRun.Until<int>(plan, _ => throw new InvalidOperationException(), _ => 0));
        string[] paths = ["replications.atLeast", "replications.atMost", "replications.precision", "replications.confidence"];
        Assert.Equal(paths, refused.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void A_cancelled_study_stops()
    {
        using var cancel = new CancellationTokenSource();
        var plan = new ReplicationPlan { AtLeast = 100_000, AtMost = 100_000 };
        Assert.ThrowsAny<OperationCanceledException>(() => ReplicationRun.Until(
            plan,
            replication =>
            {
                if (replication == 50)
                {
                    cancel.Cancel();
                }

                return 0;
            },
            _ => 0,
            cancellationToken: cancel.Token));
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.001)]
    public async Task Runs_held_elsewhere_that_finish_in_any_order_give_the_same_series(double precision)
    {
        var plan = new ReplicationPlan { AtLeast = 5, AtMost = 60, Precision = precision };
        var alone = ReplicationRun.Until(plan, Value, value => value, threadsMax: 1);
        var heard = new List<double>();
        var elsewhere = await ReplicationRun.UntilAsync(
            plan,
            async (replication, _) =>
            {
                for (var turn = replication * 7919 % 5; turn > 0; turn--)
                {
                    await Task.Yield();
                }

                return Value(replication);
            },
            value => value,
            heard.Add);
        Assert.Equal(alone.Outcomes.ToList(), elsewhere.Outcomes.ToList());
        Assert.Equal((alone.Watched, alone.Message), (elsewhere.Watched, elsewhere.Message));
        Assert.Equal(alone.Outcomes.ToList(), heard);
    }

    [Fact]
    public async Task A_run_that_fails_elsewhere_cancels_the_others_of_its_batch_and_is_told()
    {
        var cancelled = 0;
        var plan = new ReplicationPlan { AtLeast = 10, AtMost = 10 };
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => ReplicationRun.UntilAsync<int>(
            plan,
            async (replication, cancellationToken) =>
            {
                if (replication == 0)
                {
                    throw new InvalidDataException("lost");
                }

                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    return 0;
                }
                finally
                {
                    Interlocked.Increment(ref cancelled);
                }
            },
            _ => 0));
        Assert.Equal(("lost", 9), (fault.Message, cancelled));
    }

    // The rule in plain words, over all runs there could be.
    private static int PlainEnd(ReplicationPlan plan)
    {
        bool Precise(int runs)
        {
            var values = Enumerable.Range(0, runs).Select(Value).ToArray();
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (runs - 1));
            var t = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, runs - 1, 0.975);
            return t * deviation / Math.Sqrt(runs) <= plan.Precision * mean;
        }

        for (var runs = plan.AtLeast; ; runs++)
        {
            var ahead = runs <= 100 ? plan.LookAhead : plan.LookAhead * runs / 100;
            if (Enumerable.Range(runs, ahead + 1).All(Precise))
            {
                return runs + ahead;
            }
        }
    }
}
