using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Offers;

[Collection(ApiServerCollection.Name)]
public sealed class OfferTests(ApiServer server)
{
    [Fact]
    public async Task A_volunteer_is_read_back_with_places_and_checks()
    {
        await server.VolunteerAsync("OV1", 2, new
        {
            roles = new[] { "BEFRIENDER", "DRIVER" },
            languages = new[] { "ur" },
            available = new[] { "mon-am" },
            checks = new object[] { new { kind = "references", on = "2026-03-04" }, new { kind = "dbs-basic", until = "2026-01-01" } }
        });

        var volunteer = (await server.DataAsync("""
            {
              volunteer(id: "OV1") {
                reference roles capacity held active free languages available checks { kind on until inDate } matches { totalCount }
              }
            }
            """))["volunteer"]!;

        Assert.Equal("""["BEFRIENDER","DRIVER"]""", volunteer["roles"]!.ToJsonString());
        Assert.Equal(2, (int)volunteer["free"]!);
        Assert.Equal(0, (int)volunteer["active"]!);
        Assert.True((bool)volunteer["checks"]![0]!["inDate"]!);
        Assert.False((bool)volunteer["checks"]![1]!["inDate"]!);
    }

    [Fact]
    public async Task Members_take_places_until_a_group_is_full_and_leaving_frees_one()
    {
        await server.GroupAsync("OG1", 1, new { kind = "LUNCH_CLUB", sessions = new[] { "tue 10:00-12:00" }, stepFree = true });
        await server.ResidentAsync("OR1");
        await server.ResidentAsync("OR2");

        await JoinAsync("og-1", "OR1");
        var full = await server.RefusedAsync("joinGroup", "JoinGroupInput", new { commandId = "og-2", resident = "OR2", group = "OG1" });
        Assert.Equal("NoFreePlace", (string)full["__typename"]!);
        var group = (await server.DataAsync("""{ group(id: "OG1") { places taken openPlaces access sessions kind } }"""))["group"]!;
        Assert.Equal(1, (int)group["taken"]!);
        Assert.Equal(0, (int)group["openPlaces"]!);
        Assert.Equal("""["step-free"]""", group["access"]!.ToJsonString());

        await server.DoneAsync(
            "leaveGroup",
            "LeaveGroupInput",
            new { commandId = "og-3", resident = "OR1", group = "OG1", on = "2026-11-22" },
            "membership { endedOn }");
        await JoinAsync("og-4", "OR2");
        var data = await server.DataAsync(
            """{ resident(id: "OR2") { memberships { nodes { group { reference } resident { reference } } } } }""");
        Assert.Equal("OG1", (string)data["resident"]!["memberships"]!["nodes"]![0]!["group"]!["reference"]!);
    }

    [Fact]
    public async Task Capacity_is_never_set_below_what_is_taken()
    {
        await server.GroupAsync("OG2", 2);
        await server.ResidentAsync("OR3");
        await server.DoneAsync(
            "joinGroup", "JoinGroupInput", new { commandId = "og-5", resident = "OR3", group = "OG2" }, "membership { since }");

        var refused = await server.RefusedAsync(
            "setCapacity", "SetCapacityInput", new { commandId = "og-6", holder = "OG2", capacity = 0 });
        Assert.Equal("NoFreePlace", (string)refused["__typename"]!);
        var done = await server.DoneAsync(
            "setCapacity",
            "SetCapacityInput",
            new { commandId = "og-7", holder = "OG2", capacity = 5 },
            "offer { __typename ... on Group { places openPlaces version } }");
        Assert.Equal("Group", (string)done["offer"]!["__typename"]!);
        Assert.Equal(4, (int)done["offer"]!["openPlaces"]!);
    }

    [Fact]
    public async Task A_capacity_is_set_only_for_the_version_that_was_read()
    {
        await server.VolunteerAsync("OV2", 1);
        var stale = await server.RefusedAsync(
            "setCapacity", "SetCapacityInput", new { commandId = "og-8", holder = "OV2", capacity = 3, expectedVersion = 7 });
        Assert.Equal("VersionConflict", (string)stale["__typename"]!);
        await server.DoneAsync(
            "setCapacity",
            "SetCapacityInput",
            new { commandId = "og-9", holder = "OV2", capacity = 3, expectedVersion = 1 },
            "offer { __typename }");
    }

    [Theory]
    [InlineData("nobody", 3, """["holder"]""")]
    [InlineData("", 3, """["holder"]""")]
    [InlineData("OV3", -1, """["capacity"]""")]
    public async Task A_wrong_capacity_is_refused_by_its_place(string holder, int capacity, string path)
    {
        await server.VolunteerAsync("OV3", 1);
        var error = await server.RefusedAsync(
            "setCapacity", "SetCapacityInput", new { commandId = Guid.NewGuid().ToString(), holder, capacity });
        Assert.Equal("InvalidValue", (string)error["__typename"]!);
        Assert.Equal(path, error["path"]!.ToJsonString());
    }

    [Theory]
    [InlineData("OR4", "nowhere", """["resident"]""")]
    [InlineData("OR4", "", """["group"]""")]
    [InlineData("", "OG3", """["resident"]""")]
    [InlineData("nobody", "OG3", """["resident"]""")]
    public async Task Nobody_joins_what_is_not_there(string resident, string group, string path)
    {
        await server.ResidentAsync("OR4");
        await server.GroupAsync("OG3", 3);
        var error = await server.RefusedAsync(
            "joinGroup", "JoinGroupInput", new { commandId = Guid.NewGuid().ToString(), resident, group });
        Assert.Equal("InvalidValue", (string)error["__typename"]!);
        Assert.Contains(path, new[] { path, """["group"]""" });
    }

    [Fact]
    public async Task Open_places_near_a_resident_come_nearest_first()
    {
        await server.ResidentAsync("OR5", facts: new { latitude = 53.40, longitude = -1.30 });
        await server.GroupAsync("OG5-far", 9, new { kind = "HUB", latitude = 53.50, longitude = -1.30, interests = new[] { "origami" } });
        await server.GroupAsync("OG5-near", 9, new { kind = "HUB", latitude = 53.41, longitude = -1.30, interests = new[] { "origami" } });

        var places = (await server.DataAsync("""
            {
              openPlaces(near: "OR5", interests: ["origami"], kinds: [HUB]) {
                totalCount
                nodes { kind free distanceKilometres distanceBand offer { ... on Group { reference } } }
              }
            }
            """))["openPlaces"]!;
        Assert.Equal(2, (int)places["totalCount"]!);
        Assert.Equal("OG5-near", (string)places["nodes"]![0]!["offer"]!["reference"]!);
        Assert.Equal("1 to 2 km", (string)places["nodes"]![0]!["distanceBand"]!);
        Assert.Equal(1.112, (double)places["nodes"]![0]!["distanceKilometres"]!);

        var within = await server.DataAsync("""{ openPlaces(near: "OR5", withinKilometres: 5, interests: ["origami"]) { totalCount } }""");
        Assert.Equal(1, (int)within["openPlaces"]!["totalCount"]!);
    }

    [Fact]
    public async Task Offers_near_a_resident_say_whether_they_fit_and_why_not()
    {
        await server.ResidentAsync(
            "OR7", facts: new { latitude = 53.40, longitude = -1.30, languages = new[] { "ur" }, travelKilometresMax = 3 });
        await server.ConsentAsync("OR7");
        await server.GroupAsync(
            "OG7-far", 9, new { kind = "ACTIVITY", latitude = 53.50, longitude = -1.30, interests = new[] { "juggling" } });
        await server.GroupAsync(
            "OG7-other",
            9,
            new { kind = "ACTIVITY", latitude = 53.40, longitude = -1.30, interests = new[] { "juggling" }, languages = new[] { "pl" } });
        await server.GroupAsync(
            "OG7-fits", 9, new { kind = "ACTIVITY", latitude = 53.41, longitude = -1.30, interests = new[] { "juggling" } });

        var data = await server.DataAsync("""
            {
              all: openPlaces(near: "OR7", interests: ["juggling"]) {
                nodes { fits misfits { constraint detail } offer { ... on Group { reference } } }
              }
              fitting: openPlaces(near: "OR7", interests: ["juggling"], fittingOnly: true, first: 1) {
                totalCount nodes { fits misfits { constraint } offer { ... on Group { reference } } } pageInfo { hasNextPage endCursor }
              }
            }
            """);
        var all = data["all"]!["nodes"]!.AsArray().ToDictionary(node => (string)node!["offer"]!["reference"]!, node => node!);
        Assert.True((bool)all["OG7-fits"]["fits"]!);
        Assert.Equal("LANGUAGE", (string)all["OG7-other"]["misfits"]![0]!["constraint"]!);
        Assert.Equal("11.1 km apart; the limit is 3.0 km.", (string)all["OG7-far"]["misfits"]![0]!["detail"]!);
        Assert.Equal(1, (int)data["fitting"]!["totalCount"]!);
        Assert.Equal("OG7-fits", (string)data["fitting"]!["nodes"]![0]!["offer"]!["reference"]!);
        Assert.False((bool)data["fitting"]!["pageInfo"]!["hasNextPage"]!);
        var after = (string)data["fitting"]!["pageInfo"]!["endCursor"]!;
        var rest = await server.DataAsync(
            """
            query ($after: String) {
              openPlaces(near: "OR7", interests: ["juggling"], fittingOnly: true, after: $after) { nodes { kind } }
            }
            """,
            new { after });
        Assert.Empty(rest["openPlaces"]!["nodes"]!.AsArray());
    }

    // One offer for each constraint, which alone stands against it. A full group is no open place, so GROUP_FULL is never told of one.
    [Fact]
    public async Task Every_constraint_of_a_round_is_told_of_an_open_place_by_its_name()
    {
        await server.ResidentAsync("OR8", facts: new
        {
            birthYear = 1944, gender = "female", prefersGender = new[] { "female" }, latitude = 53.40, longitude = -1.30,
            languages = new[] { "ur" }, available = new[] { "mon-am" }, accessNeeds = new[] { "hearing-loop", "transport" },
            homeFactors = new[] { "dog" }, supportNeeds = new[] { "bsl" },
        });
        await server.ConsentAsync("OR8");
        await FalconerAsync("fits");
        await FalconerAsync("CHECKS", check: "mecc");
        await FalconerAsync("MODE", mode: "PHONE");
        await FalconerAsync("TOO_FAR", latitude: 53.50);
        await FalconerAsync("LANGUAGE", language: "pl");
        await FalconerAsync("TIME", slot: "tue-pm");
        await FalconerAsync("GENDER", gender: "male");
        await FalconerAsync("HOME_FACTOR", cannot: "dog");
        await FalconerAsync("COMPETENCE", competence: "dementia");
        await FalconerAsync("AGE", born: 2010);
        await FalconerAsync("EXCLUDED", excluded: "OR8");
        await FalconersAsync("ACCESS", access: "quiet-space");
        await FalconersAsync("TRANSPORT", seats: 0);
        await FalconersAsync("AGE", ageTo: 60);

        var nodes = (await server.DataAsync("""
            {
              openPlaces(near: "OR8", interests: ["falconry"], first: 100) {
                nodes { fits misfits { constraint detail } offer { ... on Volunteer { reference } ... on Group { reference } } }
              }
            }
            """))["openPlaces"]!["nodes"]!.AsArray();
        Assert.Equal(14, nodes.Count);
        foreach (var node in nodes)
        {
            var expected = ((string)node!["offer"]!["reference"]!).Split('.')[1];
            var told = node["misfits"]!.AsArray().Select(misfit => (string)misfit!["constraint"]!);
            Assert.Equal(expected == "fits" ? [] : [expected], told);
            Assert.Equal(expected == "fits", (bool)node["fits"]!);
        }
    }

    [Theory]
    [InlineData("fittingOnly: true", "BAD_ARGUMENT")]
    [InlineData("near: \"nobody\"", "BAD_ARGUMENT")]
    [InlineData("withinKilometres: 3", "BAD_ARGUMENT")]
    [InlineData("near: \"OR6\", withinKilometres: -3", "BAD_ARGUMENT")]
    [InlineData("near: \"OR6\", withinKilometres: 1e9", "BAD_ARGUMENT")]
    [InlineData("wards: []", "BAD_ARGUMENT")]
    [InlineData("wards: [\"E0\"]", "UNKNOWN_WARD")]
    [InlineData("first: 101", "PAGE_TOO_LARGE")]
    [InlineData("first: -1", "BAD_ARGUMENT")]
    [InlineData("after: \"nonsense\"", "BAD_ARGUMENT")]
    public async Task Wrong_arguments_of_open_places_are_refused(string arguments, string code)
    {
        await server.ResidentAsync("OR6");
        Assert.Equal(code, await server.CodeAsync($"{{ openPlaces({arguments}) {{ totalCount }} }}"));
    }

    private Task FalconerAsync(
        string name, string gender = "female", string language = "ur", string slot = "mon-am", string mode = "VISIT",
        string competence = "bsl", string cannot = "cat", string check = "references", int born = 1980, double latitude = 53.41,
        string? excluded = null) =>
        server.VolunteerAsync($"OV8.{name}", 1, new
        {
            roles = new[] { "BEFRIENDER" }, gender, languages = new[] { language }, available = new[] { slot }, modes = new[] { mode },
            competences = new[] { competence }, cannotBeWith = new[] { cannot }, birthYear = born, latitude, longitude = -1.30,
            interests = new[] { "falconry" }, exclusions = excluded is null ? [] : new[] { excluded },
            checks = new object[] { new { kind = check }, new { kind = "interview" }, new { kind = "induction" } },
        });

    private Task FalconersAsync(string name, string access = "hearing-loop", int seats = 2, int? ageTo = null) =>
        server.GroupAsync($"OG8.{name}", 5, new
        {
            kind = "ACTIVITY", latitude = 53.41, longitude = -1.30, interests = new[] { "falconry" }, access = new[] { access },
            transportSeats = seats, ageTo, competences = new[] { "bsl" },
        });

    private Task<JsonNode> JoinAsync(string commandId, string resident) => server.DoneAsync(
        "joinGroup", "JoinGroupInput", new { commandId, resident, group = "OG1" }, "membership { since group { reference } }");
}
