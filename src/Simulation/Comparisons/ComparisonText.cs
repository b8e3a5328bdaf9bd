using System.Text;
using Networks.Simulation.Estimates;
using Networks.Simulation.Reports;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Comparisons;

/// <summary>A comparison for a terminal: a line for each arm under each outcome, and first of all whether it may be trusted.</summary>
public static class ComparisonText
{
    private const int IndentWidth = 2;

    /// <summary>The text.</summary>
    public static string Write(StudyComparison comparison)
    {
        var text = new StringBuilder();
        foreach (var obstacle in comparison.Obstacles)
        {
            text.Append("NOT COMPARABLE. ").Append(obstacle).Append('\n');
        }

        foreach (var note in comparison.Notes)
        {
            text.Append("Note: ").Append(note).Append('\n');
        }

        var label = comparison.Outcomes.SelectMany(outcome => outcome.Values).Select(value => Label(value).Length).DefaultIfEmpty(0).Max();
        foreach (var outcome in comparison.Outcomes)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(Words(outcome.Name)).Append('\n');
            var unit = Enum.TryParse<OutcomeUnit>(outcome.Unit, ignoreCase: true, out var known) ? known : OutcomeUnit.Count;
            foreach (var value in outcome.Values)
            {
                var change = value.Change is { } changed ? $"   change {ReportWords.Change(Of(changed), unit)}" : "";
                text.Append(' ', IndentWidth).Append(Label(value).PadRight(label + IndentWidth))
                    .Append(ReportWords.Value(Of(value.Value), unit)).Append(change).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Label(ComparedValue value) => $"{value.Study}: {ReportSentences.Title(value.Arm)}";

    // A later release may know outcomes that this one has no words for.
    private static string Words(string outcome) => outcome switch
    {
        "costPerStart" => "Cost of each match or membership begun",
        "costPerSustainedStart" => "Cost of each that lasted 26 weeks or more",
        _ => Enum.TryParse<Outcome>(outcome, ignoreCase: true, out var known) ? OutcomeWords.Of(known) : outcome,
    };

    private static Estimate Of(StoredInterval? interval) => interval is null
        ? new Estimate(double.NaN, double.PositiveInfinity, 0, Intervals.Usual)
        : new Estimate(interval.Mean, (interval.High - interval.Low) / 2, 2, Intervals.Usual);
}
