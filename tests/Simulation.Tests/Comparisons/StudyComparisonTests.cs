using Networks.Simulation.Comparisons;
using Networks.Simulation.Replications;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Comparisons;

public class StudyComparisonTests
{
    private const string Text = """
        scenario: shorter-rounds
        question: What if rounds were held more often?
        length: 20 weeks
        replications: { atLeast: 3, atMost: 3, precision: 10% }
        inputs: { referralsPerWeek: 2, volunteersLeavePerYear: 20% }
        arms:
          weekly:
            - { lever: roundEvery, every: 1 weeks, on: 2026-12-01 }
        """;

    private static readonly Lazy<AreaSnapshot> Town = new(() => SnapshotFile.Read(
        File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder(), "kirklees", "snapshot.json"))));

    [Fact]
    public void Everything_in_report_json_is_read_back_as_the_report_has_it()
    {
        var report = Run(Text);
        var stored = Read(report);
        Assert.Equal((report.Runs.SnapshotDigest, report.Runs.ScenarioDigest), (stored.SnapshotDigest, stored.ScenarioDigest));
        Assert.Equal((report.Runs.Start, 20.0, 3), (stored.Start, stored.Weeks, stored.Replications));
        Assert.Equal(report.Runs.Wards.ToList(), stored.Wards.ToList());
        foreach (var (arm, read) in report.Arms.Zip(stored.Arms))
        {
            Assert.Equal(arm.Name, read.Name);
            foreach (var row in arm.Outcomes)
            {
                var found = Assert.Single(
                    read.Outcomes, one => one is { Ward: null, Band: null }
                        && one.Name.Equals(row.Outcome.ToString(), StringComparison.OrdinalIgnoreCase));
                Assert.Equal(double.IsFinite(row.Value.Mean), found.Value is not null);
                Assert.Equal(row.Value.Mean, found.Value?.Mean ?? double.NaN, 1e-6);
                Assert.Equal(row.Change?.High ?? double.NaN, found.Change?.High ?? double.NaN, 1e-6);
            }

            Assert.Equal(arm.Wards.Length * 4, read.Outcomes.Count(one => one.Ward is not null));
            Assert.Equal([1, 2, 3, 4], read.Outcomes.Where(one => one.Band is not null).Select(one => one.Band!.Value).Distinct());
        }
    }

    [Fact]
    public void Studies_of_one_fork_start_length_and_wards_are_comparable_and_stand_side_by_side()
    {
        var other = Text.Replace("every: 1 weeks", "every: 3 weeks", StringComparison.Ordinal);
        var comparison = StudyComparison.Of([new("a", Read(Run(Text))), new("b", Read(Run(other)))]);
        Assert.True(comparison.IsComparable, string.Join('\n', comparison.Obstacles));
        Assert.DoesNotContain(comparison.Notes, note => note.Contains("input", StringComparison.Ordinal));
        Assert.Equal(OutcomeWords.All.Length + 2, comparison.Outcomes.Length);
        Assert.All(comparison.Outcomes, outcome => Assert.Equal(
            [("a", "baseline"), ("a", "weekly"), ("b", "baseline"), ("b", "weekly")],
            outcome.Values.Select(value => (value.Study, value.Arm))));

        // The same fork and chance: as things are now, both say the same, and only the levers differ.
        Assert.All(comparison.Outcomes, outcome => Assert.Equal(outcome.Values[0].Value, outcome.Values[2].Value));
        Assert.Contains(comparison.Outcomes, outcome => outcome.Values[1].Value != outcome.Values[3].Value);
        var text = ComparisonText.Write(comparison);
        Assert.DoesNotContain("NOT COMPARABLE", text, StringComparison.Ordinal);
        Assert.Contains("9 in 10 are helped within", text, StringComparison.Ordinal);
        Assert.Contains("b: weekly", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("length: 20 weeks", "length: 30 weeks", "Their runs differ in length: a 20 weeks, b 30 weeks.")]
    [InlineData("length: 20 weeks", "length: 20 weeks\nstart: 2026-11-30", "They begin on different days: a ")]
    [InlineData("length: 20 weeks", "length: 20 weeks\nwards: [Batley East]", "They are about different wards: a 23 wards, b 1 wards.")]
    public void Other_days_lengths_and_wards_are_said_to_be_no_ground_for_a_comparison(string right, string wrong, string reason)
    {
        var comparison = StudyComparison.Of(
            [new("a", Read(Run(Text))), new("b", Read(Run(Text.Replace(right, wrong, StringComparison.Ordinal))))]);
        Assert.False(comparison.IsComparable);
        Assert.Contains(comparison.Obstacles, obstacle => obstacle.StartsWith(reason, StringComparison.Ordinal));
        Assert.StartsWith("NOT COMPARABLE. ", ComparisonText.Write(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_fork_is_an_obstacle_and_another_input_or_seed_a_note()
    {
        var fewer = Town.Value with { People = Town.Value.People.RemoveAt(0) };
        var other = Text.Replace("referralsPerWeek: 2", "referralsPerWeek: 4", StringComparison.Ordinal);
        var comparison = StudyComparison.Of([new("a", Read(Run(Text))), new("b", Read(Run(other, fewer)))]);
        Assert.Contains("different forks", Assert.Single(comparison.Obstacles), StringComparison.Ordinal);
        Assert.Contains(
            comparison.Notes, note => note == "The input referralsPerWeek differs: a 2 a week, b 4 a week.");
        Assert.Contains(comparison.Notes, note => note.StartsWith("They drew different chance", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"scenario\": 3 }")]
    [InlineData("{ \"scenario\": null }")]
    public void What_is_no_report_is_a_value_that_says_so(string json)
    {
        var (report, fault) = StoredReport.Read(json);
        Assert.Null(report);
        Assert.StartsWith("This is no report.json of a study: ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_sent_from_elsewhere_comes_back_to_the_last_bit()
    {
        var runs = Run(Text).Runs;
        foreach (var run in runs.Arms.SelectMany(arm => arm.Runs).Append(new RunOutcome { Values = [double.NaN, -0.0, 1.0 / 3, 1e-300] }))
        {
            var read = RunOutcomeText.Read(RunOutcomeText.Write(run));
            Assert.Equal(run.Values.Select(BitConverter.DoubleToInt64Bits), read.Values.Select(BitConverter.DoubleToInt64Bits));
            Assert.Equal(run.WaitingByWeek.ToList(), read.WaitingByWeek.ToList());
            Assert.Equal(run.Wards.Concat(run.Bands), read.Wards.Concat(read.Bands));
        }
    }

    private static StoredReport Read(StudyReport report) => StoredReport.Read(ReportTables.Json(report)).Report!;

    private static StudyReport Run(string text, AreaSnapshot? snapshot = null)
    {
        var scenario = Assert.IsType<ScenarioReading.Accepted>(Scenario.Read(text)).Scenario;
        var plan = new ReplicationPlan(3, 3, 0.1);
        var answer = Study.Run(snapshot ?? Town.Value, scenario with { Replications = plan }, text, "test");
        return StudyReport.Of(Assert.IsType<StudyAnswer.Done>(answer).Runs);
    }
}
