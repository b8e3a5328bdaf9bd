using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Questions;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Tests.Scenarios.Questions;

public class QuestionReaderTests
{
    private const string Start = """
        scenario: how-many
        question: How many?
        arms:
          recruit:
            - { lever: recruit, count: 20, ward: Batley East, on: 2027-01-11 }
            - { lever: openGroup, places: 5, ward: Batley East, on: 2027-01-11 }
            - { lever: openGroup, places: 9, ward: Batley East, on: 2027-01-11 }

        """;

    [Fact]
    public void A_search_is_read_with_its_range_its_wards_and_what_must_hold()
    {
        var find = Find("""lever: recruit, arm: recruit, count: [0, 60], wards: [Batley East, Lindley], so: "90% wait under 6 weeks" """);
        Assert.Equal((0, 60, 0.95), (find.Least, find.Most, find.Confidence));
        Assert.Equal(["Batley East", "Lindley"], find.Wards.Select(ward => ward.Word));
        Assert.Equal((null, 6.0, 0.9, true), (find.So.Outcome, find.So.Weeks, find.So.Limit, find.So.IsFloor));
    }

    [Theory]
    [InlineData("longWait under 12 weeks", Outcome.LongWait, 12, false)]
    [InlineData("livesTouched over 600", Outcome.LivesTouched, 600, true)]
    [InlineData("waitingAtEnd under 50 people", Outcome.WaitingAtEnd, 50, false)]
    public void What_must_hold_may_be_any_outcome_that_more_of_a_lever_moves_one_way(string so, Outcome outcome, double limit, bool floor)
    {
        var target = Target.Parse(so)!;
        Assert.Equal((outcome, limit, floor), (target.Outcome!.Value, target.Limit, target.IsFloor));
    }

    [Theory]
    [InlineData("placesUnused under 5")]
    [InlineData("livesTouched under 600")]
    [InlineData("90 wait under 6 weeks")]
    [InlineData("0% wait under 6 weeks")]
    [InlineData("90% wait over 6 weeks")]
    public void What_cannot_be_looked_for_is_none(string so) => Assert.Null(Target.Parse(so));

    [Theory]
    [InlineData("""lever: recruit, arm: recrut, count: [0, 60], so: "90% wait under 6 weeks" """, "Did you mean 'recruit'?")]
    [InlineData("""lever: recruits, arm: recruit, count: [0, 60], so: "90% wait under 6 weeks" """, "Did you mean 'recruit'?")]
    [InlineData("""lever: openGroup, arm: recruit, count: [0, 60], so: "90% wait under 6 weeks" """, "has 2 levers 'openGroup'")]
    [InlineData("""lever: recruit, arm: recruit, count: [60, 0], so: "90% wait under 6 weeks" """, "count is the range to look in")]
    [InlineData("""lever: recruit, arm: recruit, count: [0, 60], so: "all wait under 6 weeks" """, "nothing that can be looked for")]
    [InlineData("""lever: recruit, arm: recruit, count: [0, 60], so: "90% wait under 6 weeks", sure: 95%""", "Unknown key 'sure'")]
    public void A_search_that_cannot_be_made_is_refused_with_its_line_and_what_was_meant(string find, string said)
    {
        var refused = Assert.IsType<ScenarioReading.Refused>(Scenario.Read($"{Start}find: {{ {find} }}"));
        var fault = Assert.Single(refused.Faults);
        Assert.Equal(8, fault.At.Line);
        Assert.Contains(said, fault.ToString(), StringComparison.Ordinal);
    }

    private static FindQuestion Find(string find)
    {
        var reading = Scenario.Read($"{Start}find: {{ {find} }}");
        return Assert.IsType<ScenarioReading.Accepted>(reading).Scenario.Questions.Find!;
    }
}
