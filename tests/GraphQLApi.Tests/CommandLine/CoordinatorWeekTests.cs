using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Networks.GraphQLApi.CommandLine;

namespace Networks.GraphQLApi.Tests.CommandLine;

/// <summary>
/// A befriending coordinator's weeks, from opening a round to the ending of a match, with a death in between. After every step the store
/// is closed and opened again: nothing that was answered may be lost.
/// </summary>
public sealed class CoordinatorWeekTests : IDisposable
{
    private const string Proposals =
        """{ matchingRound(id: "nov-2") { state proposals { nodes { id state approvedBy resident { reference } } } } }""";

    private readonly Terminal terminal = new();

    private string Folder => terminal.At("rounds", "nov-2");

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task A_round_goes_from_opening_to_a_reviewed_and_ended_match_with_a_death_in_between()
    {
        await terminal.Store("import", terminal.Town());
        Assert.Equal(0, (await Match("--wards", "Batley East,Batley West")).Code);
        await DecideInASpreadsheet(("R1", "yes"), ("R2", "Yes"));
        Assert.Equal(0, (await Match("--decisions", "plan.csv")).Code);

        // She dies before the plan is published: the file that names her is still good, and her row of it is not used.
        await Do("leaveRegister", """commandId: "1", resident: "R1", on: "TODAY", reason: DIED""");
        await DecideInASpreadsheet(("R1", "yes"), ("R2", "yes"));
        var published = await Match("--decisions", "plan.csv", "--publish");
        Assert.Equal(0, published.Code);
        Assert.Contains("plan.csv, line 2: this person is not put forward any more", published.Notes, StringComparison.Ordinal);
        Assert.Contains("Published by C012: 1 place held", published.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("R1", published.Answer + await File.ReadAllTextAsync(Path.Combine(Folder, "plan.csv")),
            StringComparison.Ordinal);
        Assert.DoesNotContain("R1,", await File.ReadAllTextAsync(Path.Combine(Folder, "unmatched.csv")), StringComparison.Ordinal);
        Assert.StartsWith("Proved: 1 of ", (await Terminal.Run("verify-plan", Folder)).Answer, StringComparison.Ordinal);

        var proposal = Assert.Single((await Ask(Proposals))["matchingRound"]!["proposals"]!["nodes"]!.AsArray())!;
        Assert.Equal(("HELD", "C012", "R2"), ((string?)proposal["state"], (string?)proposal["approvedBy"],
            (string?)proposal["resident"]!["reference"]));
        await Accept("2", proposal, "RESIDENT");
        await Accept("3", proposal, "OFFER");
        Assert.Equal("CLOSED", (string?)(await Ask(Proposals))["matchingRound"]!["state"]);

        var match = (string)(await Ask("""{ resident(id: "R2") { befriending { id } } }"""))["resident"]!["befriending"]!["id"]!;
        var due = Today.AddDays(42).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.StartsWith("0 matches to be reviewed", (await terminal.Store("reviews")).Answer, StringComparison.Ordinal);
        var reviews = (await terminal.Store("reviews", "--by", due, "--format", "csv")).Answer.Split('\n');
        Assert.StartsWith($"R2#1,{due},R2,V2,visit,agreed,", reviews[1], StringComparison.Ordinal);

        await Do("recordMilestone", $"""commandId: "4", match: "{match}", kind: FIRST_VISIT, on: "TODAY" """);
        await Do("recordMilestone", $"""commandId: "5", match: "{match}", kind: REVIEW, on: "TODAY" """);
        Assert.StartsWith("0 matches to be reviewed", (await terminal.Store("reviews", "--by", due)).Answer, StringComparison.Ordinal);
        await Do("endMatch", $"""commandId: "6", match: "{match}", on: "TODAY", ending: PLANNED""");

        var ended = (await Ask("""{ resident(id: "R2") { matches { nodes { stage ending milestones { kind } } } } }"""))["resident"]!;
        Assert.Equal(
            """{"matches":{"nodes":[{"stage":"ENDED","ending":"PLANNED","milestones":[{"kind":"FIRST_VISIT"},{"kind":"REVIEW"}]}]}}""",
            ended.ToJsonString());
        Assert.Contains("no difference", (await terminal.Store("check")).Answer, StringComparison.Ordinal);
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
        TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);

    private Task<Answered> Match(params string[] more) => terminal.Store(["match", "--round", "nov-2", "--out", Folder, .. more]);

    // As it comes back: a byte-order mark, semicolons, CRLF, the columns in another order, the round's name taken for a date.
    private Task DecideInASpreadsheet(params (string Resident, string Decision)[] decided) => File.WriteAllTextAsync(
        Path.Combine(Folder, "plan.csv"),
        "\uFEFF" + string.Join("\r\n", decided
            .Select(one => $"{one.Decision};C012;{one.Resident};V{one.Resident[1..]};befriending;02-Nov")
            .Prepend("decision;decided_by;resident;offer;kind;round")) + "\r\n");

    private Task Accept(string command, JsonNode proposal, string side) =>
        Do("acceptProposal", $"""commandId: "{command}", proposal: "{proposal["id"]}", by: {side}""");

    private Task Do(string mutation, string input) =>
        Ask("mutation { " + mutation + "(input: { " + input + " }) { errors { __typename } } }");

    // A server of its own for each question.
    private async Task<JsonNode> Ask(string query)
    {
        using var stop = new CancellationTokenSource();
        var answers = new FirstLine("Ready: ");
        var serving = NetworksCommand.Run(
            ["serve", "--port", "0", "--area", "empty", "--data", terminal.Data], answers, TextWriter.Null, false, stop.Token);
        Assert.Same(answers.Found, await Task.WhenAny(answers.Found, serving));
        using var http = new HttpClient { BaseAddress = new Uri((await answers.Found)["Ready: ".Length..]) };
        var day = Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var response = await http.PostAsJsonAsync("/graphql", new { query = query.Replace("TODAY", day, StringComparison.Ordinal) });
        var answered = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        await stop.CancelAsync();
        Assert.Equal(0, await serving);
        Assert.True(answered["errors"] is null, answered.ToJsonString());
        Assert.DoesNotContain("\"errors\":[", answered["data"]!.ToJsonString(), StringComparison.Ordinal);
        return answered["data"]!;
    }

    private sealed class FirstLine(string start) : StringWriter
    {
        private readonly TaskCompletionSource<string> found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Found => found.Task;

        public override void WriteLine(string? value)
        {
            if (value?.StartsWith(start, StringComparison.Ordinal) is true)
            {
                found.TrySetResult(value);
            }
        }
    }
}
