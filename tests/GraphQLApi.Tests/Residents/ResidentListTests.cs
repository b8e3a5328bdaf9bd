using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Residents;

public sealed class ResidentListTests(ApiServer server) : IClassFixture<ApiServer>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if (await ReferencesAsync("residents") is not "")
        {
            return;
        }

        string[] befriending = ["BEFRIENDING"];
        await server.ResidentAsync("RL1", facts: new { birthYear = 1940, livesAlone = true, seeking = befriending, priorityBand = 1,
            referredOn = "2026-09-22", languages = new[] { "ur" } });
        await server.ResidentAsync("RL10", facts: new { birthYear = 1980, livesAlone = false, seeking = befriending, priorityBand = 2,
            referredOn = "2026-11-20", languages = new[] { "pl" } });
        await server.ResidentAsync("RL2", "E05012995", new { seeking = new[] { "LUNCH_CLUB" } });
        await server.ResidentAsync("RL3", "E05012995");
        await server.ConsentAsync("RL1");
        await server.ConsentAsync("RL10");
        await server.VolunteerAsync("RLV1", 1, new
        {
            roles = new[] { "BEFRIENDER" },
            languages = new[] { "ur" },
            checks = new object[]
            {
                new { kind = "references", on = "2026-03-04" }, new { kind = "interview", on = "2026-03-04" },
                new { kind = "induction", on = "2026-03-05" }
            }
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("", "RL1 RL10 RL2 RL3")]
    [InlineData("(where: { wards: [\"Aughton & Swallownest\"] })", "RL2 RL3")]
    [InlineData("(where: { ageBands: [FROM_85, UNKNOWN] })", "RL1 RL2 RL3")]
    [InlineData("(where: { livesAlone: true })", "RL1")]
    [InlineData("(where: { livesAlone: false })", "RL10")]
    [InlineData("(where: { seeking: [LUNCH_CLUB, TRANSPORT] })", "RL2")]
    [InlineData("(where: { priorityBands: [1, 2] })", "RL1 RL10")]
    [InlineData("(where: { waitingAtLeastDays: 30 })", "RL1")]
    [InlineData("(where: { isolationAtLeast: 5, seeking: [BEFRIENDING] })", "RL1 RL10")]
    [InlineData("(where: { rule: { noTies: true }, wards: [\"E05012995\"] })", "RL2 RL3")]
    [InlineData("(where: { hasOpenOption: true })", "RL1")]
    [InlineData("(where: { hasOpenOption: false })", "RL10 RL2 RL3")]
    [InlineData("(orderBy: [{ field: PRIORITY_BAND, direction: DESC }])", "RL10 RL1 RL2 RL3")]
    [InlineData("(orderBy: [{ field: WAITING_SINCE }])", "RL1 RL10 RL2 RL3")]
    [InlineData("(orderBy: [{ field: WARD, direction: DESC }, { field: ID, direction: DESC }])", "RL3 RL2 RL10 RL1")]
    [InlineData("(first: 2)", "RL1 RL10")]
    [InlineData("(last: 1)", "RL3")]
    public async Task Residents_are_those_for_whom_every_filter_holds_in_the_order_asked(string arguments, string references) =>
        Assert.Equal(references, await ReferencesAsync($"residents{arguments}"));

    [Fact]
    public async Task Pages_forward_and_backward_meet()
    {
        var first = (await server.DataAsync(
            "{ residents(first: 2) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }"))["residents"]!;
        Assert.Equal((4, true, false),
            ((int)first["totalCount"]!, (bool)first["pageInfo"]!["hasNextPage"]!, (bool)first["pageInfo"]!["hasPreviousPage"]!));
        var cursor = (string)first["pageInfo"]!["endCursor"]!;
        Assert.Equal("RL2 RL3", await ReferencesAsync($"residents(after: \"{cursor}\")"));
        Assert.Equal("RL1", await ReferencesAsync($"residents(last: 1, before: \"{cursor}\")"));
    }

    [Theory]
    [InlineData("where: { wards: [] }", "BAD_ARGUMENT")]
    [InlineData("where: { wards: [\"Nowhere\"] }", "UNKNOWN_WARD")]
    [InlineData("where: { ageBands: [] }", "BAD_ARGUMENT")]
    [InlineData("where: { seeking: [] }", "BAD_ARGUMENT")]
    [InlineData("where: { priorityBands: [0] }", "BAD_ARGUMENT")]
    [InlineData("where: { waitingAtLeastDays: 3651 }", "BAD_ARGUMENT")]
    [InlineData("where: { isolationAtLeast: 6 }", "BAD_ARGUMENT")]
    [InlineData("where: { rule: { counting: [] } }", "BAD_ARGUMENT")]
    [InlineData("first: 101", "PAGE_TOO_LARGE")]
    [InlineData("first: 1, last: 1", "BAD_ARGUMENT")]
    [InlineData("after: \"nonsense\"", "BAD_ARGUMENT")]
    public async Task Wrong_arguments_are_refused(string arguments, string code) =>
        Assert.Equal(code, await server.CodeAsync($"{{ residents({arguments}) {{ totalCount }} }}"));

    private async Task<string> ReferencesAsync(string field) => string.Join(' ', (await server.DataAsync(
        $"{{ found: {field} {{ nodes {{ reference }} }} }}"))["found"]!["nodes"]!.AsArray().Select(node => (string)node!["reference"]!));
}
