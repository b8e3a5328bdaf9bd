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
              waitingList(seeking: [BEFRIENDING, LUNCH_CLUB]) {
                totalCount nodes { resident { reference } seeking since days priorityBand } pageInfo { endCursor }
              }
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

    [Fact]
    public async Task Paused_people_stand_apart_and_an_unknown_start_falls_back_to_the_day_of_registration()
    {
        string[] hub = ["DIGITAL_SKILLS"];
        await server.ResidentAsync("P1", facts: new { seeking = hub, priorityBand = 2, referredOn = "2026-10-23" });
        await server.ResidentAsync("P2", facts: new { seeking = hub, priorityBand = 2 });
        await server.DoneAsync("pauseReferral", "PauseReferralInput",
            new { commandId = "p-1", resident = "P1", until = "2027-01-01" }, "resident { pausedUntil }");
        var data = await server.DataAsync("""
            {
              waiting: waitingList(seeking: [DIGITAL_SKILLS]) { nodes { resident { reference } since days proposalsDeclined } }
              paused: waitingList(seeking: [DIGITAL_SKILLS], paused: true) { totalCount nodes { resident { reference } since days } }
              ward(code: "E05012993") { waiting(seeking: [DIGITAL_SKILLS]) }
            }
            """);
        Assert.Equal(
            """[{"resident":{"reference":"P2"},"since":"2026-11-22","days":0,"proposalsDeclined":0}]""",
            data["waiting"]!["nodes"]!.ToJsonString());
        Assert.Equal(
            """[{"resident":{"reference":"P1"},"since":"2026-10-23","days":30}]""", data["paused"]!["nodes"]!.ToJsonString());
        Assert.Equal(1, (int)data["ward"]!["waiting"]!);
    }

    [Theory]
    [InlineData("first: 101", "PAGE_TOO_LARGE")]
    [InlineData("seeking: []", "BAD_ARGUMENT")]
    [InlineData("first: -1", "BAD_ARGUMENT")]
    [InlineData("after: \"x\"", "BAD_ARGUMENT")]
    [InlineData("wards: []", "BAD_ARGUMENT")]
    [InlineData("wards: [\"Nowhere\"]", "UNKNOWN_WARD")]
    public async Task Wrong_arguments_are_refused(string arguments, string code) =>
        Assert.Equal(code, await server.CodeAsync($"{{ waitingList({arguments}) {{ totalCount }} }}"));
}
