using Networks.Domain.Wards;
using Networks.Testing;

namespace Networks.Grains.Tests.AreaRegisters;

public sealed class AreaRegisterGrainTests
{
    private static readonly PublishedArea Kirklees =
        new() { Code = AreaCode.Of("E08000034"), Name = "Kirklees", Level = AreaLevel.Council, Households = 180_000 };

    private static readonly PublishedArea Batley =
        new() { Code = AreaCode.Of("batley"), Name = "Batley", Level = AreaLevel.Place, Parent = Kirklees.Code };

    [Fact]
    public async Task Areas_are_kept_by_code_with_the_area_they_lie_in()
    {
        await using var silo = await TestSilo.Start();
        Assert.Equal(2, await silo.Grains.AreaRegister().Adopt([Batley, Kirklees]));
        Assert.Equal(0, await silo.Grains.AreaRegister().Adopt([Batley]));
        await silo.CrashAndRestart();
        Assert.Equal([Kirklees, Batley], (await silo.Grains.AreaRegister().All()).AsEnumerable());
        Assert.Equal(Kirklees.Code, (await silo.Grains.AreaRegister().Find(Batley.Code))?.Parent);
        Assert.Null(await silo.Grains.AreaRegister().Find(AreaCode.Of("nowhere")));
    }
}
