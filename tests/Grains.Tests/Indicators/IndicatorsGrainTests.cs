using Networks.Domain.Wards;
using Networks.Testing;

namespace Networks.Grains.Tests.Indicators;

public sealed class IndicatorsGrainTests
{
    private static readonly AreaCode East = AreaCode.Of("E05001390");

    [Fact]
    public async Task One_name_is_kept_for_each_period_and_a_figure_named_again_is_renewed()
    {
        await using var silo = await TestSilo.Start();
        var figures = silo.Grains.Indicators(East);
        Assert.Equal(3, await figures.Adopt([Figure("pensioners", 3, "2021"), Figure("alone", 2, "2021"), Figure("alone", 1, "2011")]));
        Assert.Equal(1, await figures.Adopt([Figure("alone", 2.5, "2021"), Figure("alone", 1, "2011")]));
        await silo.CrashAndRestart();
        var reading = await silo.Grains.Indicators(East).Of([]);
        Assert.Equal([1, 2.5, 3], reading.Found.Select(figure => figure.Value));
        Assert.Equal(["alone", "pensioners"], reading.Known.AsEnumerable());
    }

    [Fact]
    public async Task Only_the_names_asked_for_are_answered_but_all_known_ones_are_told()
    {
        await using var silo = await TestSilo.Start();
        await silo.Grains.Indicators(East).Adopt([Figure("alone", 2, null), Figure("pensioners", 3, "2021")]);
        var reading = await silo.Grains.Indicators(East).Of(["alone", "nobody published this"]);
        Assert.Equal(["alone"], reading.Found.Select(figure => figure.Name));
        Assert.Equal(["alone", "pensioners"], reading.Known.AsEnumerable());
        Assert.Empty((await silo.Grains.Indicators(AreaCode.Of("E05001391")).Of([])).Known);
    }

    [Fact]
    public async Task A_figure_about_another_area_is_not_taken()
    {
        await using var silo = await TestSilo.Start();
        var stray = Figure("alone", 2, null) with { Area = AreaCode.Of("E05001391") };
        await Assert.ThrowsAsync<ArgumentException>(() => silo.Grains.Indicators(East).Adopt([stray]));
        Assert.Empty((await silo.Grains.Indicators(East).Of([])).Found);
    }

    private static Indicator Figure(string name, double value, string? period) =>
        new() { Area = East, Name = name, Value = value, Period = period };
}
