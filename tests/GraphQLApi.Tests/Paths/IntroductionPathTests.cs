using Networks.Domain.Commands;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Paths;

public sealed class IntroductionPathTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_path_leads_over_people_who_agreed_to_introduce()
    {
        foreach (var reference in (string[])["IP1", "IP2", "IP3", "IP4"])
        {
            await server.ResidentAsync(reference);
        }

        await server.GroupAsync("IPG", 12);
        await TieAsync("IP1", "IP2");
        await TieAsync("IP3", "IP2");
        await TieAsync("IP1", "IP4");
        await TieAsync("IP4", "IP3");
        await server.DoneAsync(
            "joinGroup", "JoinGroupInput", new { commandId = "ip-join", resident = "IP3", group = "IPG" }, "membership { since }");
        Assert.Equal("", await PathsAsync("toGroup: \"IPG\""));

        await AgreeAsync("IP2");
        await AgreeAsync("IP3");
        Assert.Equal("2: IP2 IP3", await PathsAsync("toGroup: \"IPG\""));
        Assert.Equal("", await PathsAsync("toGroup: \"IPG\", hopsMax: 1"));
        await AgreeAsync("IP4");
        Assert.Equal("2: IP2 IP3; 2: IP4 IP3", await PathsAsync("toGroup: \"IPG\""));
        Assert.Equal("2: IP2 IP3", await PathsAsync("toGroup: \"IPG\", first: 1"));

        var data = await server.DataAsync("""
            { introductionPaths(from: "IP1", toGroup: "IPG", first: 1) { group { reference } volunteer { reference } steps { position } } }
            """);
        Assert.Equal(
            """[{"group":{"reference":"IPG"},"volunteer":null,"steps":[{"position":1},{"position":2}]}]""",
            data["introductionPaths"]!.ToJsonString());
        Assert.Empty((await server.DataAsync(
            """{ introductionPaths(from: "IP3", toGroup: "IPG") { hops } }"""))["introductionPaths"]!.AsArray());
    }

    [Fact]
    public async Task Any_fitting_group_is_one_with_a_free_place_that_she_can_enter()
    {
        await server.ResidentAsync("FG1", facts: new { accessNeeds = (string[])["step-free"] });
        await server.ConsentAsync("FG1");
        foreach (var (reference, group, facts) in new (string, string, object?)[]
        {
            ("FG2", "FGSTEPS", new { stepFree = false }), ("FG3", "FGFULL", new { access = (string[])["step-free"] }),
            ("FG4", "FGOPEN", new { access = (string[])["step-free"] }),
        })
        {
            await server.ResidentAsync(reference);
            await server.GroupAsync(group, reference == "FG3" ? 1 : 12, facts);
            await TieAsync("FG1", reference);
            await AgreeAsync(reference);
            await server.DoneAsync(
                "joinGroup", "JoinGroupInput", new { commandId = "fg-" + reference, resident = reference, group }, "membership { since }");
        }

        await server.GroupAsync("FGMINE", 12);
        await server.DoneAsync(
            "joinGroup", "JoinGroupInput", new { commandId = "fg-mine", resident = "FG1", group = "FGMINE" }, "membership { since }");
        Assert.Equal("FOUND: FGOPEN over FG4", await SearchAsync("FG1", hopsMax: 3));
        Assert.Equal("NOT_WITHIN_HOPS: ", await SearchAsync("FG1", hopsMax: 0));
        Assert.Equal("ALREADY_THERE: ", await SearchAsync("FG1", 3, "toGroup: \"FGMINE\""));
    }

    [Theory]
    [InlineData("from: \"nobody\", toGroup: \"IPX\"", "BAD_ARGUMENT")]
    [InlineData("from: \"IPX1\"", "BAD_ARGUMENT")]
    [InlineData("from: \"IPX1\", toGroup: \"IPX\", toVolunteer: \"IPXV\"", "BAD_ARGUMENT")]
    [InlineData("from: \"IPX1\", toGroup: \"nothing\"", "BAD_ARGUMENT")]
    [InlineData("from: \"IPX1\", toVolunteer: \"nobody\"", "BAD_ARGUMENT")]
    [InlineData("from: \"IPX1\", toGroup: \"IPX\", hopsMax: 7", "BAD_ARGUMENT")]
    [InlineData("from: \"IPX1\", toGroup: \"IPX\", hopsMax: -1", "BAD_ARGUMENT")]
    [InlineData("from: \"IPX1\", toGroup: \"IPX\", first: -1", "BAD_ARGUMENT")]
    [InlineData("from: \"IPX1\", toGroup: \"IPX\", first: 101", "PAGE_TOO_LARGE")]
    public async Task Wrong_arguments_are_refused(string arguments, string code)
    {
        await server.ResidentAsync("IPX1");
        await server.GroupAsync("IPX", 1);
        Assert.Equal(code, await server.CodeAsync($"{{ introductionPaths({arguments}) {{ hops }} }}"));
    }

    private async Task<string> SearchAsync(string from, int hopsMax, string target = "toAnyFittingGroup: true")
    {
        var data = await server.DataAsync($$"""
            { introductionSearch(from: "{{from}}", {{target}}, hopsMax: {{hopsMax}}) {
              outcome paths { group { reference } steps { resident { reference } } } } }
            """);
        var search = data["introductionSearch"]!;
        return $"{search["outcome"]}: " + string.Join("; ", search["paths"]!.AsArray().Select(path =>
            $"{path!["group"]!["reference"]} over "
            + string.Join(' ', path["steps"]!.AsArray().Select(step => (string)step!["resident"]!["reference"]!))));
    }

    private async Task<string> PathsAsync(string arguments)
    {
        var data = await server.DataAsync(
            $"{{ introductionPaths(from: \"IP1\", {arguments}) {{ hops steps {{ resident {{ reference }} }} }} }}");
        return string.Join("; ", data["introductionPaths"]!.AsArray().Select(path => $"{path!["hops"]}: "
            + string.Join(' ', path["steps"]!.AsArray().Select(step => (string)step!["resident"]!["reference"]!))));
    }

    private Task TieAsync(string from, string to) => server.DoneAsync(
        "recordTie", "RecordTieInput", new { commandId = $"{from}-{to}", from, toResident = to, kind = "FRIEND" }, "tie { id }");

    private async Task AgreeAsync(string reference) => Assert.IsType<CommandDone>(
        await server.Grains.Resident(ResidentId.Of(reference)).Do(new UpdateResident
        {
            CommandId = CommandId.Of("agree-" + reference),
            Set = new ResidentChanges { Consents = new(true, [new Consent(Consent.Introductions, null, null)]) }
        }));
}
