using System.Text.Json;
using System.Text.Json.Nodes;
using Networks.Simulation.Comparisons;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Studies;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Comparisons;

public class ExpectedOutcomesTests
{
    private static readonly Lazy<StudyReport> Report = new(() =>
    {
        const string Text = """
            scenario: few
            question: What do three runs say?
            length: 20 weeks
            seed: 3
            replications: { atLeast: 3, atMost: 3 }
            """;
        var scenario = ((ScenarioReading.Accepted)Scenario.Read(Text)).Scenario;
        return StudyReport.Of(((StudyAnswer.Done)Study.Run(KirkleesTown.Snapshot(), scenario, Text, "test")).Runs);
    });

    private static JsonObject Expected() => new()
    {
        ["replications"] = 3,
        ["arms"] = new JsonObject
        {
            ["baseline"] = new JsonObject(Report.Value.Arms[0].Outcomes.Select(
                row => KeyValuePair.Create(row.Outcome.ToString(), (JsonNode?)row.Value.Mean))),
        },
    };

    [Fact]
    public void What_is_as_expected_has_no_differences()
    {
        var starts = Report.Value.Arms[0][Outcome.Starts].Value;
        var near = Expected();
        near["arms"]!["baseline"]!["Starts"] = starts.Mean + (0.09 * starts.HalfWidth);
        Assert.Empty(ExpectedOutcomes.Differences(near.ToJsonString(), Report.Value));
    }

    [Fact]
    public void Every_number_arm_and_outcome_that_differs_is_named()
    {
        var starts = Report.Value.Arms[0][Outcome.Starts].Value;
        var other = Expected();
        other["replications"] = 4;
        other["arms"]!["baseline"]!["Starts"] = starts.Mean + (0.2 * starts.HalfWidth);
        ((JsonObject)other["arms"]!["baseline"]!).Remove("Utilisation");
        other["arms"]!["gone"] = new JsonObject();
        string[] beginnings = ["3 runs of each arm, expected 4", "baseline, Starts: ", "baseline, Utilisation: nothing", "gone: expected"];
        var said = ExpectedOutcomes.Differences(other.ToJsonString(), Report.Value).ToArray();
        Assert.Equal(beginnings.Length, said.Length);
        Assert.All(said.Zip(beginnings), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{}")]
    [InlineData("{ \"replications\": 3 }")]
    public void A_file_that_is_none_of_its_kind_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => ExpectedOutcomes.Differences(json, Report.Value));
}
