using Networks.Domain.Wards;
using Networks.Grains.WardRegisters;
using Networks.Testing;

namespace Networks.Grains.Tests.WardRegisters;

public sealed class WardRegisterGrainTests
{
    private static readonly WardFacts East = new() { Code = WardCode.Of("E05001390"), Name = "Batley East", Population = 18_000 };
    private static readonly WardFacts West = new() { Code = WardCode.Of("E05001391"), Name = "Batley West" };

    [Fact]
    public async Task Wards_are_kept_in_the_order_of_their_codes_and_the_same_again_changes_nothing()
    {
        await using var silo = await TestSilo.Start();
        var register = silo.Grains.WardRegister();
        Assert.Equal(2, await register.PutWards([West, East]));
        Assert.Equal(0, await register.PutWards([East, West]));
        Assert.Equal(1, await register.PutWards([West with { Population = 19_000 }]));
        await silo.Restart();
        Assert.Equal([East, West with { Population = 19_000 }], (await silo.Grains.WardRegister().Read()).Wards.AsEnumerable());
    }

    [Fact]
    public async Task The_area_is_kept_and_an_unknown_time_zone_refused()
    {
        await using var silo = await TestSilo.Start();
        var register = silo.Grains.WardRegister();
        Assert.Equal(AreaFacts.Unnamed, (await register.Read()).Area);
        var area = new AreaFacts { Code = AreaCode.Of("E08000018"), Name = "Rotherham" };
        Assert.Null((await register.PutArea(area)).Fault);
        Assert.Contains("'Mars/Olympus' is no time zone", (await register.PutArea(area with { TimeZone = "Mars/Olympus" })).Fault,
            StringComparison.Ordinal);
        await silo.CrashAndRestart();
        Assert.Equal(area, (await silo.Grains.WardRegister().Read()).Area);
    }

    [Fact]
    public async Task Wards_are_found_by_code_or_name_and_unknown_words_come_back_with_the_nearest()
    {
        await using var silo = await TestSilo.Start();
        var register = silo.Grains.WardRegister();
        await register.PutWards([East, West]);
        var lookup = await register.Find(["batley west", "E05001390", "Batley West", "E05001930", "Leeds"]);
        Assert.Equal([West, East], lookup.Found.AsEnumerable());
        Assert.Equal(["E05001930", "Leeds"], lookup.Unknown.Select(word => word.Word));
        Assert.Contains(East.Code, lookup.Unknown[0].DidYouMean);
        Assert.Empty(lookup.Unknown[1].DidYouMean);
    }
}
