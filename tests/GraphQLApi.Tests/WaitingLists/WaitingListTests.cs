using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.WaitingLists;

public sealed class WaitingListTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task The_most_urgent_stand_first_and_then_the_longest_wait()
    {
        await server.ResidentAsync("L1", facts: new { seeking = new[] { "BEFRIENDING" }, priorityBand = 2, referredOn = "2026-01-01" });
        await server.ResidentAsync("L2", facts: new { seeking = new[] { "BEFRIENDING" }, priorityBand = 1, referredOn = "2026-11-02" });
        await server.ResidentAsync("L3", facts: new { seeking = new[] { "LUNCH_CLUB" }, priorityBand = 1, referredOn = "2026-10-02" });
        await server.ResidentAsync("L4");

        var data = await server.DataAsync("""
            {
              waitingList { totalCount nodes { resident { reference } seeking since days priorityBand } pageInfo { endCursor } }
              visits: waitingList(seeking: [BEFRIENDING], first: 1) {
                totalCount nodes { resident { reference } } pageInfo { hasNextPage endCursor }
              }
              east: waitingList(wards: ["E05012995"]) { totalCount nodes { days } }
            }
            """);
        Assert.Equal(["L3", "L2", "L1"], data["waitingList"]!["nodes"]!.AsArray().Select(node => (string)node!["resident"]!["reference"]!));
        Assert.Equal(51, (int)data["waitingList"]!["nodes"]![0]!["days"]!);
        Assert.Equal(2, (int)data["visits"]!["totalCount"]!);
        Assert.Equal(0, (int)data["east"]!["totalCount"]!);
        var after = (string)data["visits"]!["pageInfo"]!["endCursor"]!;
        var rest = await server.DataAsync(
            "query ($after: String) { waitingList(seeking: [BEFRIENDING], after: $after) { nodes { resident { reference } } } }",
            new { after });
        Assert.Equal("L1", (string)rest["waitingList"]!["nodes"]![0]!["resident"]!["reference"]!);
    }

    [Theory]
    [InlineData("first: 101", "PAGE_TOO_LARGE")]
    [InlineData("first: -1", "BAD_ARGUMENT")]
    [InlineData("after: \"x\"", "BAD_ARGUMENT")]
    [InlineData("wards: []", "BAD_ARGUMENT")]
    [InlineData("wards: [\"Nowhere\"]", "UNKNOWN_WARD")]
    public async Task Wrong_arguments_are_refused(string arguments, string code) =>
        Assert.Equal(code, await server.CodeAsync($"{{ waitingList({arguments}) {{ totalCount }} }}"));
}
