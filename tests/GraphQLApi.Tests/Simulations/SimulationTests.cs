using System.Net;
using System.Text.Json.Nodes;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Simulations;

/// <summary>Simulations as somebody uses them who never opens a terminal: all by HTTP.</summary>
public sealed class SimulationTests : IClassFixture<ApiServer>, IAsyncLifetime
{
    private const string Short = """
        scenario: weekly
        question: What if rounds were held every week?
        length: 26 weeks
        replications: { atLeast: 4, atMost: 4 }
        inputs: { referralsPerWeek: 2, matchLength: 20 weeks }
        arms:
          weekly:
            - { lever: roundEvery, every: 1 weeks, on: 2026-12-01 }
        """;

    private const string State = "simulation { reference state }";

    private static readonly GeoPoint Centre = new(53.4, -1.3);

    private readonly ApiServer _server;

    public SimulationTests(ApiServer server) => _server = server;

    private static string Endless => Short.Replace("4, atMost: 4", "9000, atMost: 9000", StringComparison.Ordinal)
        .Replace("length: 26 weeks", "length: 150 weeks", StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        for (var person = 0; person < 8; person++)
        {
            await _server.Grains.Resident(ResidentId.Of($"SIM-R{person}")).Do(new RegisterResident
            {
                CommandId = CommandId.Of($"sim-r{person}"),
                Facts = new ResidentFacts
                {
                    Ward = WardCode.Of("E05012993"), Home = Centre, Languages = ["en"], Seeking = [OfferKind.Befriending],
                    PriorityBand = person % 4 + 1, WaitingSince = new DateOnly(2026, 10, 1),
                    Consents = [new Consent(Consent.Matching, null, null)],
                },
            });
        }

        await _server.Grains.Volunteer(VolunteerId.Of("SIM-V")).Do(new RegisterVolunteer
        {
            CommandId = CommandId.Of("sim-v"),
            Capacity = 3,
            Facts = new VolunteerFacts
            {
                Ward = WardCode.Of("E05012993"), Roles = [VolunteerRole.Befriender], Home = Centre, Languages = ["en"],
                Checks = [new Check("references", null, null), new Check("interview", null, null), new Check("induction", null, null)],
            },
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_run_is_started_followed_to_its_end_listed_and_its_report_downloaded()
    {
        var reference = await StartAsync("whole", Short);
        Assert.Matches("^whole-[0-9a-f]{8}$", reference);
        using (var stream = await EventStream.OpenAsync(
            _server, $$"""
                subscription { simulationProgress(id: "{{reference}}") { state replicationsDone replicationsAsked queuePlace
                  progress { precisionAsked precisionNow arms { arm longWait halfWidth } } } }
                """))
        {
            var (state, done) = ("QUEUED", 0);
            while (await stream.NextAsync(_server) is { } told)
            {
                var run = told["data"]!["simulationProgress"]!;
                Assert.InRange((int)run["replicationsDone"]!, done, 4);
                (state, done) = ((string)run["state"]!, (int)run["replicationsDone"]!);
            }

            Assert.Equal(("DONE", 4), (state, done));
        }

        var row = (await _server.DataAsync(
            """
            { simulations(first: 1) { totalCount nodes { id reference name state question startedOn endedOn forkedOn snapshotDigest
              scenarioDigest seed reportUrl precise sentences queuePlace fault results { arm outcome unit ward band mean low high
              differenceFromBaseline differenceLow differenceHigh } } } }
            """))["simulations"]!["nodes"]![0]!;
        Assert.Equal((reference, "whole", "DONE"), ((string?)row["reference"], (string?)row["name"], (string?)row["state"]));
        Assert.Equal("What if rounds were held every week?", (string?)row["question"]);
        Assert.Equal($"/simulations/{reference}/report.html", (string?)row["reportUrl"]);
        var report = JsonNode.Parse(await GetAsync($"/simulations/{reference}/report.json", "application/json", "attachment"))!;
        Assert.Equal((string?)report["snapshotDigest"], (string?)row["snapshotDigest"]);
        Assert.Equal((string?)report["seed"], (string?)row["seed"]);
        AssertResults(report, row["results"]!.AsArray());

        var page = await GetAsync((string)row["reportUrl"]!, "text/html", "inline");
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("4 runs of each arm", await GetAsync($"/simulations/{reference}/report.txt", "text/plain", "attachment"));
        Assert.StartsWith("arm,outcome,", await GetAsync($"/simulations/{reference}/report.csv", "text/csv", "attachment"));
        Assert.Equal(Short, await GetAsync($"/simulations/{reference}/scenario.yaml", "application/yaml", "attachment"));
        var node = await _server.DataAsync($$"""{ node(id: "{{(string)row["id"]!}}") { ... on Simulation { reference } } }""");
        Assert.Equal(reference, (string?)node["node"]!["reference"]);
    }

    [Fact]
    public async Task A_run_is_cancelled_while_another_waits_for_it_and_what_is_over_is_not()
    {
        var first = await StartAsync("first", Endless);
        var second = await StartAsync("second", Short, replications: 2);
        var waiting = await SimulationAsync(second);
        Assert.Equal(("QUEUED", 1, 2), ((string?)waiting["state"], (int?)waiting["queuePlace"], (int?)waiting["replicationsAsked"]));
        using (var early = await _server.Http.GetAsync($"/simulations/{first}/report.html"))
        {
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
            Assert.Contains("once it is DONE", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var input = new { commandId = "cancel-1", simulation = (string)(await SimulationAsync(first))["id"]! };
        var cancelled = await _server.DoneAsync("cancelSimulation", "CancelSimulationInput", input, State);
        Assert.Equal("CANCELLED", (string?)cancelled["simulation"]!["state"]);
        Assert.Equal(
            cancelled.ToJsonString(), (await _server.DoneAsync("cancelSimulation", "CancelSimulationInput", input, State)).ToJsonString());
        await UntilAsync(second, "DONE");
        var late = await _server.RefusedAsync(
            "cancelSimulation", "CancelSimulationInput", new { commandId = "cancel-2", simulation = second });
        Assert.Equal("WrongState", (string?)late["__typename"]);
        var nobody = await _server.RefusedAsync(
            "cancelSimulation", "CancelSimulationInput", new { commandId = "cancel-3", simulation = "nobody" });
        Assert.Equal(("InvalidValue", """["simulation"]"""), ((string?)nobody["__typename"], nobody["path"]!.ToJsonString()));
    }

    [Fact]
    public async Task One_command_starts_one_run_however_often_it_comes_and_its_id_is_good_for_no_other()
    {
        var input = new { commandId = "once", name = "once", scenario = Short };
        var started = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _server.DoneAsync(
            "startSimulation", "StartSimulationInput", input, "simulation { reference }")));
        Assert.Single(started.Select(one => one.ToJsonString()).Distinct());
        var other = await _server.RefusedAsync(
            "startSimulation", "StartSimulationInput", new { commandId = "once", name = "once", scenario = Short + "\n" });
        Assert.Equal("CommandIdReused", (string?)other["__typename"]);
        await UntilAsync((string)started[0]["simulation"]!["reference"]!, "DONE");
    }

    [Fact]
    public async Task Every_fault_of_a_scenario_comes_back_with_its_line_column_key_and_what_was_meant()
    {
        var wrong = Short.Replace("length:", "lenght:", StringComparison.Ordinal)
            .Replace("every: 1 weeks", "every: -1 weeks", StringComparison.Ordinal);
        const string Query = """
            mutation ($input: StartSimulationInput!) { startSimulation(input: $input) { simulation { id } errors { __typename
              ... on Error { message code path } ... on InvalidScenario { line column key suggestion } } } }
            """;
        var input = new { commandId = "wrong", name = "wrong", scenario = wrong };
        var answer = (await _server.DataAsync(Query, new { input }))["startSimulation"]!;
        Assert.Null(answer["simulation"]);
        var errors = answer["errors"]!.AsArray();
        Assert.Equal(2, errors.Count);
        Assert.All(errors, error => Assert.Equal(
            ("InvalidScenario", "INVALID_SCENARIO", """["scenario"]"""),
            ((string?)error!["__typename"], (string?)error["code"], error["path"]!.ToJsonString())));
        var first = errors[0]!;
        Assert.Equal((3, 1, "Did you mean 'length'?"), ((int)first["line"]!, (int)first["column"]!, (string?)first["suggestion"]));
        Assert.Equal("scenario, line 3, column 1: Unknown key 'lenght'. Did you mean 'length'?", (string?)errors[0]!["message"]);
        Assert.StartsWith("arms.weekly[0]", (string?)errors[1]!["key"], StringComparison.Ordinal);

        // The refusal is kept, and given again to a retry word for word.
        Assert.Equal(answer.ToJsonString(), (await _server.DataAsync(Query, new { input }))["startSimulation"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Not a name", 10, null, "InvalidValue", """["name"]""")]
    [InlineData("", 10, null, "InvalidValue", """["name"]""")]
    [InlineData("big", 70_000, null, "InvalidValue", """["scenario"]""")]
    [InlineData("few", 10, 1, "InvalidValue", """["replications"]""")]
    [InlineData("many", 10, 10_001, "InvalidValue", """["replications"]""")]
    [InlineData("minus", 10, -5, "InvalidValue", """["replications"]""")]
    public async Task What_is_beyond_a_limit_is_refused_with_its_place(string name, int size, int? replications, string type, string path)
    {
        var scenario = Short + "\n#" + new string('x', size);
        var refused = await _server.RefusedAsync(
            "startSimulation", "StartSimulationInput",
            new { commandId = $"limit-{name}-{size}-{replications}", name, scenario, replications });
        Assert.Equal((type, path), ((string?)refused["__typename"], refused["path"]!.ToJsonString()));
    }

    [Fact]
    public async Task Finished_runs_are_compared_and_what_cannot_be_is_said()
    {
        var weekly = await StartAsync("cmp-a", Short);
        var monthly = await StartAsync("cmp-b", Short.Replace("every: 1 weeks", "every: 4 weeks", StringComparison.Ordinal));
        var longer = await StartAsync("cmp-c", Short.Replace("length: 26 weeks", "length: 30 weeks", StringComparison.Ordinal));
        await UntilAsync(longer, "DONE");
        var same = await CompareAsync(weekly, monthly);
        Assert.True((bool)same["comparable"]!, same.ToJsonString());
        var starts = same["outcomes"]!.AsArray().Single(outcome => (string?)outcome!["outcome"] == "starts")!["values"]!.AsArray();
        Assert.Equal(
            [(weekly, "baseline"), (weekly, "weekly"), (monthly, "baseline"), (monthly, "weekly")],
            starts.Select(value => ((string)value!["simulation"]!["reference"]!, (string)value["arm"]!)));
        Assert.Equal((double)starts[0]!["mean"]!, (double)starts[2]!["mean"]!);
        var other = await CompareAsync(weekly, longer);
        Assert.False((bool)other["comparable"]!);
        Assert.Contains("differ in length", (string)other["obstacles"]![0]!, StringComparison.Ordinal);

        var running = await StartAsync("cmp-d", Endless);
        foreach (var ids in (string[][])[[weekly], [weekly, weekly], [weekly, "nobody"], [weekly, running], []])
        {
            const string Query = "query ($ids: [ID!]!) { compareSimulations(ids: $ids) { comparable } }";
            Assert.Equal("BAD_ARGUMENT", await _server.CodeAsync(Query, new { ids }));
        }

        await _server.DoneAsync("cancelSimulation", "CancelSimulationInput", new { commandId = "cmp-e", simulation = running }, State);
    }

    [Fact]
    public async Task Scenarios_to_begin_with_come_along()
    {
        var templates = (await _server.DataAsync("{ scenarioTemplates { name text } }"))["scenarioTemplates"]!.AsArray();
        Assert.Contains(templates, template => (string?)template!["name"] == "grant-ends-in-march");
        Assert.All(templates, template => Assert.Contains("\nfrom: live\n", (string)template!["text"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_started_is_null_not_found_and_cannot_be_followed()
    {
        Assert.Null((await _server.DataAsync("{ simulation(id: \"nowhere\") { id } }"))["simulation"]);
        Assert.Null((await _server.DataAsync("{ simulation(id: \"Nowhere/..\") { id } }"))["simulation"]);
        foreach (var path in (string[])["nowhere/report.html", "NO%20/report.json", "a/scenario.yaml"])
        {
            using var response = await _server.Http.GetAsync("/simulations/" + path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        using var stream = await EventStream.OpenAsync(_server, "subscription { simulationProgress(id: \"nowhere\") { state } }");
        Assert.Equal("BAD_ARGUMENT", (string?)(await stream.NextAsync(_server))!["errors"]![0]!["extensions"]!["code"]);
    }

    // Every number of the report is there under its arm and name, and no other.
    private static void AssertResults(JsonNode report, JsonArray results)
    {
        var outcomes = 0;
        foreach (var arm in report["arms"]!.AsArray())
        {
            foreach (var (name, value) in arm!["outcomes"]!.AsObject().Where(one => one.Value!["low"] is not null))
            {
                var result = Assert.Single(results, one => (string?)one!["arm"] == (string?)arm["name"]
                    && (string?)one["outcome"] == name && one["ward"] is null && one["band"] is null)!;
                Assert.Equal((double)value!["mean"]!, (double)result["mean"]!);
                Assert.Equal((string?)value["unit"], (string?)result["unit"]);
                Assert.Equal((double?)value["change"]?["high"], (double?)result["differenceHigh"]);
                outcomes++;
            }
        }

        Assert.True(outcomes > 30, $"only {outcomes} outcomes");
        Assert.Contains(results, one => (string?)one!["ward"] == "Anston & Woodsetts");
        Assert.Contains(results, one => (int?)one!["band"] == 4);
    }

    private async Task<string> StartAsync(string name, string scenario, int? replications = null)
    {
        var started = await _server.DoneAsync(
            "startSimulation", "StartSimulationInput", new { commandId = "start-" + name, name, scenario, replications }, State);
        return (string)started["simulation"]!["reference"]!;
    }

    private async Task<JsonNode> SimulationAsync(string reference) => (await _server.DataAsync(
        $$"""{ simulation(id: "{{reference}}") { id state fault queuePlace replicationsDone replicationsAsked } }"""))["simulation"]!;

    private async Task UntilAsync(string reference, string state)
    {
        while (await SimulationAsync(reference) is var run && (string?)run["state"] != state)
        {
            Assert.True((string?)run["state"] is "QUEUED" or "RUNNING", run.ToJsonString());
            await Task.Delay(20);
        }
    }

    private async Task<JsonNode> CompareAsync(params string[] ids) => (await _server.DataAsync(
        """
        query ($ids: [ID!]!) { compareSimulations(ids: $ids) { comparable obstacles notes simulations { reference }
          outcomes { outcome unit values { arm mean low high differenceFromBaseline simulation { reference } } } } }
        """,
        new { ids }))["compareSimulations"]!;

    private async Task<string> GetAsync(string path, string type, string disposition)
    {
        using var response = await _server.Http.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(disposition, response.Content.Headers.ContentDisposition!.DispositionType);
        return text;
    }
}
