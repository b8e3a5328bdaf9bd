using Networks.Domain.Wards;
using Networks.Grains;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Wards;

/// <summary>Counts of whole wards need a server that nobody else writes to.</summary>
public sealed class WardTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_ward_counts_its_people_and_places_as_soon_as_they_are_there()
    {
        await server.ResidentAsync("WR1", "E05012994", new { seeking = new[] { "BEFRIENDING" }, referredOn = "2026-10-01" });
        await server.ResidentAsync("WR2", "E05012994");
        await server.ResidentAsync("WR3", "E05012994");
        await server.DoneAsync(
            "recordTie", "RecordTieInput", new { commandId = "w-1", from = "WR2", toResident = "WR3", kind = "FRIEND" }, "tie { id }");
        await server.VolunteerAsync("WV1", 2, new { roles = new[] { "BEFRIENDER" } });

        var data = await server.DataAsync("""
            {
              ward(code: "Aston & Todwick") {
                id code name population populationPeriod residents unconnected unconnectedCount { value suppressed } neverAsked
                waiting waitingForFood: waiting(seeking: [LUNCH_CLUB]) openPlaces befriendersWithCapacity suppressed area { code }
                friendless: unconnected(rule: { componentAtMost: 2 })
              }
              home: ward(code: "E05012993") { openPlaces befriendersWithCapacity visits: openPlaces(kinds: [BEFRIENDING]) }
              area {
                id code name level population residents wards { code }
                totals { residents { value } unconnected { value } neverAsked { value } waiting { value } volunteers groups openPlaces }
              }
            }
            """);

        var ward = data["ward"]!;
        Assert.Equal("E05012994", (string)ward["code"]!);
        Assert.Equal(12_000, (int)ward["population"]!);
        Assert.Equal(3, (int)ward["residents"]!);
        Assert.Equal(1, (int)ward["unconnected"]!);
        Assert.Equal(1, (int)ward["unconnectedCount"]!["value"]!);
        Assert.Equal(3, (int)ward["friendless"]!);
        Assert.Equal(1, (int)ward["waiting"]!);
        Assert.Equal(0, (int)ward["waitingForFood"]!);
        Assert.Equal("E08000018", (string)ward["area"]!["code"]!);
        Assert.Equal(2, (int)data["home"]!["openPlaces"]!);
        Assert.Equal(1, (int)data["home"]!["befriendersWithCapacity"]!);
        Assert.Equal(2, (int)data["home"]!["visits"]!);
        Assert.Equal(3, (int)data["area"]!["totals"]!["residents"]!["value"]!);
        Assert.Equal(36_500, (int)data["area"]!["population"]!);
        Assert.Equal(1, (int)data["area"]!["totals"]!["volunteers"]!);
        Assert.Equal(3, data["area"]!["wards"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_ward_that_has_just_come_is_seen_by_the_next_request_on_the_same_connection()
    {
        const string Query = """{ wards(codes: ["E05012993"]) { name } }""";
        Assert.Equal("Anston & Woodsetts", (string)(await server.DataAsync(Query))["wards"]![0]!["name"]!);
        await server.Grains.WardRegister().PutWards([new WardFacts { Code = WardCode.Of("E05012993"), Name = "Renamed" }]);
        Assert.Equal("Renamed", (string)(await server.DataAsync(Query))["wards"]![0]!["name"]!);
        await server.Grains.WardRegister().PutWards([ApiServer.Ward("E05012993", "Anston & Woodsetts", 13_000)]);
    }

    [Fact]
    public async Task Wards_are_listed_by_code_or_as_asked()
    {
        var all = await server.DataAsync("{ wards { code } }");
        Assert.Equal(["E05012993", "E05012994", "E05012995"], all["wards"]!.AsArray().Select(ward => (string)ward!["code"]!));
        var some = await server.DataAsync(
            """{ wards(codes: ["aughton & swallownest", "E05012993"], asOf: "2026-01-01") { code residents } }""");
        Assert.Equal(["E05012995", "E05012993"], some["wards"]!.AsArray().Select(ward => (string)ward!["code"]!));
    }

    [Theory]
    [InlineData("{ ward(code: \"E05012939\") { code } }", "UNKNOWN_WARD")]
    [InlineData("{ wards(codes: [\"E05012993\", \"Batley\"]) { code } }", "UNKNOWN_WARD")]
    [InlineData("{ wards(codes: []) { code } }", "BAD_ARGUMENT")]
    [InlineData("{ ward(code: \"E05012993\") { unconnected(rule: { noContactSinceDays: 0 }) } }", "BAD_ARGUMENT")]
    [InlineData("{ area { totals { unconnected(rule: { isolationAtLeast: 6 }) { value } } } }", "BAD_ARGUMENT")]
    public async Task What_no_ward_can_answer_is_refused(string query, string code) => Assert.Equal(code, await server.CodeAsync(query));
}
