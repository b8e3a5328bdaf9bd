using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Pathways;

/// <summary>Each test has a ward or a period of its own, because they share one server.</summary>
public sealed class PathwayTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_funnel_counts_how_far_the_people_referred_in_a_period_have_come()
    {
        await server.ResidentAsync("F1", facts: new { seeking = new[] { "BEFRIENDING" }, referredOn = "2026-08-01" });
        await server.ResidentAsync("F2", facts: new { referredOn = "2026-08-31", connectionsAskedOn = "2026-09-10" });
        await server.ResidentAsync("F3", facts: new { seeking = new[] { "BEFRIENDING" }, referredOn = "2026-09-01" });
        await server.ConsentAsync("F1");
        var data = await server.DataAsync("""
            {
              pathwayFunnel(from: "2026-08-01", to: "2026-09-01") {
                referred left asOf complete suppressed endings { residents }
                steps { stage reached dated medianDaysFromReferral standing stalled }
              }
              shared: pathwayFunnel(from: "2026-08-01", to: "2026-09-01", forSharing: true) {
                referred left suppressed steps { reached standing }
              }
            }
            """);
        var funnel = data["pathwayFunnel"]!;
        Assert.Equal((2, 0, "2026-11-22"), ((int)funnel["referred"]!, (int)funnel["left"]!, (string)funnel["asOf"]!));
        Assert.Equal(
            """{"stage":"ASSESSED","reached":2,"dated":1,"medianDaysFromReferral":10,"standing":1,"stalled":1}""",
            funnel["steps"]![1]!.ToJsonString());
        Assert.Equal((1, 1, 1), Counts(funnel["steps"]![2]!));
        Assert.Equal((0, 0, 0), Counts(funnel["steps"]![4]!));
        Assert.Equal("[]", funnel["suppressed"]!.ToJsonString());
        Assert.Null(data["shared"]!["referred"]);
        Assert.All(data["shared"]!["steps"]!.AsArray(), step => Assert.Equal("""{"reached":null,"standing":null}""", step!.ToJsonString()));
        Assert.Contains("referred", data["shared"]!["suppressed"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_still_is_listed_by_pages_the_longest_overdue_first()
    {
        await server.ResidentAsync("S1", facts: new { referredOn = "2026-03-02" });
        await server.ResidentAsync("S2", facts: new { referredOn = "2026-03-01" });
        const string Fields =
            "totalCount nodes { resident { reference } stage since days dueOn daysOverdue } pageInfo { hasNextPage endCursor }";
        var first = (await server.DataAsync($"{{ stalledResidents(stages: [REFERRED], first: 1) {{ {Fields} }} }}"))["stalledResidents"]!;
        Assert.Equal(
            """{"resident":{"reference":"S2"},"stage":"REFERRED","since":"2026-03-01","days":266,"dueOn":"2026-03-15","daysOverdue":252}""",
            first["nodes"]![0]!.ToJsonString());
        Assert.True((bool)first["pageInfo"]!["hasNextPage"]!);
        var second = (await server.DataAsync(
            $"query ($after: String) {{ stalledResidents(stages: [REFERRED], first: 1, after: $after) {{ {Fields} }} }}",
            new { after = (string)first["pageInfo"]!["endCursor"]! }))["stalledResidents"]!;
        Assert.Equal("S1", (string)second["nodes"]![0]!["resident"]!["reference"]!);
    }

    [Fact]
    public async Task Who_comes_to_stand_still_is_told()
    {
        using var stream = await EventStream.OpenAsync(
            server, "subscription { residentStalled(stages: [WAITING]) { cursor on node { resident { reference } stage dueOn } } }");
        await Task.Delay(200);
        await server.ResidentAsync("E1", facts: new { seeking = new[] { "HOMESHARE" }, referredOn = "2026-02-01" });
        await server.ConsentAsync("E1");
        var told = (await stream.NextAsync(server))!["data"]!["residentStalled"]!["node"]!;
        Assert.Equal("""{"resident":{"reference":"E1"},"stage":"WAITING","dueOn":"2026-04-26"}""", told.ToJsonString());
    }

    [Theory]
    [InlineData("pathwayFunnel(from: \"2026-09-01\", to: \"2026-09-01\") { referred }", "BAD_ARGUMENT")]
    [InlineData("pathwayFunnel(from: \"2026-09-01\", to: \"2026-10-01\", wards: [\"Nowhere\"]) { referred }", "UNKNOWN_WARD")]
    [InlineData("stalledResidents(stages: []) { totalCount }", "BAD_ARGUMENT")]
    [InlineData("stalledResidents(first: 101) { totalCount }", "PAGE_TOO_LARGE")]
    [InlineData("stalledResidents(after: \"x\") { totalCount }", "BAD_ARGUMENT")]
    public async Task Wrong_arguments_are_refused(string field, string code) =>
        Assert.Equal(code, await server.CodeAsync($"{{ {field} }}"));

    private static (int, int, int) Counts(JsonNode step) => ((int)step["reached"]!, (int)step["standing"]!, (int)step["stalled"]!);
}
