using System.Globalization;
using System.Text.Json;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Questions;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Questions;

public class SensitivityTests
{
    private const string Ranges = "referralsPerWeek: [4, 6], volunteersLeavePerYear: [10%, 50%]";

    private static readonly Lazy<AreaSnapshot> Town = new(() => SnapshotFile.Read(
        File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder(), "kirklees", "snapshot.json"))));

    private static readonly Lazy<StudyRuns> Asked = new(() => Run(
        Ranges, "sensitivity: { of: starts, runs: 5, worth: { of: sustainedStarts, each: 90 } }"));

    [Theory]
    [InlineData(
        "volunteersLeavePerYear", "referralsPerWeek: 5, volunteersLeavePerYear: 10%", "referralsPerWeek: 5, volunteersLeavePerYear: 50%")]
    [InlineData("referralsPerWeek", "referralsPerWeek: 4, volunteersLeavePerYear: 30%", "referralsPerWeek: 6, volunteersLeavePerYear: 30%")]
    public void An_end_of_a_range_is_run_as_the_scenario_with_that_number_and_the_middle_of_all_others(string key, string low, string high)
    {
        var input = Asked.Value.Sensitivity!.Inputs.Single(one => one.Input.Key == key);
        var (atLow, atHigh) = (Run(low, ""), Run(high, ""));
        for (var arm = 0; arm < 2; arm++)
        {
            Assert.Equal(atLow.Arms[arm].Runs.Average(run => run[Outcome.Starts]), input.Arms[arm].Low.Mean, 9);
            Assert.Equal(atHigh.Arms[arm].Runs.Average(run => run[Outcome.Starts]), input.Arms[arm].High.Mean, 9);
            Assert.Equal(input.Arms[arm].High.Mean - input.Arms[arm].Low.Mean, input.Arms[arm].Change.Mean, 9);
        }
    }

    [Fact]
    public void What_moves_the_outcome_most_stands_first_and_the_report_has_it_in_words_a_table_and_a_chart()
    {
        var (runs, sensitivity) = (Asked.Value, Asked.Value.Sensitivity!);
        Assert.Equal(
            sensitivity.Inputs.Select(input => Math.Abs(input.Most.Change.Mean)).OrderDescending(),
            sensitivity.Inputs.Select(input => Math.Abs(input.Most.Change.Mean)));
        var report = StudyReport.Of(runs);
        var text = ReportText.Write(report);
        Assert.Contains("Not certain: how many volunteers leave each year (10 to 50 %)", text, StringComparison.Ordinal);
        Assert.Contains("net of cost, a sustained match or membership at £90", text, StringComparison.Ordinal);
        Assert.Contains("it is worth at most £", text, StringComparison.Ordinal);
        Assert.Equal(3, ReportPage.Write(report).Split("<svg ").Length - 1);
        using var json = JsonDocument.Parse(ReportTables.Json(report));
        Assert.Equal(2, json.RootElement.GetProperty("sensitivity").GetProperty("inputs").GetArrayLength());
    }

    [Fact]
    public void Without_a_range_nothing_is_run_and_nothing_is_said() =>
        Assert.Null(Run("referralsPerWeek: 5, volunteersLeavePerYear: 30%", "sensitivity: { of: starts, runs: 5 }").Sensitivity);

    [Theory]
    [InlineData("sensitivity: { of: placesUnused }", "whether more or less of 'placesUnused' is better")]
    [InlineData("sensitivity: { worth: { of: starts } }", "'each' is missing")]
    [InlineData("sensitivity: { run: 7 }", "Did you mean 'runs'?")]
    public void What_cannot_be_weighed_is_refused_with_its_line(string question, string said)
    {
        var fault = Assert.Single(Assert.IsType<ScenarioReading.Refused>(Scenario.Read(Text(Ranges, question))).Faults);
        Assert.Equal(9, fault.At.Line);
        Assert.Contains(said, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Less_waiting_is_better_and_so_are_more_starts()
    {
        Assert.True(SensitivityQuestion.Goodness(Outcome.LongWait, 5) > SensitivityQuestion.Goodness(Outcome.LongWait, 6));
        Assert.True(SensitivityQuestion.Goodness(Outcome.Starts, 6) > SensitivityQuestion.Goodness(Outcome.Starts, 5));
    }

    private static string Text(string inputs, string question) => string.Create(CultureInfo.InvariantCulture, $$"""
        scenario: ranges
        question: Which range matters?
        length: 40 weeks
        seed: 3
        replications: { atLeast: 5, atMost: 5, precision: 50% }
        rounds: { every: 2 weeks, method: fast }
        inputs: { {{inputs}} }
        arms: { more: [{ lever: recruit, count: 30, ward: Batley East, on: 2026-12-07, costEach: 20 }] }
        {{question}}
        """);

    private static StudyRuns Run(string inputs, string question)
    {
        var text = Text(inputs, question);
        var scenario = Assert.IsType<ScenarioReading.Accepted>(Scenario.Read(text)).Scenario;
        return Assert.IsType<StudyAnswer.Done>(Study.Run(Town.Value, scenario, text, "test")).Runs;
    }
}
