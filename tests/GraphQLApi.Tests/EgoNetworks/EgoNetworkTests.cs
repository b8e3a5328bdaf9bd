using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.EgoNetworks;

/// <summary>Networks and days of knowledge as clients ask for them; the clock is moved, so the server is nobody else's.</summary>
public sealed class EgoNetworkTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_network_is_shown_with_its_circles_and_what_changed_and_a_past_evening_stays_as_it_was()
    {
        foreach (var reference in (string[])["EN1", "EN2"])
        {
            await server.ResidentAsync(reference);
        }

        await TieAsync(new { commandId = "en-1", from = "EN1", toAlter = "son", kind = "CHILD", circle = 1, contactFrequency = "WEEKLY" });
        await server.DoneAsync(
            "askAboutConnections", "AskAboutConnectionsInput", new { commandId = "en-2", resident = "EN1", on = "2026-11-22" },
            "resident { id }");
        server.Time.Advance(TimeSpan.FromDays(3));
        await TieAsync(new { commandId = "en-3", from = "EN2", toResident = "EN1", kind = "FRIEND", since = "2026-11-24" });

        const string Fields = """
            basis type typeSentence knownAt
            circles { circle people { resident { reference } alterNumber alterLabel relation namedByHer } groups { since } }
            gaps { kind support sentence }
            """;
        var data = await server.DataAsync($$"""
            {
              resident(id: "EN1") {
                network { {{Fields}} }
                then: network(knownAt: "2026-11-22") { {{Fields}} }
                networkChanges(from: "2026-11-22") { kind sentence person { relation } }
                threeAnswers { unconnected { holds evidence } isolated { holds evidence } lonely { holds evidence } }
                connections { residents }
                before: connections(knownAt: "2026-11-22") { residents }
              }
              now: ward(code: "E05012993") { residents unconnected openPlaces }
              ward(code: "E05012993", knownAt: "2026-11-22") { residents unconnected openPlaces }
              unconnectedResidents(knownAt: "2026-11-22") { asOf nodes { resident { reference } } }
              waitingList(knownAt: "2026-11-22") { totalCount }
              residents(knownAt: "2026-11-22") { totalCount }
              components(knownAt: "2026-11-22") { isolates asOf }
              area { totals(knownAt: "2026-11-22") { residents { value } } }
            }
            """);
        var resident = data["resident"]!;
        var network = resident["network"]!;
        Assert.Equal(("ASKED", "A_FEW_PEOPLE"), ((string)network["basis"]!, (string)network["type"]!));
        Assert.Equal("CHILD", (string)network["circles"]![0]!["people"]![0]!["relation"]!);
        Assert.Null(network["circles"]![0]!["people"]![0]!["alterLabel"]);
        Assert.Equal("EN2", (string)network["circles"]![3]!["people"]![0]!["resident"]!["reference"]!);
        Assert.Empty(resident["then"]!["circles"]![3]!["people"]!.AsArray());
        Assert.Equal("FRIEND", (string)resident["networkChanges"]![0]!["person"]!["relation"]!);
        Assert.False((bool)resident["threeAnswers"]!["unconnected"]!["holds"]!);
        Assert.Null(resident["threeAnswers"]!["lonely"]!["holds"]);
        Assert.Equal((1, 0), ((int)resident["connections"]!["residents"]!, (int)resident["before"]!["residents"]!));
        Assert.Equal((2, 0), ((int)data["now"]!["residents"]!, (int)data["now"]!["unconnected"]!));
        Assert.Equal((2, 1), ((int)data["ward"]!["residents"]!, (int)data["ward"]!["unconnected"]!));
        Assert.Null(data["ward"]!["openPlaces"]);
        var listed = data["unconnectedResidents"]!;
        Assert.Equal(("2026-11-22", "EN2"), ((string)listed["asOf"]!, (string)listed["nodes"]![0]!["resident"]!["reference"]!));
        Assert.Equal(2, (int)data["residents"]!["totalCount"]!);
        Assert.Equal(2, (int)data["components"]!["isolates"]!);
        Assert.Equal(2, (int)data["area"]!["totals"]!["residents"]!["value"]!);
        Assert.Equal("son", (string)(await server.DataAsync(
            """{ resident(id: "EN1") { network { circles { people { alterLabel } } } } }""",
            caller: "C012"))["resident"]!["network"]!["circles"]![0]!["people"]![0]!["alterLabel"]!);
    }

    private Task TieAsync(object input) => server.DoneAsync("recordTie", "RecordTieInput", input, "tie { id }");
}
