using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Networks.Simulation.Estimates;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Reports;

/// <summary>report.html: one page that needs nothing beside it, to read, print, send and copy tables from.</summary>
public static class ReportPage
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff }
        body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
        h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1.2rem; margin-top: 2.2rem }
        table { border-collapse: collapse; width: 100%; margin: .6rem 0 } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
        th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid #ddd }
        td { font-variant-numeric: tabular-nums } .change { color: #444; font-size: .92em; display: block }
        .unsure { color: #767676 } .sentence { font-size: 1.1rem } figure { margin: 1rem 0 } svg { max-width: 100%; height: auto }
        .key { border-left: 1.1rem solid; padding-left: .4rem; margin-right: 1.2rem }
        .uncertain { border-left: 4px solid #0072b2; padding-left: .8rem } .scroll tbody tr:hover { background: #f4f7f9 }
        .scroll { overflow-x: auto } @media (max-width: 40rem) { body { margin-top: 1rem } .scroll td { white-space: nowrap } }
        footer { margin: 2.5rem 0 1rem; color: #555; font-size: .9rem }
        @media print { body { margin: 0; max-width: none } h2 { break-after: avoid } figure, tr { break-inside: avoid } }
        """;

    /// <summary>The page.</summary>
    public static string Write(StudyReport report)
    {
        var page = new StringBuilder();
        var runs = report.Runs;
        page.Append("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        page.Append($"<title>{Text(runs.Scenario.Name)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n");
        page.Append($"<h1>{Text(runs.Scenario.Question)}</h1>\n");
        foreach (var sentence in ReportSentences.Of(report))
        {
            page.Append($"<p class=\"sentence\">{Text(sentence)}</p>\n");
        }

        foreach (var sentence in FoundWords.Of(runs.Found).Concat(PublishedWords.Of(report)))
        {
            page.Append($"<p class=\"sentence\">{Text(sentence)}</p>\n");
        }

        page.Append($"<p class=\"uncertain\">{Text(ReportSentences.NotCertain(report))}</p>\n");
        page.Append("<p>In brackets: between which numbers the mean of all such futures lies, with 95 % certainty. ");
        page.Append("Which one of them comes nobody knows; how far it may lie from the mean is in the table below. ");
        page.Append("A change in grey may as well be none.</p>\n");
        OutcomeTable(page, report);
        OneFuture(page, report);
        Figure(
            page, "People waiting", "The line is the mean over all runs, the band its 95 % interval.", ReportCharts.Waiting(report),
            ReportCharts.WaitingLegend(report));
        Figure(page, "How long people wait", "Bars are 95 % intervals.", ReportCharts.Waits(report), ReportCharts.WaitsLegend());
        Table(page, "How many are enough", FoundWords.Head, FoundWords.Rows(runs.Found));
        NotCertain(page, report);
        Table(page, "Published figures", PublishedWords.Head, PublishedWords.Rows(report));
        Arms(page, report);
        Groups(page, "By ward", report, arm => arm.Wards);
        Groups(page, "By priority band", report, arm => arm.Bands);
        Table(
            page, "What went in", ["input", "value", "source"],
            runs.Inputs.Select(input => (string[])[input.Name, input.Value, input.Source]));
        if (!runs.Notes.IsEmpty)
        {
            page.Append("<h2>What to know when reading this</h2>\n<ul>\n")
                .AppendJoin("", runs.Notes.Select(note => $"<li>{Text(note)}</li>\n")).Append("</ul>\n");
        }

        Table(page, "How the study was made (STRESS-DES, Monks and others 2018)", ["item", "answer"], StressChecklist.Of(report));
        return page.Append($"</main>\n<footer>{Text(ReportText.MadeFrom(report))}</footer>\n</body>\n</html>\n").ToString();
    }

    private static void OutcomeTable(StringBuilder page, StudyReport report)
    {
        page.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What comes of it\">\n");
        page.Append("<table>\n<caption>What comes of it</caption>\n<thead><tr><th scope=\"col\"></th>")
            .AppendJoin("", report.Arms.Select(arm => $"<th scope=\"col\">{Text(ReportSentences.Title(arm.Name))}</th>"))
            .Append("</tr></thead>\n<tbody>\n");
        foreach (var outcome in OutcomeWords.All)
        {
            page.Append($"<tr><th scope=\"row\">{Text(OutcomeWords.Of(outcome))}</th>")
                .AppendJoin("", report.Arms.Select(arm => Cell(arm, outcome))).Append("</tr>\n");
        }

        EachMore(page, report, "Cost of each start more", arm => arm.CostPerStart);
        EachMore(page, report, "Cost of each sustained one more", arm => arm.CostPerSustainedStart);

        page.Append("</tbody>\n</table></div>\n");
    }

    private static void OneFuture(StringBuilder page, StudyReport report)
    {
        var share = report.Arms[0][Outcome.Starts].OneFuture.Share;
        if (!double.IsNaN(share))
        {
            var sure = (100 * share).ToString("0", CultureInfo.InvariantCulture);
            Table(
                page, $"What one future may bring: {sure} in 100 lie between these",
                ["", .. report.Arms.Select(arm => ReportSentences.Title(arm.Name))],
                OutcomeWords.All.Select(outcome => (string[])
                [
                    OutcomeWords.Of(outcome),
                    .. report.Arms.Select(arm => ReportWords.Range(arm[outcome].OneFuture, OutcomeWords.Unit(outcome))),
                ]));
        }
    }

    private static void EachMore(StringBuilder page, StudyReport report, string title, Func<ArmReport, Ratio?> cost)
    {
        if (report.Arms.Any(arm => cost(arm) is not null))
        {
            page.Append($"<tr><th scope=\"row\">{Text(title)}</th>")
                .AppendJoin("", report.Arms.Select(arm => $"<td>{Text(ReportWords.Pounds(cost(arm)))}</td>")).Append("</tr>\n");
        }
    }

    private static string Cell(ArmReport arm, Outcome outcome)
    {
        var row = arm[outcome];
        var why = outcome == Outcome.NeverReachable && ReportText.Why(arm) is { Length: > 0 } words
            ? $"<span class=\"change\">{Text(words)}</span>"
            : "";
        var unit = OutcomeWords.Unit(row.Outcome);
        var change = row.Change is { } difference
            ? $"<span class=\"change{Certainty(difference)}\">{Text(ReportWords.Change(difference, unit))}</span>"
            : "";
        return $"<td>{Text(ReportWords.Value(row.Value, unit))}{why}{change}</td>";
    }

    private static string Certainty(Estimate change) => ReportWords.IsSure(change) ? "" : " unsure";

    private static void NotCertain(StringBuilder page, StudyReport report)
    {
        if (report.Runs.Sensitivity is not { } sensitivity)
        {
            return;
        }

        var words = OutcomeWords.Of(sensitivity.Question.Of).ToLowerInvariant();
        Figure(
            page, "What is not certain", $"How far \"{words}\" goes from one end of each range to the other, all other ranges in their "
                + $"middle, in \"{ReportSentences.Title(SensitivityChart.ArmOf(report))}\". Bars are 95 % intervals.",
            SensitivityChart.Svg(report, sensitivity), SensitivityChart.Legend());
        page.Append("<ul>\n").AppendJoin("", SensitivityWords.Of(sensitivity).Select(one => $"<li>{Text(one)}</li>\n")).Append("</ul>\n");
        Table(page, "What each range does", SensitivityWords.Head, SensitivityWords.Rows(sensitivity));
    }

    private static void Arms(StringBuilder page, StudyReport report)
    {
        if (report.Runs.Scenario.Arms.IsEmpty)
        {
            return;
        }

        page.Append("<h2>What is done in each arm</h2>\n");
        foreach (var arm in report.Runs.Scenario.Arms)
        {
            page.Append($"<p><strong>{Text(ReportSentences.Title(arm.Name))}</strong></p>\n<ul>\n")
                .AppendJoin("", arm.Levers.Select(lever => $"<li>{Text(LeverWords.Of(lever))}</li>\n")).Append("</ul>\n");
        }
    }

    private static void Groups(StringBuilder page, string title, StudyReport report, Func<ArmReport, ImmutableArray<GroupRow>> groups)
    {
        string[] head = ["", "arm", "typical wait", "9 in 10 within", "wait over 12 weeks", "waiting at the end"];
        var rows = Enumerable.Range(0, groups(report.Arms[0]).Length).SelectMany(at => report.Arms.Select(arm =>
        {
            var row = groups(arm)[at];
            return (string[])
            [
                row.Name, ReportSentences.Title(arm.Name), ReportWords.Value(row.TypicalWait, OutcomeUnit.Weeks),
                ReportWords.Value(row.LongWait, OutcomeUnit.Weeks), ReportWords.Value(row.Over12Weeks, OutcomeUnit.Share),
                ReportWords.Value(row.WaitingAtEnd, OutcomeUnit.Count),
            ];
        }));
        Table(page, title, head, rows);
    }

    private static void Table(StringBuilder page, string title, string[] head, IEnumerable<string[]> rows)
    {
        var body = string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{Text(cell)}</td>"))}</tr>\n"));
        if (body != "")
        {
            page.Append($"<h2>{Text(title)}</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Text(title)}\">")
                .Append("<table>\n<thead><tr>")
                .AppendJoin("", head.Select(cell => $"<th scope=\"col\">{Text(cell)}</th>"))
                .Append($"</tr></thead>\n<tbody>\n{body}</tbody>\n</table></div>\n");
        }
    }

    private static void Figure(
        StringBuilder page, string title, string caption, string svg, IEnumerable<(string Words, string Colour)> legend) => page
        .Append($"<h2>{Text(title)}</h2>\n<figure>\n<div role=\"img\" aria-label=\"{Text(title)}. {Text(caption)}\">\n")
        .Append($"{svg}\n</div>\n<figcaption>")
        .AppendJoin("", legend.Select(one => $"<span class=\"key\" style=\"border-color: {one.Colour}\">{Text(one.Words)}</span> "))
        .Append($"<br>{Text(caption)}</figcaption>\n</figure>\n");

    private static string Text(string words) => HtmlEncoder.Default.Encode(words);
}
