using Networks.Domain.Residents;

namespace Networks.Grains.Tests.Residents;

public sealed class ContactCardGrainTests(Town town) : IClassFixture<Town>
{
    private static readonly ContactCard Card = new() { Name = "Ada Example", Phone = "01234 567890", BestTime = "after ten" };

    [Fact]
    public async Task A_card_is_kept_apart_from_the_record_and_writes_only_what_is_new()
    {
        var id = await town.NewResident();
        var card = town.Grains.ContactCard(id);
        Assert.Null(await card.Read());
        Assert.True(await card.Keep(Card));
        Assert.False(await card.Keep(Card with { }));
        Assert.Equal(Card, await card.Read());
        Assert.Equal(1, (await town.Grains.Resident(id).Read())!.Version);
    }

    [Fact]
    public async Task A_forgotten_card_stays_forgotten()
    {
        var card = town.Grains.ContactCard(await town.NewResident());
        await card.Keep(Card);
        await card.Forget();
        await town.Silo.Cluster.DeactivateAsync(card);
        Assert.Null(await card.Read());
    }

    [Fact]
    public async Task A_card_of_somebody_who_is_not_registered_is_not_kept()
    {
        var card = town.Grains.ContactCard(ResidentId.Of(Town.Fresh("R")));
        Assert.False(await card.Keep(Card));
        Assert.Null(await card.Read());
    }

    [Fact]
    public void A_card_says_nothing_when_it_is_printed() => Assert.DoesNotContain("Ada", $"{Card}", StringComparison.Ordinal);
}
