using System.Runtime.CompilerServices;
using System.Text.Json;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.Tests.CommandLine;

namespace Networks.GraphQLApi.Tests.Simulations;

public sealed class SimulateTests : IDisposable
{
    private const string Question = """
        scenario: one-more-visitor
        question: What does one more visitor in Batley East bring?
        length: 26 weeks
        replications: { atLeast: 5, atMost: 5 }
        inputs:
          referralsPerWeek: 1
          matchLength: 20 weeks
        arms:
          one-more:
            - { lever: recruit, count: 1, counting: active, role: befriender, ward: Batley East, from: DAY, costEach: 180,
                profile: { languages: [en, ur] } }
        """;

    private readonly Terminal terminal = new();

    public void Dispose() => terminal.Dispose();

    private static string Shipped(string name, [CallerFilePath] string here = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "simulations", name));

    private string Written(string text)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).AddDays(7);
        File.WriteAllText(terminal.At("s.yaml"), text.Replace("DAY", $"{day:yyyy-MM-dd}", StringComparison.Ordinal));
        return terminal.At("s.yaml");
    }

    [Fact]
    public async Task A_scenario_is_run_from_the_live_store_and_leaves_a_whole_report_and_an_unchanged_store()
    {
        Assert.Equal(ExitCode.Done, (await terminal.Store("import", terminal.Town())).Code);
        var before = await terminal.Store("export", terminal.At("before"));
        Assert.Equal(ExitCode.Done, before.Code);
        var told = await terminal.Store("simulate", Written(Question), "--out", terminal.At("report"));
        Assert.True(told.Code == ExitCode.Done, told.Notes);
        Assert.Contains("One more: ", told.Answer, StringComparison.Ordinal);
        Assert.Contains("5 runs of each arm", told.Answer, StringComparison.Ordinal);
        Assert.Equal(
            ["report.csv", "report.html", "report.json", "report.txt", "scenario.yaml", "snapshot.json"],
            Directory.GetFiles(terminal.At("report")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await terminal.Store("export", terminal.At("after"));
        foreach (var file in Directory.GetFiles(terminal.At("before")))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(terminal.At("after", Path.GetFileName(file))));
        }

        // The same fork again, from its file, gives the same bytes.
        var again = await Terminal.Run(
            "simulate", Written(Question), "--from", $"snapshot:{terminal.At("report", "snapshot.json")}", "--out", terminal.At("again"));
        Assert.True(again.Code == ExitCode.Done, again.Notes);
        foreach (var name in (string[])["report.json", "report.csv", "report.html"])
        {
            Assert.Equal(File.ReadAllBytes(terminal.At("report", name)), File.ReadAllBytes(terminal.At("again", name)));
        }
    }

    [Fact]
    public async Task Exactly_so_many_runs_are_held_if_asked()
    {
        var told = await Terminal.Run(
            "simulate", Path.Combine(Shipped("round-cadence"), "scenario.yaml"), "--replications", "3", "--out", terminal.At("r"));
        Assert.True(told.Code == ExitCode.Done, told.Notes);
        using var json = JsonDocument.Parse(File.ReadAllText(terminal.At("r", "report.json")));
        Assert.Equal(3, json.RootElement.GetProperty("replications").GetInt32());
        Assert.Equal(
            ["baseline", "weekly", "monthly"],
            json.RootElement.GetProperty("arms").EnumerateArray().Select(arm => arm.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_policy_file_beside_the_scenario_is_followed_and_one_that_cannot_be_read_is_refused_where_it_is_named()
    {
        var file = Written("""
            scenario: strict
            question: What if visits asked for a check that nobody holds?
            length: 10 weeks
            replications: { atLeast: 2, atMost: 2 }
            rounds: { every: 2 weeks, on: tuesday, policy: strict.yaml, method: exact }
            """);
        var from = $"snapshot:{Path.Combine(Shipped("kirklees"), "snapshot.json")}";
        Task<Answered> Run() =>
            Terminal.Run("simulate", file, "--from", from, "--out", terminal.At("strict"));
        var missing = await Run();
        Assert.Equal(ExitCode.BadInput, missing.Code);
        Assert.Contains($"{file}, line 5, column 48, rounds.policy: There is no policy file", missing.Notes, StringComparison.Ordinal);

        File.WriteAllText(terminal.At("strict.yaml"), "holdDays: 21\nrequiredCheks: {}\n");
        var misspelt = await Run();
        Assert.Equal(ExitCode.BadInput, misspelt.Code);
        Assert.Contains("line 2: ", misspelt.Notes, StringComparison.Ordinal);
        Assert.False(Directory.Exists(terminal.At("strict")));

        File.WriteAllText(terminal.At("strict.yaml"), "requiredChecks: { visit: [never-held] }\n");
        var told = await Run();
        Assert.True(told.Code == ExitCode.Done, told.Notes);
        Assert.Contains(
            "Rounds follow the policy in strict.yaml", File.ReadAllText(terminal.At("strict", "report.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_a_scenario_are_told_with_file_and_line_and_nothing_is_written()
    {
        var file = Written(Question.Replace("length: 26 weeks", "lenght: 26 weeks", StringComparison.Ordinal)
            .Replace("count: 1", "count: -1", StringComparison.Ordinal));
        var told = await Terminal.Run("simulate", file, "--out", terminal.At("none"));
        Assert.Equal(ExitCode.BadInput, told.Code);
        Assert.Contains($"{file}, line 3, column 1: Unknown key 'lenght'. Did you mean 'length'?", told.Notes, StringComparison.Ordinal);
        Assert.Contains("count is a whole number", told.Notes, StringComparison.Ordinal);
        Assert.Contains("2 faults; nothing was run.", told.Notes, StringComparison.Ordinal);
        Assert.False(Directory.Exists(terminal.At("none")));
    }

    [Theory]
    [InlineData("ward: Batley East", "ward: Batly East", "Did you mean 'Batley East'?")]
    [InlineData("from: DAY", "from: 2049-01-01", "after the run's last day")]
    [InlineData("referralsPerWeek: 1", "referralsPerWeek: measured", "referralsPerWeek cannot be measured")]
    public async Task What_the_register_does_not_have_is_refused_before_anything_runs(string right, string wrong, string reason)
    {
        await terminal.Store("import", terminal.Town());
        var told = await terminal.Store(
            "simulate", Written(Question.Replace(right, wrong, StringComparison.Ordinal)), "--out", terminal.At("none"));
        Assert.Equal(ExitCode.BadInput, told.Code);
        Assert.Contains(reason, told.Notes, StringComparison.Ordinal);
        Assert.False(Directory.Exists(terminal.At("none")));
    }

    [Theory]
    [InlineData("no.yaml", null, "There is no file")]
    [InlineData(null, null, "Name a scenario file")]
    [InlineData("s.yaml", "yesterday", "it is live, snapshot:FILE or data:DIR")]
    [InlineData("s.yaml", "snapshot:nowhere.json", "there is no file")]
    [InlineData("s.yaml", "data:nowhere", "There is no store")]
    [InlineData("s.yaml", "snapshot:s.yaml", "snapshot.json, line 1")]
    public async Task A_file_that_is_not_there_or_is_something_else_is_refused_with_the_way_out(string? file, string? from, string reason)
    {
        Written(Question);
        string[] source = from is null ? [] : ["--from", from.Replace("s.yaml", terminal.At("s.yaml"), StringComparison.Ordinal)];
        string[] scenario = file is null ? [] : [terminal.At(file)];
        var told = await Terminal.Run([.. (string[])["simulate"], .. scenario, .. source, "--out", terminal.At("none")]);
        Assert.Equal(ExitCode.BadInput, told.Code);
        Assert.Contains(reason, told.Notes, StringComparison.Ordinal);
        Assert.False(Directory.Exists(terminal.At("none")));
    }

    [Fact]
    public async Task A_folder_with_anything_but_a_study_in_it_is_left_alone_and_an_older_study_is_replaced()
    {
        var scenario = Path.Combine(Shipped("open-a-hub"), "scenario.yaml");
        Directory.CreateDirectory(terminal.At("papers"));
        File.WriteAllText(terminal.At("papers", "letter.txt"), "Dear all");
        File.WriteAllText(terminal.At("papers", "report.csv"), "mine");
        var refused = await Terminal.Run("simulate", scenario, "--replications", "2", "--out", terminal.At("papers"));
        Assert.Equal(ExitCode.BadInput, refused.Code);
        Assert.Contains("holds letter.txt, which is no part of a study", refused.Notes, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(terminal.At("papers", "report.csv")));
        refused = await Terminal.Run("simulate", scenario, "--replications", "2", "--out", terminal.At("papers", "letter.txt"));
        Assert.Contains("is a file", refused.Notes, StringComparison.Ordinal);

        foreach (var runs in (string[])["2", "3"])
        {
            var told = await Terminal.Run("simulate", scenario, "--replications", runs, "--out", terminal.At("hub"));
            Assert.True(told.Code == ExitCode.Done, told.Notes);
        }

        using var json = JsonDocument.Parse(File.ReadAllText(terminal.At("hub", "report.json")));
        Assert.Equal(3, json.RootElement.GetProperty("replications").GetInt32());
        Assert.Equal(2, Directory.GetDirectories(terminal.At()).Length);
    }

    [Fact]
    public async Task Finished_studies_are_listed_and_held_beside_each_other()
    {
        foreach (var name in (string[])["open-a-hub", "round-cadence"])
        {
            var told = await Terminal.Run(
                "simulate", Path.Combine(Shipped(name), "scenario.yaml"), "--replications", "2", "--out", terminal.At("studies", name));
            Assert.True(told.Code == ExitCode.Done, told.Notes);
        }

        Directory.CreateDirectory(terminal.At("studies", "papers"));
        Directory.CreateDirectory(terminal.At("studies", "broken"));
        File.WriteAllText(terminal.At("studies", "broken", "report.json"), "{}");
        var list = await Terminal.Run("simulate", "--list", terminal.At("studies"));
        Assert.Equal(ExitCode.Done, list.Code);
        Assert.Contains("This is no report.json of a study", list.Notes, StringComparison.Ordinal);
        var lines = list.Answer.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("round-cadence  ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("open-a-hub ", lines[2], StringComparison.Ordinal);

        var one = terminal.At("studies", "open-a-hub");
        var compared = await Terminal.Run("simulate", "--compare", one, terminal.At("studies", "round-cadence", "report.json"));
        Assert.True(compared.Code == ExitCode.Done, compared.Notes);
        Assert.Contains("9 in 10 are helped within", compared.Answer, StringComparison.Ordinal);
        Assert.Contains("open-a-hub: hub", compared.Answer, StringComparison.Ordinal);
        foreach (var (studies, reason) in new (string[], string)[]
        {
            ([one], "1 studies cannot be compared"), ([one, one + Path.DirectorySeparatorChar + "."], "named twice"),
            ([one, terminal.At("nowhere")], "there is no study"),
            ([one, terminal.At("studies", "broken")], "This is no report.json"),
        })
        {
            var refused = await Terminal.Run([.. (string[])["simulate", "--compare"], .. studies]);
            Assert.Equal(ExitCode.BadInput, refused.Code);
            Assert.Contains(reason, refused.Notes, StringComparison.Ordinal);
        }

        var none = await Terminal.Run("simulate", "--list", terminal.At("nowhere"));
        Assert.Contains("there is no folder", none.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_printed_for_the_planners_own_area_and_a_misspelt_one_is_refused()
    {
        var told = await Terminal.Run("simulate", "--template", "grant-ends-in-march");
        Assert.Equal(ExitCode.Done, told.Code);
        Assert.Contains("\nfrom: live\n", told.Answer, StringComparison.Ordinal);
        Assert.Contains("lever: grantEnds", told.Answer, StringComparison.Ordinal);
        var wrong = await Terminal.Run("simulate", "--template", "grant-ends");
        Assert.Equal(ExitCode.BadInput, wrong.Code);
        Assert.Contains("Did you mean 'grant-ends-in-march'?", wrong.Notes, StringComparison.Ordinal);
    }
}
