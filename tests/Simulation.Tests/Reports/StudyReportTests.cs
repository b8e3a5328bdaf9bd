using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Networks.Matching.Fits;
using Networks.Simulation.Communities;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Tests.Reports;

public class StudyReportTests
{
    private const string Yaml = """
        scenario: grant-ends
        question: What if the <grant> ends & nothing else is done?
        start: 2026-11-23
        length: 52 weeks
        arms:
          grant-ends-in-march:
            - { lever: grantEnds, fundedBy: community-fund, on: 2027-03-31 }
          nothing-at-all: []
        """;

    /// <summary>Ten runs; the arm adds so much to every outcome of the baseline's run, and twice as much in odd runs.</summary>
    private static ArmRuns Arm(string name, double added, int runs = 10) => new(
        name,
        [
            .. Enumerable.Range(0, runs).Select(run => new RunOutcome
            {
                Values = [.. OutcomeWords.All.Select(outcome => Base(outcome, run) + (added * Scale(outcome) * (1 + (run % 2))))],
                WaitingByWeek = [.. Enumerable.Range(0, 52).Select(week => 60 + (week * added) + (run % 3))],
                Wards = [new GroupOutcome(6 + added, 15, 0.2, 40), new GroupOutcome(double.NaN, double.NaN, double.NaN, 0)],
                Bands = [.. Enumerable.Range(1, 4).Select(band => new GroupOutcome(band + (run * 0.1), 3 * band, 0.1 * band, band))],
            }),
        ]);

    private static double Scale(Outcome outcome) => OutcomeWords.Unit(outcome) == OutcomeUnit.Share ? 0.05 : 1;

    private static double Base(Outcome outcome, int run) => OutcomeWords.Unit(outcome) switch
    {
        OutcomeUnit.Share => 0.2 + (0.001 * run),
        OutcomeUnit.Pounds => 0,
        _ => 10 + (int)outcome + (0.5 * run),
    };

    private static StudyReport Report(params ImmutableArray<ArmRuns> arms) => StudyReport.Of(new StudyRuns
    {
        Scenario = Assert.IsType<ScenarioReading.Accepted>(Scenario.Read(Yaml)).Scenario,
        SnapshotDigest = "9f3c0123456789",
        ScenarioDigest = "51ab0123456789",
        Seed = 20261122,
        Version = "0.4.0",
        Start = new DateOnly(2026, 11, 23),
        Wards = ["Batley East", "Batley West"],
        Arms = arms,
        IsPrecise = true,
        Inputs = [new UsedInput("referralsPerWeek", "2.3", "measured")],
        Notes = ["Personal ties stand as at the fork."],
    });

    private static StudyReport Usual() => Report(Arm("baseline", 0), Arm("grant-ends-in-march", 2), Arm("nothing-at-all", 0));

    [Fact]
    public void Means_and_intervals_are_those_of_a_hand_calculation()
    {
        // Typical waits are 10.0, 10.5 ... 14.5: mean 12.25, standard deviation 1.5138, t(9) = 2.2622.
        var row = Usual().Arms[0][Outcome.TypicalWait];
        Assert.Equal(12.25, row.Value.Mean, 10);
        Assert.Equal(2.2622 * 1.51383 / Math.Sqrt(10), row.Value.HalfWidth, 3);
        Assert.Null(row.Change);

        // Differences are 2, 4, 2, 4 ...: mean 3, standard deviation 1.0541; two comparisons, so t(9) at 97.5 % = 2.6850.
        var change = Usual().Arms[1][Outcome.TypicalWait].Change!.Value;
        Assert.Equal(3, change.Mean, 10);
        Assert.Equal(2.6850 * 1.05409 / Math.Sqrt(10), change.HalfWidth, 3);
    }

    [Fact]
    public void An_arm_that_changes_nothing_differs_by_nothing_at_all_and_says_so()
    {
        var report = Usual();
        Assert.All(report.Arms[2].Outcomes, row => Assert.Equal((0.0, 0.0), (row.Change!.Value.Mean, row.Change.Value.HalfWidth)));
        Assert.Contains("Nobody's wait differs from as now.", ReportText.Write(report), StringComparison.Ordinal);
        Assert.Contains("no difference", ReportText.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_screen_says_in_a_sentence_what_each_arm_comes_to_and_what_it_was_made_from()
    {
        var text = ReportText.Write(Usual());
        Assert.Contains(
            "Grant ends in march: if the fund community-fund ends on 31 March 2027 and nothing else is done, 1 in 3 people (35 %) "
                + "waits over 12 weeks, against 1 in 5 people as now; 9 in 10 of those helped are helped within 16 wk (now 13 wk)", text,
            StringComparison.Ordinal);
        Assert.Contains(", for about £3 (£1 for each start more).", text, StringComparison.Ordinal);
        Assert.Contains(
            "10 runs of each arm, precision 10 % reached. Snapshot 9f3c0123..., scenario 51ab0123..., seed 20261122, version 0.4.0.", text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_the_table_keep_to_the_width_and_cells_never_touch()
    {
        var text = ReportText.Write(Usual(), 120).Split('\n');
        Assert.All(TableOf(text), line => Assert.InRange(line.Length, 0, 120));
        var row = Assert.Single(text, line => line.StartsWith("People waiting at the end", StringComparison.Ordinal));
        Assert.Equal(4, Regex.Split(row, " {2,}").Length);
        var narrow = ReportText.Write(Usual(), ReportText.WidthLeast).Split('\n');
        Assert.InRange(narrow.Count(line => line.StartsWith("People waiting at the end", StringComparison.Ordinal)), 2, 3);
        Assert.All(TableOf(narrow), line => Assert.InRange(line.Length, 0, ReportText.WidthLeast));
    }

    private static IEnumerable<string> TableOf(string[] text) =>
        text[Array.IndexOf(text, "")..].TakeWhile(line => !line.StartsWith("Not certain", StringComparison.Ordinal));

    [Fact]
    public void Who_is_never_reachable_is_told_with_the_reasons_that_stand_against_most()
    {
        var arm = Arm("baseline", 0);
        var reasons = Barriers.All.Select(barrier => barrier == Constraint.Language ? 8.0 : barrier == Constraint.TooFar ? 2.0 : 0);
        var report = Report(arm with { Runs = [.. arm.Runs.Select(run => run with { Unreachable = [.. reasons] })] });
        Assert.Equal("8 language, 2 too far", ReportText.Why(report.Arms[0]));
        Assert.Contains("8 language, 2 too far", ReportText.Write(report), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(ReportTables.Json(report));
        var first = json.RootElement.GetProperty("arms")[0].GetProperty("neverReachable")[0];
        Assert.Equal(("LANGUAGE", 8.0), (first.GetProperty("reason").GetString(), first.GetProperty("mean").GetDouble()));
    }

    [Fact]
    public void A_precision_that_was_not_reached_is_said_with_what_was()
    {
        var report = Usual();
        var text = ReportText.MadeFrom(report with { Runs = report.Runs with { IsPrecise = false } });
        Assert.Contains("precision 10 % NOT reached: ", text, StringComparison.Ordinal);
        Assert.Contains("atMost", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_has_no_interval_and_nobodys_wait_is_no_number()
    {
        var report = Report(Arm("baseline", 0, 1), Arm("other", 1, 1));
        var text = ReportText.Write(report);
        Assert.Contains("(one run)", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(ReportTables.Json(report));
        var arm = json.RootElement.GetProperty("arms")[0];
        Assert.Equal(JsonValueKind.Null, arm.GetProperty("outcomes").GetProperty("typicalWait").GetProperty("low").ValueKind);
        Assert.Equal(JsonValueKind.Null, arm.GetProperty("wards")[1].GetProperty("typicalWait").GetProperty("mean").ValueKind);
    }

    [Fact]
    public void Files_hold_every_arm_and_outcome_with_numbers_that_any_program_reads()
    {
        var report = Usual();
        var lines = ReportTables.Csv(report).TrimEnd('\n').Split('\n');
        Assert.Equal(1 + (3 * OutcomeWords.All.Length) + 2, lines.Length);
        Assert.Contains("grant-ends-in-march,costPerStart,pounds,1,1,1,,,", lines);
        Assert.All(lines, line => Assert.Equal(9, line.Split(',').Length));
        var row = lines.Single(line => line.StartsWith("grant-ends-in-march,typicalWait,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(report.Arms[1][Outcome.TypicalWait].Value.Mean, double.Parse(row[3], CultureInfo.InvariantCulture), 6);
        using var json = JsonDocument.Parse(ReportTables.Json(report));
        Assert.Equal(52, json.RootElement.GetProperty("arms")[1].GetProperty("waiting").GetArrayLength());
        Assert.Equal("20261122", json.RootElement.GetProperty("seed").GetString());
    }

    [Fact]
    public void The_page_is_one_well_formed_file_that_asks_for_nothing_and_encodes_what_people_wrote()
    {
        var page = ReportPage.Write(Usual());
        Assert.DoesNotContain("<grant>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;grant&gt; ends &amp; nothing", page, StringComparison.Ordinal);
        foreach (var fetched in (string[])["src=", "href=", "@import", "<script", "url(h"])
        {
            Assert.DoesNotContain(fetched, page, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(2, page.Split("<svg ").Length - 1);
        var clips = page.Split("<clipPath id=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"')]).ToArray();
        Assert.NotEmpty(clips);
        Assert.Equal(clips.Distinct(), clips);
        Assert.All(clips, clip => Assert.Contains($"url(#{clip})", page, StringComparison.Ordinal));
        foreach (var svg in page.Split("<svg ").Skip(1))
        {
            _ = XElement.Parse("<svg " + svg[..(svg.IndexOf("</svg>", StringComparison.Ordinal) + "</svg>".Length)]);
        }

        foreach (var words in (string[])
            ["Batley East", "band 4", "referralsPerWeek", "STRESS-DES", "2027-03-31: the fund community-fund ends"])
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_runs_give_the_same_bytes_in_any_country()
    {
        string[] Written() =>
            [ReportPage.Write(Usual()), ReportTables.Json(Usual()), ReportTables.Csv(Usual()), ReportText.Write(Usual())];
        var here = Written();
        var before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", ".");
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(here, Written());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0.001, "almost nobody")]
    [InlineData(0.02, "1 in 50 people")]
    [InlineData(0.5, "1 in 2 people")]
    [InlineData(0.7, "7 in 10 people")]
    [InlineData(0.99, "almost everybody")]
    [InlineData(double.NaN, "-")]
    public void A_share_is_said_as_people_say_it(double share, string words) => Assert.Equal(words, ReportWords.OneIn(share));
}
