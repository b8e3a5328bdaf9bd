using System.Collections.Immutable;
using Networks.Simulation.Questions;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Tests.Questions;

public class InfluenceTests
{
    private const string Yaml = """
        scenario: ranges
        question: Which range matters?
        seed: 5
        inputs:
          referralsPerWeek: [2, 4]
          volunteersLeavePerYear: [15%, 40%]
        """;

    [Fact]
    public void The_range_that_moves_the_answer_most_stands_first_with_what_it_does_from_end_to_end()
    {
        var influences = Influence.Of(Runs(40, (referrals, leaving) => 0.3 + (0.1 * leaving) + (0.02 * referrals)), Outcome.Over12Weeks);
        Assert.Equal(["volunteersLeavePerYear", "referralsPerWeek"], influences.Select(one => one.Input.Key));
        Assert.True(influences[0].IsSure);
        Assert.Equal(0.1, influences[0].Change.Mean, 2);
        Assert.Equal(0.31, influences[0].Low, 2);
        Assert.Equal("15 to 40 %", influences[0].Input.Range);
    }

    [Fact]
    public void A_range_that_does_nothing_is_not_said_to_do_anything()
    {
        var influences = Influence.Of(Runs(40, (_, _) => 0.3), Outcome.Over12Weeks);
        Assert.All(influences, one => Assert.False(one.IsSure, $"{one.Change}"));
    }

    [Fact]
    public void Too_few_runs_say_nothing() => Assert.Empty(Influence.Of(Runs(10, (_, leaving) => leaving), Outcome.Over12Weeks));

    // Noise of its own, so that a line cannot go through every run.
    private static StudyRuns Runs(int count, Func<double, double, double> share)
    {
        var scenario = Assert.IsType<ScenarioReading.Accepted>(Scenario.Read(Yaml)).Scenario;
        var inputs = RangedInput.Of(scenario);
        var noise = new Random(1);
        return new StudyRuns
        {
            Scenario = scenario, SnapshotDigest = "", ScenarioDigest = "", Seed = 5, Version = "", Start = default,
            Arms =
            [
                new ArmRuns("baseline", [.. Enumerable.Range(0, count).Select(run => Run(
                    share(inputs[0].ShareOf(5, run), inputs[1].ShareOf(5, run)) + (0.002 * (noise.NextDouble() - 0.5))))]),
            ],
        };
    }

    private static RunOutcome Run(double over12) => new()
    {
        Values = ImmutableArray.CreateRange(OutcomeWords.All.Select(outcome => outcome == Outcome.Over12Weeks ? over12 : 1)),
    };
}
