using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.ContactCards;

[Collection(ApiServerCollection.Name)]
public sealed class ContactCardTests(ApiServer server)
{
    private const string Human = "C012";

    [Fact]
    public async Task A_card_is_shown_to_a_caller_who_gives_a_name_and_to_nobody_else()
    {
        await server.ResidentAsync("CC1", facts: new { contactBy = new[] { "phone", "letter" } });
        const string Query =
            """{ resident(id: "CC1") { contactCard { name phone email address contactBy interpreter largePrint bestTime } } }""";
        Assert.Null((await server.DataAsync(Query, caller: Human))["resident"]!["contactCard"]);

        await KeepAsync(new { commandId = "cc-1", resident = "CC1", name = "Ann Example", phone = "01632 960001", largePrint = true });
        Assert.Null((await server.DataAsync(Query))["resident"]!["contactCard"]);
        Assert.Equal(
            """
            {"name":"Ann Example","phone":"01632 960001","email":null,"address":null,"contactBy":"phone;letter","interpreter":null,
            "largePrint":true,"bestTime":null}
            """.ReplaceLineEndings(""),
            (await server.DataAsync(Query, caller: Human))["resident"]!["contactCard"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_left_out_stays_on_the_card_and_a_late_retry_undoes_nothing()
    {
        await server.ResidentAsync("CC2");
        var first = new { commandId = "cc-2a", resident = "CC2", name = "Ann Example", phone = "01632 960001" };
        await KeepAsync(first);
        await KeepAsync(new { commandId = "cc-2b", resident = "CC2", phone = (string?)null, email = "ann@example.org" });
        await KeepAsync(first);

        var card = (await server.DataAsync("""{ resident(id: "CC2") { contactCard { name phone email } } }""", caller: Human))["resident"]!;
        Assert.Equal(
            """{"name":"Ann Example","phone":null,"email":"ann@example.org"}""", card["contactCard"]!.ToJsonString());
    }

    [Fact]
    public async Task A_refusal_repeats_nothing_of_the_card()
    {
        await server.ResidentAsync("CC3");
        var error = await server.RefusedAsync(
            "setContactCard", "SetContactCardInput", new { commandId = "cc-3", resident = "CC3", email = "secret nowhere" }, Human);
        Assert.Equal("""["email"]""", error["path"]!.ToJsonString());
        Assert.DoesNotContain("secret", error.ToJsonString(), StringComparison.Ordinal);
        var tooLong = await server.RefusedAsync(
            "setContactCard", "SetContactCardInput", new { commandId = "cc-3b", resident = "CC3", name = new string('s', 501) }, Human);
        Assert.Equal("""["name"]""", tooLong["path"]!.ToJsonString());
        Assert.DoesNotContain("sss", tooLong.ToJsonString(), StringComparison.Ordinal);
    }

    private Task KeepAsync(object input) => server.DoneAsync("setContactCard", "SetContactCardInput", input, "resident { id }", Human);
}
