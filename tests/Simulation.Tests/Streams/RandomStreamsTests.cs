using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Streams;

public class RandomStreamsTests
{
    [Fact]
    public void A_draw_is_a_function_of_its_names_and_each_name_counts()
    {
        var streams = new RandomStreams(1, 2);
        var draw = streams.Of(Purpose.Stay, 3, 4, 5).First;
        Assert.Equal(draw, new RandomStreams(1, 2).Of(Purpose.Stay, 3, 4, 5).First);
        double[] others =
        [
            new RandomStreams(2, 2).Of(Purpose.Stay, 3, 4, 5).First, new RandomStreams(1, 3).Of(Purpose.Stay, 3, 4, 5).First,
            streams.Of(Purpose.Patience, 3, 4, 5).First, streams.Of(Purpose.Stay, 4, 4, 5).First,
            streams.Of(Purpose.Stay, 3, 5, 5).First, streams.Of(Purpose.Stay, 3, 4, 6).First,
            streams.Of(Purpose.Stay, 3, 4, 5).Second,
        ];
        Assert.Equal(others.Length, others.Append(draw).Distinct().Count() - 1);
    }

    [Fact]
    public void A_draw_is_never_0_and_never_1()
    {
        var least = new Draws(new PhiloxWords(0, 0, 0, 0)).First;
        var most = new Draws(new PhiloxWords(ulong.MaxValue, 0, 0, 0)).First;
        Assert.True(least > 0 && most < 1, $"{least:R} to {most:R}");
        Assert.Equal(1, least + most);
    }

    [Fact]
    public void Draws_fill_every_tenth_evenly_and_neighbours_are_not_alike()
    {
        const int Count = 200_000;
        var streams = new RandomStreams(20261122, 0);
        var tenths = new int[10];
        var together = 0.0;
        var before = 0.5;
        for (var entity = 0UL; entity < Count; entity++)
        {
            var draw = streams.Of(Purpose.Arrival, 0, entity).First;
            tenths[(int)(draw * 10)]++;
            together += (draw - 0.5) * (before - 0.5);
            before = draw;
        }

        // Chi-squared with nine degrees of freedom exceeds 27.9 once in a thousand seeds; this seed is fixed.
        var squares = tenths.Sum(count => Math.Pow(count - (Count / 10), 2) / (Count / 10));
        Assert.True(squares < 27.9, $"chi-squared {squares}");
        Assert.True(Math.Abs(together / Count * 12) < 4 / Math.Sqrt(Count), $"correlation {together / Count * 12}");
    }
}
