using Networks.Simulation.Arrivals;
using Networks.Simulation.Lengths;
using Networks.Simulation.Questions;
using Networks.Simulation.Queues;
using Networks.Simulation.Streams;
using Networks.Simulation.Tests.Queues;

namespace Networks.Simulation.Tests.Questions;

public class CountSearchTests
{
    private const int Searches = 120;

    /// <summary>Places of a queue with an exact answer: fewer wait, the more places there are.</summary>
    [Theory]
    [InlineData(6.0, 1.0, 0.0, 0.5, 0.9)]
    [InlineData(6.0, 1.0, 0.5, 0.6, 0.8)]
    public void The_smallest_number_of_places_is_found_as_often_as_is_said_where_Erlang_knows_it(
        double comes, double leaves, double givesUp, double waitingAtMost, double confidence)
    {
        var (least, most) = ((int)comes + (givesUp > 0 ? -2 : 1), 20);
        var truths = Enumerable.Range(least, most - least + 1).ToDictionary(
            places => places, places => new Formulas(comes, leaves, places, givesUp: givesUp));
        var truth = truths.First(one => one.Value.Waiting <= waitingAtMost).Key;
        Assert.InRange(truth, least + 1, most - 1);
        int exact = 0, covered = 0;
        for (var search = 0; search < Searches; search++)
        {
            var answer = CountSearch.Find(
                new CountRange(least, most, confidence, 640),
                (places, run) => Waiting(truths[places], comes, leaves, givesUp, places, new RandomStreams((ulong)search, (ulong)run))
                    - waitingAtMost);
            covered += (answer.AtLeast ?? most + 1) <= truth && truth <= (answer.AtMost ?? most + 1) ? 1 : 0;
            exact += answer.IsExact && answer.AtMost == truth ? 1 : 0;
        }

        Assert.True(covered >= confidence * Searches, $"{covered} of {Searches} answers hold the truth, {truth}.");
        Assert.True(exact >= 0.8 * Searches, $"only {exact} of {Searches} answers are exact");
    }

    [Fact]
    public void A_limit_that_chance_cannot_tell_from_a_count_gives_a_range_that_holds_it_and_no_false_exactness()
    {
        var wrong = 0;
        for (var search = 0; search < 400; search++)
        {
            // The margin of 12 is 0 but for chance, so that 12 does, and no number of runs can say so.
            var answer = CountSearch.Find(
                new CountRange(0, 40, 0.8, 160), (count, run) => 12 - count + (4 * Noise((ulong)search, run, count)));
            wrong += answer.AtLeast <= 12 && 12 <= answer.AtMost ? 0 : 1;
        }

        Assert.InRange(wrong, 0, 80);
    }

    [Fact]
    public void A_range_in_which_none_is_enough_says_so_and_one_in_which_all_are_names_the_first()
    {
        var none = CountSearch.Find(new CountRange(0, 30), (count, run) => 50 - count + Noise(1, run, count));
        Assert.Equal((null, null), (none.AtLeast, none.AtMost));
        Assert.Equal(CountVerdict.DoesNot, none[30]!.Verdict);
        var all = CountSearch.Find(new CountRange(5, 30), (count, run) => -3 - count + Noise(1, run, count));
        Assert.Equal((5, 5), (all.AtLeast, all.AtMost));
    }

    [Fact]
    public void Without_chance_every_limit_in_the_range_is_found_in_as_many_steps_as_halving_takes()
    {
        for (var limit = 0; limit <= 60; limit++)
        {
            var answer = CountSearch.Find(new CountRange(0, 60), (count, _) => limit - count);
            Assert.Equal((limit, limit), (answer.AtLeast, answer.AtMost));
            Assert.InRange(answer.Judged.Length, 1, new CountRange(0, 60).Steps);
            Assert.Equal(answer.Judged.Length * CountSearch.RunsAtLeast, answer.Runs);
        }
    }

    [Fact]
    public void The_answer_is_the_same_on_one_thread_and_on_many()
    {
        double Margin(int count, int run) => 17.3 - count + (6 * Noise(9, run, count));
        var (one, many) = (CountSearch.Find(new CountRange(0, 60), Margin, 1), CountSearch.Find(new CountRange(0, 60), Margin, 4));
        Assert.Equal(one.Judged.AsEnumerable(), many.Judged.AsEnumerable());
        Assert.Equal((one.AtLeast, one.AtMost, one.Runs), (many.AtLeast, many.AtMost, many.Runs));
    }

    private static double Noise(ulong seed, int run, int count)
    {
        var draws = new RandomStreams(seed, (ulong)run).Of(Purpose.Beginning, 0, (ulong)count);
        return Math.Sqrt(-2 * Math.Log(draws.First)) * Math.Cos(2 * Math.PI * draws.Second);
    }

    // From as it would be found on any day, so that the mean over the run is the exact one.
    private static double Waiting(Formulas truth, double comes, double leaves, double givesUp, int places, RandomStreams streams)
    {
        const double Days = 30;
        var there = truth.StateAt(streams.Of(Purpose.Beginning, 0, 0).First);
        var settings = new QueueSettings
        {
            Arrivals = RateProfile.Steady(comes), Stay = new ExponentialLength(1 / leaves), Places = places,
            Patience = givesUp > 0 ? new ExponentialLength(1 / givesUp) : null,
            InPlacesForDays = [.. Enumerable.Repeat(0.0, Math.Min(there, places))],
            WaitingForDays = [.. Enumerable.Repeat(0.0, Math.Max(0, there - places))],
        };
        var outcome = QueueRun.Run(settings, streams, Days);
        return outcome.Waiting.MeanUntil(outcome.End);
    }
}
