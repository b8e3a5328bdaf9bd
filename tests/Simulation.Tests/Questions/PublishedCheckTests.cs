using Networks.Simulation.Questions;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Scenarios.Questions;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Questions;

public class PublishedCheckTests
{
    private const double WeeksInYear = 365.25 / 7;

    private static readonly ScenarioInputs NobodyLeaves = new() { LeavesListAfter = null };

    [Fact]
    public void The_published_figures_of_Kirklees_cannot_all_be_true_and_the_scenario_says_by_how_much_and_what_would_make_them_true()
    {
        var text = File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder(), "kirklees-waiting-list", "scenario.yaml"));
        var scenario = Assert.IsType<ScenarioReading.Accepted>(Scenario.Read(text)).Scenario;
        var finding = Assert.Single(PublishedCheck.Of(scenario.Questions.Published!, scenario.Inputs));
        Assert.True(finding.IsContradiction);

        // 130 / 16 = 8.125 a week leave the list; 164 / 52 = 3.154 are helped and 130 / 40 = 3.25 leave unhelped; 1.721 are missing.
        Assert.Contains("8.1 a week leave the list", finding.Words, StringComparison.Ordinal);
        Assert.Contains("1.7 a week (21 %) are not accounted for", finding.Words, StringComparison.Ordinal);
        var remedies = finding.Remedies.ToDictionary(remedy => remedy.Figure, remedy => remedy.Value);
        Assert.Equal(130 / (164 / 52.0 + 3.25), remedies["waitWeeks"], 6);
        Assert.Equal(164 / (8.125 - 3.25), remedies["matchWeeks"], 6);
        Assert.Equal((8.125 - 3.25) * 52, remedies["places"], 6);
    }

    [Fact]
    public void If_nobody_leaves_unhelped_the_matches_would_last_twenty_weeks()
    {
        var figures = Figures(130, 16, 164);
        var finding = Assert.Single(PublishedCheck.Of(figures, NobodyLeaves));
        Assert.Equal(164 / 8.125, finding.Remedies.Single(remedy => remedy.Figure == "matchWeeks").Value, 6);
        Assert.Contains("matches of 20 weeks", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_any_steady_scheme_are_found_true_and_of_any_one_changed_by_a_third_not_and_each_remedy_makes_them_true()
    {
        var random = new Random(20261122);
        for (var scheme = 0; scheme < 2000; scheme++)
        {
            var (perWeek, wait, length) = (1 + (9 * random.NextDouble()), 2 + (40 * random.NextDouble()), 10 + (90 * random.NextDouble()));
            var figures = new PublishedFigures
            {
                Waiting = Number(perWeek * wait), WaitWeeks = Number(wait), Places = Number(perWeek * length), MatchWeeks = Number(length),
                MatchesPerYear = scheme % 2 == 0 ? Number(perWeek * WeeksInYear) : null, ReferralsPerWeek = Number(perWeek),
            };
            Assert.All(PublishedCheck.Of(figures, NobodyLeaves), finding => Assert.False(finding.IsContradiction, finding.Words));
            var wrong = figures with { Waiting = Number(perWeek * wait * (scheme % 3 == 0 ? 4.0 / 3 : 2.0 / 3)) };
            var found = PublishedCheck.Of(wrong, NobodyLeaves).First(finding => finding.IsContradiction);
            foreach (var remedy in found.Remedies.Where(remedy => remedy.Figure is "waiting" or "waitWeeks"))
            {
                var mended = remedy.Figure == "waiting" ? wrong with { Waiting = Number(remedy.Value) }
                    : wrong with { WaitWeeks = Number(remedy.Value) };
                Assert.All(PublishedCheck.Of(mended, NobodyLeaves), finding => Assert.False(finding.IsContradiction, finding.Words));
            }
        }
    }

    [Fact]
    public void A_range_that_holds_a_true_answer_is_no_contradiction() => Assert.False(Assert.Single(PublishedCheck.Of(
        Figures(130, 16, 164) with { WaitWeeks = NumberInput.Between(16, 60) }, NobodyLeaves)).IsContradiction);

    [Fact]
    public void Too_few_figures_say_nothing() =>
        Assert.Empty(PublishedCheck.Of(new PublishedFigures { Waiting = Number(130) }, NobodyLeaves));

    [Theory]
    [InlineData("waiting: 0", "is a number above 0")]
    [InlineData("waiting: measured", "is a number above 0")]
    [InlineData("wating: 130", "Did you mean 'waiting'?")]
    public void A_figure_that_is_none_is_refused_with_its_line(string figure, string said)
    {
        var text = $"scenario: s\nquestion: Can they be true?\npublished: {{ {figure} }}\n";
        var fault = Assert.Single(Assert.IsType<ScenarioReading.Refused>(Scenario.Read(text)).Faults);
        Assert.Equal(3, fault.At.Line);
        Assert.Contains(said, fault.ToString(), StringComparison.Ordinal);
    }

    private static PublishedFigures Figures(double waiting, double wait, double places) =>
        new() { Waiting = Number(waiting), WaitWeeks = Number(wait), Places = Number(places), MatchWeeks = Number(52) };

    private static NumberInput Number(double value) => NumberInput.Of(value);
}
