using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.UnconnectedResidents;

public sealed class UnconnectedResidentTests(ApiServer server) : IClassFixture<ApiServer>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        foreach (var reference in (string[])["UR1", "UR2", "UR3", "UR4", "UR5"])
        {
            await server.ResidentAsync(reference, reference == "UR5" ? "E05012995" : "E05012993");
        }

        await server.DoneAsync(
            "recordTie", "RecordTieInput", new { commandId = "u-1", from = "UR1", toResident = "UR2", kind = "FRIEND" }, "tie { id }");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task People_with_no_recorded_connection_are_listed_with_the_evidence()
    {
        var list = (await server.DataAsync("""
            {
              unconnectedResidents {
                totalCount neverAskedCount asOf rule suppressed
                nodes {
                  resident { reference }
                  evidence { criteria basis sentence isolation hopsToGroup since connections { residents componentSize } }
                }
              }
            }
            """))["unconnectedResidents"]!;
        Assert.Equal(3, (int)list["totalCount"]!);
        Assert.Equal(3, (int)list["neverAskedCount"]!);
        Assert.Equal("2026-11-22", (string)list["asOf"]!);
        Assert.Equal("no-ties", (string)list["rule"]!);
        Assert.Equal(["UR3", "UR4", "UR5"], list["nodes"]!.AsArray().Select(node => (string)node!["resident"]!["reference"]!));
        Assert.Equal("""["NO_TIES"]""", list["nodes"]![0]!["evidence"]!["criteria"]!.ToJsonString());
        Assert.Equal("NEVER_ASKED", (string)list["nodes"]![0]!["evidence"]!["basis"]!);
    }

    [Fact]
    public async Task Pages_forward_and_backward_meet()
    {
        var first = await ListAsync("first: 2", null);
        Assert.True((bool)first["pageInfo"]!["hasNextPage"]!);
        var rest = await ListAsync("first: 2, after: $after", (string)first["pageInfo"]!["endCursor"]!);
        Assert.Equal(["UR5"], rest["nodes"]!.AsArray().Select(node => (string)node!["resident"]!["reference"]!));
        Assert.False((bool)rest["pageInfo"]!["hasNextPage"]!);
        var last = await ListAsync("last: 1", null);
        Assert.Equal("UR5", (string)last["nodes"]![0]!["resident"]!["reference"]!);
    }

    [Fact]
    public async Task Rules_wards_and_orders_are_applied_as_given()
    {
        var data = await server.DataAsync("""
            {
              small: unconnectedResidents(rule: { componentAtMost: 2 }) { totalCount rule }
              east: unconnectedResidents(wards: ["Aughton & Swallownest"]) { totalCount }
              backwards: unconnectedResidents(orderBy: [{ field: ID, direction: DESC }]) { nodes { resident { reference } } }
              both: unconnectedResidents(rule: { combine: ALL, noTies: true, isolationAtLeast: 5 }) { totalCount rule }
            }
            """);
        Assert.Equal(5, (int)data["small"]!["totalCount"]!);
        Assert.Equal("component:2", (string)data["small"]!["rule"]!);
        Assert.Equal(1, (int)data["east"]!["totalCount"]!);
        Assert.Equal("UR5", (string)data["backwards"]!["nodes"]![0]!["resident"]!["reference"]!);
        Assert.Equal("no-ties+isolation:5", (string)data["both"]!["rule"]!);
    }

    [Theory]
    [InlineData("rule: { noContactSinceDays: 0 }", "BAD_ARGUMENT")]
    [InlineData("rule: { noContactSinceDays: 3651 }", "BAD_ARGUMENT")]
    [InlineData("rule: { componentAtMost: 0 }", "BAD_ARGUMENT")]
    [InlineData("rule: { noGroupWithinHops: 7 }", "BAD_ARGUMENT")]
    [InlineData("rule: { isolationAtLeast: -1 }", "BAD_ARGUMENT")]
    [InlineData("rule: { counting: [] }", "BAD_ARGUMENT")]
    [InlineData("rule: { tieKinds: [] }", "BAD_ARGUMENT")]
    [InlineData("rule: { basis: [] }", "BAD_ARGUMENT")]
    [InlineData("wards: []", "BAD_ARGUMENT")]
    [InlineData("wards: [\"Nowhere\"]", "UNKNOWN_WARD")]
    [InlineData("first: 101", "PAGE_TOO_LARGE")]
    [InlineData("last: 101", "PAGE_TOO_LARGE")]
    [InlineData("first: -1", "BAD_ARGUMENT")]
    [InlineData("first: 1, last: 1", "BAD_ARGUMENT")]
    [InlineData("after: \"nonsense\"", "BAD_ARGUMENT")]
    [InlineData("last: 1, before: \"nonsense\"", "BAD_ARGUMENT")]
    public async Task Wrong_arguments_are_refused(string arguments, string code) =>
        Assert.Equal(code, await server.CodeAsync($"{{ unconnectedResidents({arguments}) {{ totalCount }} }}"));

    [Theory]
    [InlineData("asOf: \"31/03/2026\"")]
    [InlineData("asOf: 20260331")]
    [InlineData("orderBy: [{ direction: ASC }]")]
    [InlineData("orderBy: [{ field: NAME }]")]
    [InlineData("rule: { noTies: \"yes\" }")]
    [InlineData("first: 1.5")]
    [InlineData("nonsense: 1")]
    public async Task What_the_schema_does_not_allow_is_refused_before_anything_runs(string arguments)
    {
        var answer = await server.SendAsync($"{{ unconnectedResidents({arguments}) {{ totalCount }} }}");
        Assert.False(string.IsNullOrWhiteSpace((string?)answer["errors"]![0]!["message"]));
        Assert.Null(answer["data"]);
    }

    [Fact]
    public async Task Components_count_how_people_hang_together()
    {
        var data = await server.DataAsync("""
            {
              components { count largest isolates sizes { size count } asOf suppressed }
              none: components(through: [MEMBERSHIP]) { count isolates }
              east: components(wards: ["E05012995"]) { count }
            }
            """);
        Assert.Equal(4, (int)data["components"]!["count"]!);
        Assert.Equal(2, (int)data["components"]!["largest"]!);
        Assert.Equal(3, (int)data["components"]!["isolates"]!);
        Assert.Equal("""[{"size":1,"count":3},{"size":2,"count":1}]""", data["components"]!["sizes"]!.ToJsonString());
        Assert.Equal(5, (int)data["none"]!["isolates"]!);
        Assert.Equal(1, (int)data["east"]!["count"]!);
        Assert.Equal("BAD_ARGUMENT", await server.CodeAsync("{ components(through: []) { count } }"));
        Assert.Equal("UNKNOWN_WARD", await server.CodeAsync("""{ components(wards: ["x"]) { count } }"""));
    }

    /// <summary>One page; the variable is used in every document, for an unused one is refused.</summary>
    private async Task<JsonNode> ListAsync(string arguments, string? after)
    {
        var query = $$"""
            query ($after: String) {
              unconnectedResidents({{arguments}}) {
                nodes { resident { reference } }
                pageInfo { hasNextPage hasPreviousPage endCursor }
              }
              others: unconnectedResidents(after: $after) { totalCount }
            }
            """;
        return (await server.DataAsync(query, new { after }))["unconnectedResidents"]!;
    }
}
