using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Groups;

public sealed class OfferListTests(ApiServer server) : IClassFixture<ApiServer>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if (await ReferencesAsync("groups") is not "")
        {
            return;
        }

        await server.GroupAsync("GL1", 12, new { kind = "LUNCH_CLUB", sessions = new[] { "tue 12:00-14:00", "EXDATE:2026-11-24" },
            interests = new[] { "cards" }, assuredOn = "2026-11-01" });
        await server.GroupAsync("GL10", 0, new { kind = "ACTIVITY", assuredOn = "2026-01-01" });
        await server.GroupAsync("GL2", null, new { kind = "HUB", openAccess = true });
        await server.GroupAsync("GL3", null, new { kind = "HUB", closedOn = "2026-11-22" });
        await server.VolunteerAsync("VL1", 1, new { roles = new[] { "BEFRIENDER", "DRIVER" }, languages = new[] { "ur" } });
        await server.VolunteerAsync("VL2", 5, new { roles = new[] { "LINK_WORKER" }, languages = new[] { "Polish" } });
        await server.VolunteerAsync("VL3", 5, new { roles = new[] { "BEFRIENDER" }, activeUntil = "2026-11-22" });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("groups", "GL1 GL10 GL2")]
    [InlineData("groups(where: { wards: [\"E05012995\"] })", "")]
    [InlineData("groups(where: { kinds: [HUB, LUNCH_CLUB] })", "GL1 GL2")]
    [InlineData("groups(where: { interests: [\"Cards\"] })", "GL1")]
    [InlineData("groups(where: { hasFreePlace: true })", "GL1 GL2")]
    [InlineData("groups(where: { hasFreePlace: false })", "GL10")]
    [InlineData("groups(where: { staleSinceDays: 90 })", "GL10 GL2")]
    [InlineData("groups(where: { staleSinceDays: 21 })", "GL10 GL2")]
    [InlineData("groups(where: { staleSinceDays: 20 })", "GL1 GL10 GL2")]
    [InlineData("groups(first: 1)", "GL1")]
    [InlineData("volunteers", "VL1 VL2")]
    [InlineData("volunteers(where: { roles: [DRIVER, GROUP_LEADER] })", "VL1")]
    [InlineData("volunteers(where: { languages: [\"pl\"] })", "VL2")]
    [InlineData("volunteers(where: { hasFreePlace: true })", "VL1")]
    [InlineData("volunteers(where: { hasFreePlace: false })", "VL2")]
    public async Task Offers_are_those_for_which_every_filter_holds(string field, string references) =>
        Assert.Equal(references, await ReferencesAsync(field));

    [Fact]
    public async Task A_page_ends_where_the_next_begins()
    {
        var page = (await server.DataAsync("{ groups(first: 1) { pageInfo { endCursor } } }"))["groups"]!["pageInfo"]!;
        var cursor = (string)page["endCursor"]!;
        Assert.Equal("GL10 GL2", await ReferencesAsync($"groups(after: \"{cursor}\")"));
    }

    // Tuesday 24 November is left out.
    [Fact]
    public async Task A_group_and_its_open_places_say_when_it_meets_next()
    {
        var data = await server.DataAsync("""
            {
              group(id: "GL1") { nextSession }
              other: group(id: "GL2") { nextSession }
              openPlaces(kinds: [LUNCH_CLUB, BEFRIENDING]) { nodes { kind nextSession } }
            }
            """);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero), (DateTimeOffset)data["group"]!["nextSession"]!);
        Assert.Null(data["other"]!["nextSession"]);
        var places = data["openPlaces"]!["nodes"]!.AsArray().ToDictionary(node => (string)node!["kind"]!, node => node!["nextSession"]);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero), (DateTimeOffset)places["LUNCH_CLUB"]!);
        Assert.Null(places["BEFRIENDING"]);
    }

    [Fact]
    public async Task A_groups_closing_ends_its_memberships()
    {
        await server.ResidentAsync("GLR");
        await server.GroupAsync("GL9", 3);
        await server.DoneAsync("joinGroup", "JoinGroupInput",
            new { commandId = "gl-join", resident = "GLR", group = "GL9", since = "2026-11-01" }, "membership { since }");
        await server.DoneAsync("closeGroup", "CloseGroupInput", new { commandId = "gl-close", group = "GL9", on = "2026-11-22" },
            "group { closedOn }");
        var data = await server.DataAsync("""
            {
              resident(id: "GLR") { memberships { totalCount } all: memberships(current: false) { totalCount } connections { groups } }
            }
            """);
        Assert.Equal(
            (0, 1, 0),
            ((int)data["resident"]!["memberships"]!["totalCount"]!, (int)data["resident"]!["all"]!["totalCount"]!,
                (int)data["resident"]!["connections"]!["groups"]!));
    }

    [Theory]
    [InlineData("groups(where: { kinds: [] })", "BAD_ARGUMENT")]
    [InlineData("groups(where: { staleSinceDays: -1 })", "BAD_ARGUMENT")]
    [InlineData("groups(where: { wards: [\"Nowhere\"] })", "UNKNOWN_WARD")]
    [InlineData("groups(first: 101)", "PAGE_TOO_LARGE")]
    [InlineData("groups(after: \"x\")", "BAD_ARGUMENT")]
    [InlineData("volunteers(where: { roles: [] })", "BAD_ARGUMENT")]
    [InlineData("volunteers(where: { languages: [] })", "BAD_ARGUMENT")]
    [InlineData("volunteers(after: \"x\")", "BAD_ARGUMENT")]
    public async Task Wrong_arguments_are_refused(string field, string code) =>
        Assert.Equal(code, await server.CodeAsync($"{{ {field} {{ totalCount }} }}"));

    private async Task<string> ReferencesAsync(string field) => string.Join(' ', (await server.DataAsync(
        $"{{ found: {field} {{ nodes {{ reference }} }} }}"))["found"]!["nodes"]!.AsArray().Select(node => (string)node!["reference"]!));
}
