using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Questions;

public class LeverSearchTests
{
    private static readonly Lazy<AreaSnapshot> Town = new(() => SnapshotFile.Read(
        File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder(), "kirklees", "snapshot.json"))));

    [Theory]
    [InlineData("{ lever: recruit, count: 7, counting: enquiries, ward: Batley East, on: 2026-12-07 }", "recruit")]
    [InlineData("{ lever: openGroup, count: 7, kind: lunch-club, places: 3, ward: Batley East, on: 2026-12-07 }", "openGroup")]
    public void A_count_of_the_search_is_run_as_the_arm_with_that_count_would_be(string lever, string name)
    {
        var find = $$"""find: { lever: {{name}}, arm: more, count: [3, 7], so: "20% wait under 12 weeks", runsAtMost: 20 }""";
        var runs = Run(Text(lever, find));
        var (found, arm) = (Assert.Single(runs.Found), runs.Arms[1]);
        Assert.Equal(0.2 - arm.Runs.Average(run => 1 - run[Outcome.Over12Weeks]), found.Answer[7]!.Margin.Mean, 9);
        var fewer = Run(Text(lever.Replace("count: 7", "count: 3", StringComparison.Ordinal), ""));
        Assert.Equal(0.2 - fewer.Arms[1].Runs.Average(run => 1 - run[Outcome.Over12Weeks]), found.Answer[3]!.Margin.Mean, 9);
        Assert.Contains("are enough already so that 20 % wait under 12 weeks", Assert.Single(FoundWords.Of(runs.Found)));
    }

    [Fact]
    public void That_no_number_is_enough_is_said_with_what_the_largest_comes_to()
    {
        var runs = Run(Text(
            "{ lever: recruit, count: 7, ward: Batley East, on: 2026-12-07 }",
            """find: { lever: recruit, arm: more, count: [0, 9], wards: [Batley East, Lindley], so: "99% wait under 2 weeks" }"""));
        var sentences = FoundWords.Of(runs.Found).ToArray();
        Assert.Equal(2, sentences.Length);
        foreach (var said in (string[])
            ["no number of befrienders up to 9 is enough", "; with 9 it is ", "(95 % sure of all wards together, 20 runs)"])
        {
            Assert.All(sentences, sentence => Assert.Contains(said, sentence, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_ward_that_is_not_there_is_refused_with_its_line_before_anything_runs()
    {
        var text = Text(
            "{ lever: recruit, count: 7, ward: Batley East, on: 2026-12-07 }",
            """find: { lever: recruit, arm: more, count: [0, 9], wards: [Batly East], so: "99% wait under 2 weeks" }""");
        var refused = Assert.IsType<StudyAnswer.Refused>(Study.Run(Town.Value, Read(text), text, "test"));
        var fault = Assert.Single(refused.Faults);
        Assert.Equal(9, fault.At.Line);
        Assert.Contains("Did you mean 'Batley East'?", fault.ToString(), StringComparison.Ordinal);
    }

    private static string Text(string lever, string find) => $$"""
        scenario: more
        question: How many more?
        length: 40 weeks
        seed: 3
        replications: { atLeast: 20, atMost: 20, precision: 50% }
        rounds: { every: 2 weeks, method: fast }
        arms:
          more: [{{lever}}]
        {{find}}
        """;

    private static StudyRuns Run(string text) => Assert.IsType<StudyAnswer.Done>(Study.Run(Town.Value, Read(text), text, "test")).Runs;

    private static Scenario Read(string text) => Assert.IsType<ScenarioReading.Accepted>(Scenario.Read(text)).Scenario;
}
