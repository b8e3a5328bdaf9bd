using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Ties;

[Collection(ApiServerCollection.Name)]
public sealed class TieTests(ApiServer server)
{
    [Fact]
    public async Task A_recorded_tie_is_shown_by_the_one_who_names_it_and_counted_for_both()
    {
        await server.ResidentAsync("TT1");
        await server.ResidentAsync("TT2");
        var payload = await RecordAsync(
            new { commandId = "tt-1", from = "TT1", toResident = "TT2", kind = "FRIEND", circle = 1, contactFrequency = "WEEKLY" });
        Assert.Equal("TT2", (string)payload["tie"]!["other"]!["reference"]!);
        Assert.Equal("TT1", (string)payload["tie"]!["namedBy"]!["reference"]!);

        var data = await server.DataAsync("""
            {
              a: resident(id: "TT1") {
                ties { totalCount nodes { kind circle contactFrequency } }
                connections { residents basis componentSize }
              }
              b: resident(id: "TT2") { ties { totalCount } connections { residents basis componentSize } }
            }
            """);
        Assert.Equal(1, (int)data["a"]!["ties"]!["totalCount"]!);
        Assert.Equal(0, (int)data["b"]!["ties"]!["totalCount"]!);
        Assert.Equal(1, (int)data["a"]!["connections"]!["residents"]!);
        Assert.Equal(1, (int)data["b"]!["connections"]!["residents"]!);
        Assert.Equal(2, (int)data["b"]!["connections"]!["componentSize"]!);
    }

    [Fact]
    public async Task A_tie_to_somebody_outside_the_register_keeps_its_label_and_can_be_ended()
    {
        await server.ResidentAsync("TT3");
        var tie = (await RecordAsync(new { commandId = "tt-3", from = "TT3", toAlter = "Anna", kind = "CHILD" }, "C012"))["tie"]!;
        Assert.Equal("Anna", (string)tie["alterLabel"]!);
        Assert.Null(tie["other"]);

        var ended = await server.DoneAsync(
            "endTie", "EndTieInput", new { commandId = "tt-3e", tie = (string)tie["id"]!, on = "2026-11-22" }, "tie { endedOn }");
        Assert.Equal("2026-11-22", (string)ended["tie"]!["endedOn"]!);
        var data = await server.DataAsync(
            """{ resident(id: "TT3") { now: ties { totalCount } ever: ties(current: false) { totalCount } } }""");
        Assert.Equal(0, (int)data["resident"]!["now"]!["totalCount"]!);
        Assert.Equal(1, (int)data["resident"]!["ever"]!["totalCount"]!);
    }

    [Fact]
    public async Task Who_gives_no_name_sees_a_number_instead_of_the_label_of_somebody_outside_the_register()
    {
        await server.ResidentAsync("TT10");
        foreach (var (number, label, kind) in new[] { (1, "Cleo", "FRIEND"), (2, "Dora", "FRIEND"), (3, "Cleo", "NEIGHBOUR") })
        {
            await RecordAsync(new { commandId = "tt-10-" + number, from = "TT10", toAlter = label, kind });
        }

        const string Query = """{ resident(id: "TT10") { ties { nodes { alterLabel alterNumber } } } }""";
        var plain = (await server.DataAsync(Query))["resident"]!["ties"]!["nodes"]!.AsArray();
        Assert.Equal([1, 2, 1], plain.Select(tie => (int)tie!["alterNumber"]!));
        Assert.All(plain, tie => Assert.Null(tie!["alterLabel"]));
        var named = (await server.DataAsync(Query, caller: "C012"))["resident"]!["ties"]!["nodes"]!.AsArray();
        Assert.Equal(["Cleo", "Dora", "Cleo"], named.Select(tie => (string)tie!["alterLabel"]!));
    }

    [Fact]
    public async Task Contacts_over_a_tie_are_dated_on_the_tie()
    {
        await server.ResidentAsync("TT4");
        var tie = (string)(await RecordAsync(new { commandId = "tt-4", from = "TT4", toAlter = "Bea", kind = "NEIGHBOUR" }))["tie"]!["id"]!;
        var payload = await server.DoneAsync(
            "recordContact",
            "RecordContactInput",
            new { commandId = "tt-4c", resident = "TT4", tie, on = "2026-11-20", mode = "PHONE", minutes = 12 },
            "resident { ties { nodes { lastContact } } connections { lastContact } }");
        Assert.Equal("2026-11-20", (string)payload["resident"]!["ties"]!["nodes"]![0]!["lastContact"]!);
        Assert.Equal("2026-11-20", (string)payload["resident"]!["connections"]!["lastContact"]!);
    }

    [Fact]
    public async Task A_tie_names_exactly_one_of_a_resident_and_somebody_else()
    {
        await server.ResidentAsync("TT5");
        await server.ResidentAsync("TT6");
        var both = await RefuseAsync(new { commandId = "tt-5a", from = "TT5", toResident = "TT6", toAlter = "x", kind = "FRIEND" });
        Assert.Equal("InvalidValue", (string)both["__typename"]!);
        var none = await RefuseAsync(new { commandId = "tt-5b", from = "TT5", kind = "FRIEND" });
        Assert.Equal("InvalidValue", (string)none["__typename"]!);
    }

    [Theory]
    [InlineData("nobody", "TT7b", 1, "2026-01-01", """["from"]""")]
    [InlineData("", "TT7b", 1, "2026-01-01", """["from"]""")]
    [InlineData("TT7a", "", 1, "2026-01-01", """["toResident"]""")]
    [InlineData("TT7a", "TT7a", 1, "2026-01-01", """["toResident"]""")]
    [InlineData("TT7a", "TT7b", 4, "2026-01-01", """["circle"]""")]
    [InlineData("TT7a", "TT7b", 1, "2126-01-01", """["since"]""")]
    public async Task A_wrong_tie_is_refused_by_its_place(string from, string toResident, int circle, string since, string path)
    {
        await server.ResidentAsync("TT7a");
        await server.ResidentAsync("TT7b");
        var error = await RefuseAsync(new { commandId = Guid.NewGuid().ToString(), from, toResident, kind = "FRIEND", circle, since });
        Assert.Equal("InvalidValue", (string)error["__typename"]!);
        Assert.Equal(path, error["path"]!.ToJsonString());
    }

    [Theory]
    [InlineData("no-tie")]
    [InlineData("TT8#9")]
    [InlineData("nobody#1")]
    public async Task An_unknown_tie_cannot_be_ended(string tie)
    {
        await server.ResidentAsync("TT8");
        var error = await server.RefusedAsync(
            "endTie", "EndTieInput", new { commandId = Guid.NewGuid().ToString(), tie, on = "2026-11-01" });
        Assert.Equal("""["tie"]""", error["path"]!.ToJsonString());
    }

    [Fact]
    public async Task A_contact_needs_a_tie_or_match_of_the_resident()
    {
        await server.ResidentAsync("TT9");
        var foreign = await server.RefusedAsync(
            "recordContact", "RecordContactInput", new { commandId = "tt-9a", resident = "TT9", tie = "TT1#1", on = "2026-11-01" });
        Assert.Equal("""["tie"]""", foreign["path"]!.ToJsonString());
        var match = await server.RefusedAsync(
            "recordContact", "RecordContactInput", new { commandId = "tt-9b", resident = "TT9", match = "TT9#1", on = "2026-11-01" });
        Assert.Equal("""["match"]""", match["path"]!.ToJsonString());
        var neither = await server.RefusedAsync(
            "recordContact", "RecordContactInput", new { commandId = "tt-9c", resident = "TT9", on = "2026-11-01" });
        Assert.Equal("InvalidValue", (string)neither["__typename"]!);
    }

    private Task<System.Text.Json.Nodes.JsonNode> RecordAsync(object input, string? caller = null) => server.DoneAsync(
        "recordTie", "RecordTieInput", input, "tie { id alterLabel other { reference } namedBy { reference } }", caller);

    private Task<System.Text.Json.Nodes.JsonNode> RefuseAsync(object input) => server.RefusedAsync("recordTie", "RecordTieInput", input);
}
