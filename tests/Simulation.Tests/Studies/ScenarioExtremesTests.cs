using System.Text;
using Networks.Domain.Wards;
using Networks.Simulation.Replications;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Studies;

/// <summary>Whatever is written in a scenario either runs or is refused with its line: never an exception, never a hang.</summary>
public class ScenarioExtremesTests
{
    private const int Scenarios = 400;
    private const double LongestDays = 120;

    private static readonly string Long = new('9', 400);

    private static readonly string[] Lengths =
    [
        "1 day", "0 days", "0.0001 days", "2 weeks", "1 month", "100 years", "101 years", $"{Long} days", "-3 days", "never", "measured",
        "[1 day, 4 weeks]", "[9 weeks, 2 weeks]",
    ];

    private static readonly string[] Shares =
    [
        "0%", "100%", "-100%", "99%", "99.9999%", "-99.99%", "1000%", $"{Long}%", "0.5", "measured", "[0%, 100%]", "[15%, 40%]", "NaN%",
        "Infinity%", "1000.1%",
    ];

    private static readonly string[] Counts =
    [
        "0", "1", "3", "10000", "100000", "-1", Long, "1.5", "0." + new string('0', 330) + "1", "measured", "[0, 10000]", "Infinity",
    ];

    private static readonly string[] Dates =
        ["2026-11-23", "2026-12-01", "2026-11-22", "2027-02-28", "9999-12-31", "0001-01-01", "2027-02-30"];

    private static readonly string[] Shapes = ["fixed", "exponential", "gamma", "lognormal", "weibull", "empirical"];

    private static readonly Lazy<AreaSnapshot> Town = new(() =>
    {
        var whole = KirkleesTown.Snapshot();
        HashSet<WardCode> wards = [.. whole.Wards.Take(6).Select(ward => ward.Code)];
        return whole with
        {
            Wards = [.. whole.Wards.Where(ward => wards.Contains(ward.Code))],
            People = [.. whole.People.Where(person => wards.Contains(person.Facts.Ward))],
            Offers = [.. whole.Offers.Where(offer => wards.Contains(offer.Facts.Ward))],
        };
    });

    [Fact]
    public void Whatever_is_written_either_runs_or_is_refused_with_its_line()
    {
        var (ran, refused) = (0, 0);
        for (var seed = 0; seed < Scenarios; seed++)
        {
            var text = Written(new Random(seed), seed % 4);
            try
            {
                _ = Runs(text) ? ran++ : refused++;
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}: {fault}\n{text}");
            }
        }

        Assert.True(ran > Scenarios / 20 && refused > Scenarios / 20, $"{ran} ran, {refused} were refused");
    }

    [Theory]
    [InlineData("inputs: { volunteersLeavePerYear: 100% }", "from 0% to 99%")]
    [InlineData("inputs: { referralGrowthPerYear: -100% }", "from -99% to 1000%")]
    [InlineData("inputs: { referralsPerWeek: 100000 }", "from 0 to 10000")]
    [InlineData("inputs: { volunteersJoinPerYear: 10000 }\nlength: 3 years", "Give fewer a year")]
    [InlineData("inputs: { checksRenewed: measured }", "from 0% to 100%")]
    [InlineData("inputs: { recruitment: { applyShare: measured } }", "is not on record. Give a share.")]
    [InlineData("inputs: { matchLength: { mean: 1 day, shape: gamma, sd: 90 years } }", "ten times the mean")]
    [InlineData("inputs: { matchLength: { mean: 5 days, shape: empirical } }", "Write matchLength: measured.")]
    [InlineData("inputs: { matchLength: 0 days }", "less than a day")]
    [InlineData("rounds: { every: 0.001 days, on: tuesday, policy: live, method: exact }", "a day or more")]
    [InlineData("inputs: { referralsPerWeek: 10000, referralGrowthPerYear: 300% }", "people would be referred")]
    [InlineData("inputs: { referralGrowthPerYear: 1000% }\nlength: 20 years", "more than 1000 times")]
    [InlineData("start: 2026-11-22", "Leave it out, or write 2026-11-23 or a later day.")]
    [InlineData("start: 9999-12-31", "over a hundred years")]
    [InlineData("arms: { a: [ { lever: closeGroup, group: G1, on: 9999-12-31 } ] }", "Pull it sooner.")]
    [InlineData("arms: { a: [ { lever: openGroup, ward: Almondbury, places: 3, count: 30000, on: 2026-12-01 } ] }", "Bring fewer")]
    public void Extremes_are_refused_with_what_can_be_written_instead(string part, string wayOut)
    {
        var text = "scenario: s\nquestion: What then?\n" + part + "\n";
        var faults = Scenario.Read(text) switch
        {
            ScenarioReading.Refused refused => refused.Faults,
            ScenarioReading.Accepted accepted =>
                Assert.IsType<StudyAnswer.Refused>(Study.Run(Town.Value, accepted.Scenario, text, "test")).Faults,
            _ => throw new InvalidOperationException(),
        };
        Assert.Contains(wayOut, Assert.Single(faults).ToString());
        Assert.True(faults[0].At is { Line: >= 3, Column: > 0 }, faults[0].ToString());
    }

    [Fact]
    public void A_hundred_years_are_run()
    {
        const string Text = """
            scenario: century
            question: What in a hundred years?
            length: 100 years
            start: 2100-01-01
            replications: { atLeast: 2, atMost: 2, precision: 10% }
            rounds: { every: 26 weeks, on: sunday, policy: live, method: fast }
            inputs: { referralsPerWeek: 0.2, matchLength: 100 years, leavesListAfter: { mean: 100 years, shape: weibull, sd: 1000 weeks } }
            """;
        Assert.True(Runs(Text));
    }

    private static bool Runs(string text)
    {
        switch (Scenario.Read(text))
        {
            case ScenarioReading.Refused refused:
                Refused(refused.Faults, text);
                return false;
            case ScenarioReading.Accepted { Scenario: var scenario }:
                var asked = scenario with
                {
                    Replications = new ReplicationPlan(2, 2, 0.5),
                    Length = scenario.Rounds.Every.Count < 100 ? new Days(Math.Min(LongestDays, scenario.Length.Count)) : scenario.Length,
                };
                switch (Study.Run(Town.Value, asked, text, "test"))
                {
                    case StudyAnswer.Refused unrunnable:
                        Refused(unrunnable.Faults, text);
                        return false;
                    case StudyAnswer.Done done:
                        Assert.NotEmpty(ReportPage.Write(StudyReport.Of(done.Runs)));
                        return true;
                }

                break;
        }

        throw new InvalidOperationException("A scenario was neither run nor refused.");
    }

    private static void Refused(IReadOnlyCollection<ScenarioFault> faults, string text)
    {
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.True(fault.At is { Line: > 0, Column: > 0 } && fault.Reason != "", $"{fault}\n{text}"));
    }

    // The more often drawn, the wilder: at 0 everything is within bounds, so that much of it runs.
    private static string Written(Random random, int wildness)
    {
        string Of(string[] words, string usual) => random.Next(4) < wildness ? words[random.Next(words.Length)] : usual;
        var text = new StringBuilder("scenario: s\nquestion: What then?\n");
        text.Append($"length: {Of(Lengths, "15 weeks")}\n");
        if (random.Next(3) == 0)
        {
            text.Append($"start: {Of(Dates, "2026-12-24")}\n");
        }

        text.Append($"rounds: {{ every: {Of(Lengths, "10 days")}, on: friday, policy: live, ");
        text.Append($"method: {(wildness == 0 ? "exact" : "fast")} }}\ninputs:\n");
        text.Append($"  referralsPerWeek: {Of(Counts, "[0, 40]")}\n  referralGrowthPerYear: {Of(Shares, "-99%")}\n");
        text.Append($"  leavesListAfter: {Duration(random, wildness)}\n  matchLength: {Duration(random, wildness)}\n");
        text.Append($"  gapBeforeNextMatch: {Of(Lengths, "0 days")}\n  volunteersLeavePerYear: {Of(Shares, "99%")}\n");
        text.Append($"  volunteersJoinPerYear: {Of(Counts, "12")}\n  checksRenewed: {Of(Shares, "0%")}\n");
        text.Append($"  recruitment: {{ applyShare: {Of(Shares, "100%")}, checkTakes: {Of(Lengths, "0 days")}, ");
        text.Append($"inductionBatch: {Of(Counts, "1")}, inductionEvery: {Of(Lengths, "1 day")} }}\narms:\n");
        for (var arm = 0; arm < 3; arm++)
        {
            text.Append($"  arm-{arm}:\n");
            for (var lever = random.Next(1, 4); lever > 0; lever--)
            {
                text.Append($"    - {{ {Lever(random, wildness)}, on: {Of(Dates, "2026-12-28")} }}\n");
            }
        }

        return text.ToString();
    }

    private static string Duration(Random random, int wildness)
    {
        string Of(string[] words, string usual) => random.Next(4) < wildness ? words[random.Next(words.Length)] : usual;
        var shape = Shapes[random.Next(Shapes.Length - (wildness == 0 ? 1 : 0))];
        var spread = Of(Lengths, random.Next(2) == 0 ? "300 weeks" : "5 days");
        var deviation = shape is "gamma" or "lognormal" or "weibull" ? $", sd: {spread}" : "";
        return random.Next(4) == 0 ? Of(Lengths, "1 day") : $"{{ mean: {Of(Lengths, "40 weeks")}, shape: {shape}{deviation} }}";
    }

    private static string Lever(Random random, int wildness)
    {
        string Of(string[] words, string usual) => random.Next(4) < wildness ? words[random.Next(words.Length)] : usual;
        return random.Next(15) switch
        {
            0 => $"lever: recruit, ward: Almondbury, count: {Of(Counts, "40")}, costEach: {Of(Counts, "1000000000")}",
            1 => $"lever: recruit, ward: Ashbrow, counting: enquiries, count: {Of(Counts, "9")}, "
                + $"profile: {{ capacity: {Of(Counts, "100")}, travelKilometres: {Of(Counts, "0")} }}",
            2 => $"lever: openGroup, ward: Ashbrow, kind: lunch-club, places: {Of(Counts, "100000")}, count: {Of(Counts, "3")}",
            3 => $"lever: openHub, ward: Almondbury, groups: {Of(Counts, "2")}, placesEach: {Of(Counts, "0")}, cost: {Of(Counts, "7")}",
            4 => $"lever: inductionBatch, size: {Of(Counts, "1")}, every: {Of(Lengths, "1 day")}",
            5 => $"lever: fixedLength, length: {Of(Lengths, "1 day")}",
            6 => $"lever: roundEvery, every: {Of(Lengths, "1 day")}",
            7 => $"lever: referralGrowth, by: {Of(Shares, "-100%")}",
            8 => $"lever: referralGrowth, by: {Of(Shares, "1000%")}, ward: Almondbury",
            9 => "lever: grantEnds, fundedBy: community-fund, matches: handOver",
            10 => "lever: priorityRule, rule: firstCome",
            11 => $"lever: travelLimit, kilometres: {Of(Counts, "500")}",
            12 => $"lever: quota, band: 1, atLeast: {Of(Shares, "100%")}",
            13 => $"lever: quota, ward: Almondbury, atLeast: {Of(Shares, "0%")}",
            _ => "lever: closeGroup, group: G1",
        };
    }
}
