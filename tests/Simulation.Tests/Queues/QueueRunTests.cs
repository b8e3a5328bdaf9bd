using System.Collections.Immutable;
using Networks.Simulation.Arrivals;
using Networks.Simulation.Estimates;
using Networks.Simulation.Lengths;
using Networks.Simulation.Parameters;
using Networks.Simulation.Queues;
using Networks.Simulation.Replications;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Queues;

/// <summary>What holds on every path, whatever the parameters.</summary>
public class QueueRunTests
{
    private static readonly QueueSettings Usual = new()
    {
        Arrivals = RateProfile.Steady(9), Stay = GammaLength.OfMean(1, 0.7), Places = 10, Patience = new WeibullLength(0.8, 3),
    };

    [Fact]
    public void Nobody_is_lost_and_Littles_law_holds_to_the_tick_in_thousands_of_random_queues()
    {
        long gaveUp = 0, turnedAway = 0, helpedOfFirst = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            // A run checks both itself and throws where they do not hold.
            var outcome = QueueRun.Run(Drawn(new Random(seed)), new RandomStreams((ulong)seed, 0), 5 + (seed % 40));
            Assert.Equal(outcome.Helped, outcome.WaitOfHelped.Count);
            Assert.True(outcome.HelpedAtOnce <= outcome.Helped && outcome.Waiting.Value >= 0);
            (gaveUp, turnedAway, helpedOfFirst) =
                (gaveUp + outcome.GaveUp, turnedAway + outcome.TurnedAway, helpedOfFirst + outcome.HelpedOfFirst);
        }

        Assert.True(gaveUp > 1000 && turnedAway > 1000 && helpedOfFirst > 1000, $"{gaveUp}, {turnedAway}, {helpedOfFirst}: too tame");
    }

    [Fact]
    public void A_queue_is_the_one_that_a_plain_list_of_people_makes()
    {
        var compared = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var settings = Drawn(new Random(seed)) with { InPlacesForDays = [], WaitingForDays = [] };
            var streams = new RandomStreams((ulong)seed, 1);
            var outcome = QueueRun.Run(settings, streams, 30);
            var plain = PlainQueue.Run(settings, streams, 30);
            Assert.Equal(
                plain,
                new PlainQueue.Counts(
                    outcome.Arrived, outcome.TurnedAway, outcome.Helped, outcome.GaveUp, outcome.Ended, outcome.WaitOfHelped.Sum));
            compared += (int)outcome.Arrived;
        }

        Assert.True(compared > 100_000);
    }

    [Fact]
    public void One_thread_or_many_give_the_same_outcomes()
    {
        static ImmutableArray<string> Runs(int threads) =>
            ReplicationRun.Exactly(64, at => Digest(QueueRun.Run(Usual, new RandomStreams(5, (ulong)at), 300)), threads);
        var alone = Runs(1);
        Assert.Equal(alone.ToList(), Runs(7).ToList());
        Assert.Equal(64, alone.Distinct().Count());
    }

    [Fact]
    public void A_lever_at_zero_changes_nothing_at_all()
    {
        var nothing = Usual with { Arrivals = new RateProfile([new RateStep(0, 9), new RateStep(100, 9)], 0), Room = 1_000_000 };
        var pairs = Enumerable.Range(0, 20).Select(at => new RandomStreams(5, (ulong)at))
            .Select(streams => (Arm: QueueRun.Run(nothing, streams, 300), Baseline: QueueRun.Run(Usual, streams, 300))).ToArray();
        Assert.All(pairs, pair => Assert.Equal(Digest(pair.Baseline), Digest(pair.Arm)));
        var difference = Intervals.Paired(
            [.. pairs.Select(pair => pair.Arm.WaitOfHelped.MeanDays)], [.. pairs.Select(pair => pair.Baseline.WaitOfHelped.MeanDays)]);
        Assert.Equal((0, 0), (difference.Mean, difference.HalfWidth));
    }

    [Fact]
    public void One_more_place_never_makes_anybody_wait_longer_and_pairing_makes_the_difference_plain()
    {
        var usual = Usual with { Patience = null, ArrivalsMost = 5000 };
        var pairs = Enumerable.Range(0, 60).Select(at => new RandomStreams(5, (ulong)at))
            .Select(streams => (More: QueueRun.Run(usual with { Places = 11 }, streams), Usual: QueueRun.Run(usual, streams))).ToArray();
        Assert.All(pairs, pair => Assert.True(pair.More.WaitOfHelped.Sum < pair.Usual.WaitOfHelped.Sum));
        var (more, as0) = (pairs.Select(pair => pair.More.WaitOfHelped.MeanDays).ToArray(),
            pairs.Select(pair => pair.Usual.WaitOfHelped.MeanDays).ToArray());
        Assert.True(Intervals.PairingGain(more, as0) > 1.3, $"{Intervals.PairingGain(more, as0)}");
        Assert.True(Intervals.Paired(more, as0).High < 0);
    }

    [Fact]
    public void Twice_the_time_for_everything_is_the_same_queue_twice_as_slow()
    {
        var slow = Usual with
        {
            Arrivals = RateProfile.Steady(4.5), Stay = GammaLength.OfMean(2, 1.4), Patience = new WeibullLength(0.8, 6),
        };
        for (var at = 0UL; at < 40; at++)
        {
            var (usual, slowed) = (QueueRun.Run(Usual, new RandomStreams(5, at), 300), QueueRun.Run(slow, new RandomStreams(5, at), 600));
            Assert.Equal((usual.Arrived, usual.Helped), (slowed.Arrived, slowed.Helped));
            Assert.Equal((usual.GaveUp, usual.Ended), (slowed.GaveUp, slowed.Ended));
            Assert.Equal(2, slowed.WaitOfHelped.MeanDays / usual.WaitOfHelped.MeanDays, 1e-6);
            Assert.Equal(usual.Taken.MeanUntil(usual.End), slowed.Taken.MeanUntil(slowed.End), 1e-6);
        }
    }

    [Fact]
    public void What_lasts_shorter_everywhere_is_over_sooner()
    {
        var lasting = Usual with { Patience = null };
        for (var at = 0UL; at < 40; at++)
        {
            var streams = new RandomStreams(6, at);
            var shorter = QueueRun.Run(lasting with { Stay = GammaLength.OfMean(0.9, 0.63) }, streams, 300);
            Assert.True(shorter.Waited <= QueueRun.Run(lasting, streams, 300).Waited);
        }
    }

    [Fact]
    public void Every_fault_of_the_settings_is_told_at_once_by_its_path()
    {
        var wrong = new QueueSettings
        {
            Arrivals = RateProfile.Steady(-1), Stay = new ExponentialLength(0), Places = 2, Room = 1,
            Patience = new GammaLength(1, -1), InPlacesForDays = [1, -2, 3], WaitingForDays = [1],
        };
        var refused = Assert.Throws<ParameterException>(() => QueueRun.Run(wrong, new RandomStreams(1, 1)));
        string[] paths =
        [
            "arrivals.steps[0].perDay", "stay.meanDays", "room", "patience.scaleDays", "inPlacesForDays", "inPlacesForDays[1]",
            "waitingForDays", "days",
        ];
        Assert.Equal(paths, refused.Faults.Select(fault => fault.Path));
        Assert.Contains("stay.meanDays: must be a number above 0, not 0.", refused.Message);
        var alone = Usual with { WaitingForDays = [1] };
        Assert.Equal(["waitingForDays"], alone.Faults().Select(fault => fault.Path));
    }

    private static QueueSettings Drawn(Random random)
    {
        Length[] lengths =
        [
            new ConstantLength(2), new ExponentialLength(2), GammaLength.OfMean(2, 1), LognormalLength.OfMean(2, 3),
            WeibullLength.OfMean(2, 1), new EmpiricalLength([0, 1, 1, 5]),
        ];
        var places = random.Next(1, 8);
        var inPlaces = random.Next(0, places + 1);
        var waiting = inPlaces == places ? random.Next(0, 5) : 0;
        var (first, then) = (new RateStep(0, 4 * random.NextDouble()), new RateStep(7, 4 * random.NextDouble()));
        var rates = new RateProfile([first, then], random.NextDouble());
        return new QueueSettings
        {
            Arrivals = rates,
            Stay = lengths[random.Next(lengths.Length)],
            Places = places,
            Room = random.Next(2) == 0 ? int.MaxValue : places + waiting + random.Next(4),
            Patience = random.Next(3) == 0 ? null : lengths[random.Next(lengths.Length)],
            InPlacesForDays = [.. Enumerable.Range(0, inPlaces).Select(_ => 3 * random.NextDouble())],
            WaitingForDays = [.. Enumerable.Range(0, waiting).Select(_ => 3 * random.NextDouble()).OrderDescending()],
        };
    }

    private static string Digest(QueueOutcome outcome) => string.Join(
        ' ', outcome.Arrived, outcome.Helped, outcome.GaveUp, outcome.Ended, outcome.Waited, outcome.Stayed, outcome.Events,
        outcome.WaitOfHelped.Sum, outcome.WaitOfHelped.WithinDays(0.9).ToString("R"), outcome.Waiting.Most);
}
