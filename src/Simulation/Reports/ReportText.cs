using System.Globalization;
using System.Text;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Reports;

/// <summary>The first screen of a report: a sentence for each arm, a table of the outcomes, and what it was made from.</summary>
public static class ReportText
{
    /// <summary>Letters in a line where nobody says how many there are: three arms go beside each other.</summary>
    public const int UsualWidth = 120;

    /// <summary>Letters in a line of the smallest terminal in use.</summary>
    public const int WidthLeast = 80;

    /// <summary>Lines longer than this are hard to follow, however wide the screen.</summary>
    public const int WidthMost = 160;

    /// <summary>Outcomes on the first screen; the files have all.</summary>
    private static readonly Outcome[] Shown =
    [
        Outcome.TypicalWait, Outcome.LongWait, Outcome.Over4Weeks, Outcome.Over12Weeks, Outcome.WaitingAtEnd, Outcome.NeverReachable,
        Outcome.EndedEarly, Outcome.LivesTouched, Outcome.WithoutConnection, Outcome.PlacesUnused, Outcome.Cost,
    ];

    private const int DigestLetters = 8;

    /// <summary>The text, for a terminal of so many letters a line.</summary>
    public static string Write(StudyReport report, int width = UsualWidth)
    {
        var text = new StringBuilder();
        foreach (var sentence in ReportSentences.Of(report))
        {
            text.Append(sentence).Append('\n');
        }

        foreach (var sentence in FoundWords.Of(report.Runs.Found).Concat(PublishedWords.Of(report)))
        {
            text.Append(sentence).Append('\n');
        }

        return text.Append('\n').Append(Table(report).Write(width)).Append('\n')
            .Append(ReportSentences.NotCertain(report)).Append('\n')
            .AppendJoin("", SensitivityWords.Of(report.Runs.Sensitivity).Select(sentence => sentence + "\n"))
            .Append("In brackets: where the mean of all such futures lies, 95 % sure. How far one of them may lie from it: report.html.\n")
            .Append(MadeFrom(report)).Append('\n').ToString();
    }

    /// <summary>What the report was made from and how precise it is.</summary>
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

    private static TextTable Table(StudyReport report)
    {
        var table = new TextTable([.. report.Arms.Select(arm => ReportSentences.Title(arm.Name)).Prepend("")]);
        foreach (var outcome in Shown)
        {
            var unit = OutcomeWords.Unit(outcome);
            table.Add([.. report.Arms.Select(arm => ReportWords.Value(arm[outcome].Value, unit)).Prepend(OutcomeWords.Of(outcome))]);
            AddIfAny(table, "  in words", report.Arms.Select(arm => InWords(arm, outcome)));
            AddIfAny(table, "  why", report.Arms.Select(arm => outcome == Outcome.NeverReachable ? Why(arm) : ""));
            AddIfAny(table, "  change", report.Arms.Select(arm => Change(arm, outcome, unit)));
        }

        AddIfAny(table, "Cost of each start more", report.Arms.Select(arm => ReportWords.Pounds(arm.CostPerStart)));
        AddIfAny(table, "Cost of each sustained one more", report.Arms.Select(arm => ReportWords.Pounds(arm.CostPerSustainedStart)));
        return table;
    }

    /// <summary>What stands in the way of most, such as "8 language, 2 too far"; empty where nobody is out of reach.</summary>
    public static string Why(ArmReport arm) => string.Join(
        ", ", arm.Unreachable.Take(2).Where(row => row.People.Mean >= 0.5)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.People.Mean:0} {row.Words}")));

    private static string InWords(ArmReport arm, Outcome outcome) =>
        outcome == Outcome.Over4Weeks ? ReportWords.OneIn(arm[outcome].Value.Mean) : "";

    private static string Change(ArmReport arm, Outcome outcome, OutcomeUnit unit) =>
        outcome != Outcome.Cost && arm[outcome].Change is { } change ? ReportWords.Change(change, unit) : "";

    private static void AddIfAny(TextTable table, string label, IEnumerable<string> cells)
    {
        string[] row = [label, .. cells];
        if (row.Skip(1).Any(cell => cell is not ("" or ReportWords.NoDifference)))
        {
            table.Add(row);
        }
    }

    private static string Reached(StudyReport report)
    {
        var share = report.Arms[0][Outcome.LongWait].Value.RelativeHalfWidth;
        return double.IsFinite(share) ? (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %" : "nothing to measure it by";
    }

    private static string Short(string digest) => digest[..Math.Min(DigestLetters, digest.Length)];
}
