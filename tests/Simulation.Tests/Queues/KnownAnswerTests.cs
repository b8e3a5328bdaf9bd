using Networks.Simulation.Arrivals;
using Networks.Simulation.Lengths;
using Networks.Simulation.Outcomes;
using Networks.Simulation.Queues;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Queues;

/// <summary>
/// Queues with an exact answer, on the engine of the product. They begin as they would be found on any day, so that there is no warm-up to
/// be wrong about: how many are there is drawn from the exact shares, and exponential times have no memory of what has passed.
/// </summary>
public class KnownAnswerTests
{
    [Theory]
    [InlineData(6, 3, 3, 700, 20)]
    [InlineData(7, 1, 10, 1000, 20)]
    public void People_wait_as_long_as_Erlang_says(double comes, double leaves, int places, int people, int replications)
    {
        var truth = new Formulas(comes, leaves, places);
        Coverage.Check(
            replications,
            streams => ByPeople(truth, Settings(comes, leaves, places), streams, people),
            new Answer("wait", Wait, truth.Wait),
            new Answer("has to wait", HasToWait, truth.HasToWait));
    }

    [Theory]
    [InlineData(9, 1, 10, 0.05)]
    [InlineData(90, 1, 100, 0.1)]
    public void Where_places_are_nearly_all_taken_a_long_study_agrees_with_Erlang(
        double comes, double leaves, int places, double precision)
    {
        var truth = new Formulas(comes, leaves, places);
        Coverage.CheckTogether(
            200,
            precision,
            streams => ByPeople(truth, Settings(comes, leaves, places), streams, 30_000),
            new Answer("wait", Wait, truth.Wait),
            new Answer("has to wait", HasToWait, truth.HasToWait));
    }

    [Theory]
    [InlineData(6, 3, 3, 200)]
    [InlineData(9, 1, 10, 100)]
    public void As_many_places_are_taken_over_time_as_Erlang_says(double comes, double leaves, int places, int days)
    {
        var truth = new Formulas(comes, leaves, places);
        Coverage.Check(
            15,
            streams => ByDays(truth, Settings(comes, leaves, places), streams, days),
            new Answer("taken", Mean(outcome => outcome.Taken), truth.Taken));
    }

    [Theory]
    [InlineData(3, 4, 2, 3, 150)]
    [InlineData(9, 1, 10, 12, 300)]
    [InlineData(10, 1, 10, 10, 200)]
    [InlineData(25, 1, 30, 30, 300)]
    public void A_room_that_fills_turns_away_as_many_as_Erlang_says(double comes, double leaves, int places, int room, int people)
    {
        var truth = new Formulas(comes, leaves, places, room);
        var settings = Settings(comes, leaves, places) with { Room = room };
        Coverage.Check(
            20,
            streams => ByPeople(truth, settings, streams, people),
            new Answer("turned away", outcome => (double)outcome.TurnedAway / outcome.Arrived, truth.TurnedAway));
        Coverage.Check(
            10,
            streams => ByDays(truth, settings, streams, people / comes),
            new Answer("taken", Mean(outcome => outcome.Taken), truth.Taken));
    }

    [Theory]
    [InlineData(10, 1, 10, 0.5, 400)]
    [InlineData(50, 1, 45, 0.2, 600)]
    [InlineData(0.5, 0.05, 8, 0.02, 400)]
    public void A_list_that_people_leave_loses_as_many_as_Erlang_a_says(
        double comes, double leaves, int places, double givesUp, int people)
    {
        var truth = new Formulas(comes, leaves, places, givesUp: givesUp);
        var settings = Settings(comes, leaves, places) with { Patience = new ExponentialLength(1 / givesUp) };
        Coverage.Check(
            20,
            streams => ByPeople(truth, settings, streams, people),
            new Answer("gives up", outcome => (double)outcome.GaveUp / outcome.Arrived, truth.GivesUp));
        Coverage.Check(
            15,
            streams => ByDays(truth, settings, streams, people / comes),
            new Answer("waiting", Mean(outcome => outcome.Waiting), truth.Waiting));
    }

    [Fact]
    public void Where_stays_are_not_exponential_a_long_study_agrees_with_Pollaczek_and_Khinchine()
    {
        QueueSettings Before(double comes, Length stay) =>
            Settings(comes, 1, 1) with { Stay = stay, ArrivalsMost = 100_000 };
        Coverage.CheckTogether(
            60, 0.05, streams => QueueRun.Run(Before(0.9, new ConstantLength(1)), streams), new Answer("M/D/1", Wait, 4.5));
        Coverage.CheckTogether(
            60, 0.05, streams => QueueRun.Run(Before(0.8, new GammaLength(2, 0.5)), streams), new Answer("M/E2/1", Wait, 3.0));
    }

    private static double Wait(QueueOutcome outcome) => outcome.WaitOfHelped.MeanDays;

    private static double HasToWait(QueueOutcome outcome) => 1 - ((double)outcome.HelpedAtOnce / outcome.Arrived);

    private static Func<QueueOutcome, double> Mean(Func<QueueOutcome, TimeWeighted> curve) =>
        outcome => curve(outcome).MeanUntil(outcome.End);

    private static QueueSettings Settings(double comes, double leaves, int places) => new()
    {
        Arrivals = RateProfile.Steady(comes), Stay = new ExponentialLength(1 / leaves), Places = places,
    };

    // Who comes n-th finds the exact shares if who comes first does; only those who come are looked at, each until her wait is over.
    private static QueueOutcome ByPeople(Formulas truth, QueueSettings settings, RandomStreams streams, int people) =>
        QueueRun.Run(Begun(truth, settings, streams) with { FirstComesAtOnce = true, ArrivalsMost = people }, streams);

    private static QueueOutcome ByDays(Formulas truth, QueueSettings settings, RandomStreams streams, double days) =>
        QueueRun.Run(Begun(truth, settings, streams), streams, days);

    private static QueueSettings Begun(Formulas truth, QueueSettings settings, RandomStreams streams)
    {
        var there = truth.StateAt(streams.Of(Purpose.Beginning, 0, 0).First);
        var inPlaces = Math.Min(there, settings.Places);
        return settings with
        {
            InPlacesForDays = [.. Enumerable.Repeat(0.0, inPlaces)],
            WaitingForDays = [.. Enumerable.Repeat(0.0, there - inPlaces)],
        };
    }
}
