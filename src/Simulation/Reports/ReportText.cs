using System.Globalization;
using System.Text;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Reports;

/// <summary>The first screen of a report: a sentence for each arm, a table of the outcomes, and what it was made from.</summary>
public static class ReportText
{
    /// <summary>Outcomes on the first screen; the files have all.</summary>
    private static readonly Outcome[] Shown =
    [
        Outcome.TypicalWait, Outcome.LongWait, Outcome.Over12Weeks, Outcome.WaitingAtEnd, Outcome.NeverReachable, Outcome.EndedEarly,
        Outcome.PlacesUnused, Outcome.WithoutConnection, Outcome.Cost,
    ];

    private const int LabelWidth = 36;
    private const int ColumnWidth = 26;
    private const int DigestLetters = 8;
    private const double PlainShareMax = 0.25;

    /// <summary>The text, for a terminal.</summary>
    public static string Write(StudyReport report)
    {
        var text = new StringBuilder();
        foreach (var sentence in Sentences(report))
        {
            text.Append(sentence).Append('\n');
        }

        text.Append('\n');
        Row(text, "", report.Arms.Select(arm => Title(arm.Name)));
        foreach (var outcome in Shown)
        {
            var unit = OutcomeWords.Unit(outcome);
            Row(text, OutcomeWords.Of(outcome), report.Arms.Select(arm => ReportWords.Value(arm[outcome].Value, unit)));
            if (report.Arms.Length > 1)
            {
                Row(text, "  change against as now", report.Arms.Select(arm =>
                    arm[outcome].Change is { } change ? ReportWords.Change(change, unit) : ""));
            }
        }

        return text.Append('\n').Append(MadeFrom(report)).Append('\n').ToString();
    }

    /// <summary>One sentence for each arm but the baseline; of a baseline alone, one about it.</summary>
    public static IEnumerable<string> Sentences(StudyReport report)
    {
        var now = report.Arms[0];
        if (report.Arms.Length == 1)
        {
            yield return $"As things are, {Over(now)} waits over 12 weeks; {Helped(now)}.";
        }

        foreach (var arm in report.Arms.Skip(1))
        {
            var change = arm[Outcome.Over12Weeks].Change!.Value;
            var cost = arm[Outcome.Cost].Value.Mean;
            var paid = cost > 0 ? $", for about {ReportWords.Number(Math.Round(cost), OutcomeUnit.Pounds)}" : "";
            yield return $"{Capital(Title(arm.Name))}: {Over(arm)} waits over 12 weeks, against {Over(now)} as now; {Helped(arm)}{paid}."
                + (ReportWords.IsSure(change) || double.IsNaN(change.Mean) ? ""
                    : change is { Mean: 0, HalfWidth: 0 } ? " Nobody's wait differs from as now."
                    : " The runs cannot tell that share from as now.");
        }
    }

    /// <summary>What the report was made from, how precise it is and what is not certain.</summary>
    public static string MadeFrom(StudyReport report)
    {
        var runs = report.Runs;
        var asked = (100 * runs.Scenario.Replications.Precision).ToString("0.#", CultureInfo.InvariantCulture);
        var reached = runs.IsPrecise
            ? $"precision {asked} % reached"
            : $"precision {asked} % NOT reached: {Reached(report)}; allow more runs (replications: atMost)";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Replications} runs of each arm, {reached}. Snapshot {Short(runs.SnapshotDigest)}..., ")
            + string.Create(
                CultureInfo.InvariantCulture, $"scenario {Short(runs.ScenarioDigest)}..., seed {runs.Seed}, version {runs.Version}.");
    }

    /// <summary>The baseline is called what planners call it.</summary>
    public static string Title(string arm) => arm == Scenario.Baseline ? "as now" : arm.Replace('-', ' ');

    // Half of the people is 46 as well as 54 of a hundred; where "1 in 2" says too little, the number stands beside it.
    private static string Over(ArmReport arm)
    {
        var share = arm[Outcome.Over12Weeks].Value.Mean;
        var percent = share is >= PlainShareMax and <= 1 ? string.Create(CultureInfo.InvariantCulture, $" ({100 * share:0} %)") : "";
        return ReportWords.OneIn(share) + percent;
    }

    private static string Helped(ArmReport arm)
    {
        var wait = arm[Outcome.LongWait].Value.Mean;
        return double.IsNaN(wait) ? "nobody is helped"
            : $"9 in 10 of those helped are helped within {ReportWords.Number(wait, OutcomeUnit.Weeks)}";
    }

    private static string Reached(StudyReport report)
    {
        var share = report.Arms[0][Outcome.LongWait].Value.RelativeHalfWidth;
        return double.IsFinite(share) ? (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %" : "nothing to measure it by";
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Short(string digest) => digest[..Math.Min(DigestLetters, digest.Length)];

    private static void Row(StringBuilder text, string label, IEnumerable<string> cells)
    {
        var line = label.PadRight(LabelWidth) + string.Concat(cells.Select(cell => cell.PadRight(ColumnWidth)));
        text.Append(line.TrimEnd()).Append('\n');
    }
}
