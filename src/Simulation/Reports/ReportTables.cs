using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Networks.Matching.Fits;
using Networks.Simulation.Estimates;
using Networks.Simulation.Questions;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Reports;

/// <summary>report.json and report.csv: every number of a report, for those who go on from it. The same runs give the same bytes.</summary>
public static class ReportTables
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>report.json; an interval that there is not is null.</summary>
    public static string Json(StudyReport report)
    {
        var runs = report.Runs;
        var content = new JsonObject
        {
            ["scenario"] = runs.Scenario.Name,
            ["question"] = runs.Scenario.Question,
            ["snapshotDigest"] = runs.SnapshotDigest,
            ["scenarioDigest"] = runs.ScenarioDigest,
            ["seed"] = runs.Seed.ToString(CultureInfo.InvariantCulture),
            ["version"] = runs.Version,
            ["start"] = Day(runs.Start),
            ["weeks"] = Number(runs.Scenario.Length.Count / Days.InWeek),
            ["replications"] = report.Replications,
            ["precise"] = runs.IsPrecise,
            ["sentences"] = new JsonArray([.. ReportSentences.Of(report).Select(sentence => (JsonNode)sentence)]),
            ["found"] = new JsonArray([.. runs.Found.Select(Found)]),
            ["sensitivity"] = runs.Sensitivity is { } sensitivity ? Sensitive(sensitivity) : null,
            ["published"] = new JsonArray([.. PublishedWords.Of(report).Select(sentence => (JsonNode)sentence)]),
            ["notCertain"] = ReportSentences.NotCertain(report),
            ["inputs"] = new JsonArray([.. runs.Inputs.Select(Input)]),
            ["notes"] = new JsonArray([.. runs.Notes.Select(note => (JsonNode)note)]),
            ["arms"] = new JsonArray([.. report.Arms.Select(Arm)]),
        };
        return content.ToJsonString(Indented) + "\n";
    }

    /// <summary>report.csv: one row for each arm and outcome.</summary>
    public static string Csv(StudyReport report)
    {
        var rows = report.Arms.SelectMany(arm => arm.Outcomes.Select(row => string.Join(
            ',', arm.Name, Name(row.Outcome), OutcomeWords.Unit(row.Outcome).ToString().ToLowerInvariant(), Cells(row.Value),
            row.Change is { } change ? Cells(change) : ",,"))
            .Concat(Bought(arm)));
        return "arm,outcome,unit,mean,low_95,high_95,change,change_low,change_high\n" + string.Concat(rows.Select(row => row + "\n"));
    }

    private static IEnumerable<string> Bought(ArmReport arm)
    {
        foreach (var (name, ratio) in new[] { ("costPerStart", arm.CostPerStart), ("costPerSustainedStart", arm.CostPerSustainedStart) })
        {
            if (ratio is { } each)
            {
                yield return $"{arm.Name},{name},pounds,{Cell(each.Value)},{Cell(each.Low)},{Cell(each.High)},,,";
            }
        }
    }

    private static JsonObject Arm(ArmReport arm) => new()
    {
        ["name"] = arm.Name,
        ["outcomes"] = new JsonObject(arm.Outcomes.Select(row => KeyValuePair.Create(Name(row.Outcome), (JsonNode?)Outcome(row)))),
        ["neverReachable"] = new JsonArray([.. arm.Unreachable.Select(Barrier)]),
        ["costPerStart"] = Pounds(arm.CostPerStart),
        ["costPerSustainedStart"] = Pounds(arm.CostPerSustainedStart),
        ["waiting"] = new JsonArray([.. arm.Waiting.Select(Point)]),
        ["wards"] = new JsonArray([.. arm.Wards.Select(Group)]),
        ["bands"] = new JsonArray([.. arm.Bands.Select(Group)]),
    };

    private static JsonObject Sensitive(Sensitivity sensitivity) => new()
    {
        ["of"] = Name(sensitivity.Question.Of),
        ["runs"] = sensitivity.Question.Runs,
        ["weighed"] = SensitivityWords.Weighed(sensitivity.Question),
        ["sentences"] = new JsonArray([.. SensitivityWords.Of(sensitivity).Select(sentence => (JsonNode)sentence)]),
        ["inputs"] = new JsonArray([.. sensitivity.Inputs.Select(input => new JsonObject
        {
            ["key"] = input.Input.Key,
            ["words"] = input.Input.Words,
            ["range"] = input.Input.Range,
            ["best"] = input.Arms[input.Knowing.Best].Arm,
            ["changesIn"] = input.Knowing.IsOther.Count(other => other),
            ["worlds"] = Knowing.Slices,
            ["worthAtMost"] = Number(input.Knowing.Worth),
            ["arms"] = new JsonArray([.. input.Arms.Select(arm => new JsonObject
            {
                ["name"] = arm.Arm, ["low"] = Interval(arm.Low), ["high"] = Interval(arm.High), ["change"] = Interval(arm.Change),
            })]),
        })]),
    };

    private static JsonObject Found(FoundCount found) => new()
    {
        ["ward"] = found.Ward,
        ["what"] = found.What,
        ["so"] = found.Question.So.Words,
        ["confidence"] = found.Question.Confidence,
        ["atLeast"] = found.Answer.AtLeast,
        ["atMost"] = found.Answer.AtMost,
        ["runs"] = found.Answer.Runs,
        ["sentence"] = FoundWords.Of([found]).Single(),
        ["judged"] = new JsonArray([.. found.Answer.Judged.Select(judged =>
        {
            var value = Interval(FoundWords.ValueOf(found.Question.So, judged.Margin));
            (value["count"], value["verdict"], value["runs"]) = (judged.Count, WrittenValues.Word(judged.Verdict), judged.Runs);
            return (JsonNode)value;
        })]),
    };

    private static JsonObject Barrier(BarrierRow row)
    {
        var people = Interval(row.People);
        people["reason"] = row.Barrier is { } barrier ? ConstraintNames.Of(barrier) : "NOTHING_OF_THE_KIND";
        people["words"] = row.Words;
        return people;
    }

    private static JsonObject? Pounds(Ratio? ratio) => ratio is not { } each ? null
        : new() { ["mean"] = Number(each.Value), ["low"] = Number(each.Low), ["high"] = Number(each.High) };

    private static JsonObject Point(WaitingPoint point) => new() { ["on"] = Day(point.On), ["people"] = Interval(point.People) };

    private static JsonObject Outcome(OutcomeRow row)
    {
        var value = Interval(row.Value);
        value["unit"] = OutcomeWords.Unit(row.Outcome).ToString().ToLowerInvariant();
        value["change"] = row.Change is { } change ? Interval(change) : null;
        value["oneFuture"] = new JsonObject
        {
            ["low"] = Number(row.OneFuture.Low), ["high"] = Number(row.OneFuture.High), ["share"] = Number(row.OneFuture.Share),
        };
        return value;
    }

    private static JsonObject Group(GroupRow row) => new()
    {
        ["name"] = row.Name,
        ["typicalWait"] = Interval(row.TypicalWait),
        ["longWait"] = Interval(row.LongWait),
        ["over12Weeks"] = Interval(row.Over12Weeks),
        ["waitingAtEnd"] = Interval(row.WaitingAtEnd),
    };

    private static JsonObject Input(UsedInput input) => new() { ["name"] = input.Name, ["value"] = input.Value, ["source"] = input.Source };

    private static JsonObject Interval(Estimate estimate) =>
        new() { ["mean"] = Number(estimate.Mean), ["low"] = Number(estimate.Low), ["high"] = Number(estimate.High) };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Rounded(value)) : null;

    private static string Cells(Estimate estimate) => $"{Cell(estimate.Mean)},{Cell(estimate.Low)},{Cell(estimate.High)}";

    private static string Cell(double value) => double.IsFinite(value) ? Rounded(value).ToString(CultureInfo.InvariantCulture) : "";

    // Six places are more than any interval bears, and hide in which order sums were rounded.
    private static double Rounded(double value) => Math.Round(value, 6) + 0.0;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name(Outcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());
}
