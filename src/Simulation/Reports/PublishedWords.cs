using Networks.Simulation.Estimates;
using Networks.Simulation.Questions;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Studies;
using static System.FormattableString;

namespace Networks.Simulation.Reports;

/// <summary>Published figures held against each other and against the baseline's runs.</summary>
public static class PublishedWords
{
    /// <summary>The heads of <see cref="Rows"/>.</summary>
    public static string[] Head { get; } = ["figure", "published", "as the runs have it", "source"];

    /// <summary>What was found, in sentences.</summary>
    public static IEnumerable<string> Of(StudyReport report) => report.Runs.Scenario.Questions.Published is not { } figures ? []
        : PublishedCheck.Of(figures, report.Runs.Scenario.Inputs).Select(finding => finding.Words);

    /// <summary>Each published figure beside what the baseline's runs come to.</summary>
    public static IEnumerable<string[]> Rows(StudyReport report)
    {
        if (report.Runs.Scenario.Questions.Published is not { } figures)
        {
            yield break;
        }

        var weeks = report.Runs.Scenario.Length.Count / Days.InWeek;
        var years = report.Runs.Scenario.Length.Count / Days.InYear;
        var runs = report.Runs.Arms[0].Runs;
        Estimate Of(Func<RunOutcome, double> value) => Intervals.Of(runs.Select(value));
        (string Name, NumberInput? Published, string Simulated)[] rows =
        [
            ("people waiting", figures.Waiting, Said(Of(run => run.WaitingByWeek.Average()))),
            ("weeks waited", figures.WaitWeeks, Said(Of(run => run.WaitingByWeek.Average() / Gone(run) * weeks))),
            ("places", figures.Places, "-"),
            ("weeks a match lasts", figures.MatchWeeks, "-"),
            ("matches begun in a year", figures.MatchesPerYear, Said(Of(run => run[Outcome.Starts] / years))),
            ("people referred in a week", figures.ReferralsPerWeek, "-"),
        ];
        foreach (var (name, published, simulated) in rows)
        {
            if (published is not null)
            {
                yield return [name, Published(published), simulated, published.Source];
            }
        }
    }

    // By Little's law how long everybody is on the list, helped or not.
    private static double Gone(RunOutcome run) => run[Outcome.Starts] + run[Outcome.LeftTheList];

    private static string Said(Estimate estimate) => ReportWords.Value(estimate, OutcomeUnit.Count);

    private static string Published(NumberInput input) =>
        input.IsRange ? Invariant($"{input.Low:0.#} to {input.High:0.#}") : Invariant($"{input.Low:0.#}");
}
