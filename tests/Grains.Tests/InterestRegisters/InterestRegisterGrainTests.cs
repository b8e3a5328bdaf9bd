using Networks.Domain.Interests;
using Networks.Testing;

namespace Networks.Grains.Tests.InterestRegisters;

public sealed class InterestRegisterGrainTests
{
    [Fact]
    public async Task A_label_is_renewed_and_words_not_named_again_stay()
    {
        await using var silo = await TestSilo.Start();
        var register = silo.Grains.InterestRegister();
        var cards = new Interest { Word = "cards", Label = "Cards" };
        Assert.Equal(2, await register.Adopt([new Interest { Word = "gardening" }, cards]));
        Assert.Equal(1, await register.Adopt([new Interest { Word = "gardening", Label = "Gardening and allotments" }]));
        await silo.CrashAndRestart();
        var kept = (await silo.Grains.InterestRegister().All()).AsEnumerable();
        Assert.Equal([cards, new Interest { Word = "gardening", Label = "Gardening and allotments" }], kept);
    }
}
