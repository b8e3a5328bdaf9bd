using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Tests.Kirklees;

public class ShippedScenarioTests
{
    private static readonly string[] Shipped =
    [
        "as-measured", "city-makers", "community-chest", "grant-ends-in-march", "how-many-befrienders", "kirklees-waiting-list",
        "open-a-hub", "places-kept", "round-cadence", "travel-further",
    ];

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. Shipped];

    public static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "simulations"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_scenario_in_the_repository_can_be_run_in_its_town(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), name, "scenario.yaml"));
        var reading = Scenario.Read(text);
        Assert.True(reading is ScenarioReading.Accepted, string.Join('\n', (reading as ScenarioReading.Refused)?.Faults ?? []));
        var scenario = ((ScenarioReading.Accepted)reading).Scenario;
        Assert.Equal(name, scenario.Name);
        Assert.Equal(ScenarioSourceKind.Snapshot, scenario.From.Kind);
        var town = SnapshotFile.Read(File.ReadAllText(Path.Combine(Folder(), name, scenario.From.Path!)));
        Assert.Empty(ScenarioCheck.Of(scenario, RegisteredNames.Of(town)));
        Assert.NotEmpty(scenario.Arms);
        Assert.Contains(scenario.Question, File.ReadAllText(Path.Combine(Folder(), name, "README.md")), StringComparison.Ordinal);
    }

    /// <summary>Written anew with NETWORKS_WRITE_EXPECTED=1, to be read through before it is kept.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_scenario_reproduces_what_is_expected_of_it(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), name, "scenario.yaml"));
        var scenario = ((ScenarioReading.Accepted)Scenario.Read(text)).Scenario;
        var town = SnapshotFile.Read(File.ReadAllText(Path.Combine(Folder(), name, scenario.From.Path!)));
        var runs = Assert.IsType<StudyAnswer.Done>(Study.Run(town, scenario, text, "test")).Runs;
        Assert.True(runs.IsPrecise);
        var report = StudyReport.Of(runs);
        var file = Path.Combine(Folder(), name, "expected.json");
        if (Environment.GetEnvironmentVariable("NETWORKS_WRITE_EXPECTED") == "1")
        {
            File.WriteAllText(file, ExpectedOf(report));
        }

        using var expected = JsonDocument.Parse(File.ReadAllText(file));
        Assert.Equal(expected.RootElement.GetProperty("replications").GetInt32(), report.Replications);
        foreach (var arm in report.Arms)
        {
            var outcomes = expected.RootElement.GetProperty("arms").GetProperty(arm.Name);
            foreach (var row in arm.Outcomes)
            {
                // Mathematical functions may differ in the last digit from one system to another, and a draw with them.
                var wanted = outcomes.GetProperty(row.Outcome.ToString()).GetDouble();
                var near = 0.000001 + (0.1 * row.Value.HalfWidth);
                Assert.True(Math.Abs(row.Value.Mean - wanted) <= near, $"{arm.Name} {row.Outcome}: {row.Value.Mean}, expected {wanted}");
            }
        }
    }

    private static string ExpectedOf(StudyReport report) => new JsonObject
    {
        ["replications"] = report.Replications,
        ["sentences"] = new JsonArray([.. ReportSentences.Of(report).Select(sentence => (JsonNode)sentence)]),
        ["arms"] = new JsonObject(report.Arms.Select(arm => KeyValuePair.Create(arm.Name, (JsonNode?)new JsonObject(
            arm.Outcomes.Select(row => KeyValuePair.Create(row.Outcome.ToString(), (JsonNode?)Math.Round(row.Value.Mean, 6))))))),
    }.ToJsonString(Indented) + "\n";

    [Fact]
    public void No_scenario_lies_there_untested() => Assert.Equal(
        Shipped.Append("kirklees").Order(StringComparer.Ordinal),
        Directory.GetDirectories(Folder()).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));
}
