using System.Globalization;
using Networks.Simulation.Questions;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Reports;

/// <summary>What a report says before any table: what happens in each arm, against now, and what is not certain.</summary>
public static class ReportSentences
{
    private const double PlainShareMax = 0.25;

    /// <summary>One sentence for each arm but the baseline; of a baseline alone, one about it.</summary>
    public static IEnumerable<string> Of(StudyReport report)
    {
        var now = report.Arms[0];
        if (report.Arms.Length == 1)
        {
            yield return $"As things are, {Over(now)} waits over 12 weeks; {Helped(now)}.";
        }

        for (var at = 1; at < report.Arms.Length; at++)
        {
            yield return OfArm(report, at);
        }
    }

    /// <summary>Which input given as a range changes the answer most.</summary>
    public static string NotCertain(StudyReport report)
    {
        var ranges = RangedInput.Of(report.Runs.Scenario);
        if (ranges.IsEmpty)
        {
            return "Not certain: no input is given as a range, so the intervals hold chance alone, not how right the inputs are.";
        }

        if (report.Runs.Sensitivity is { } sensitivity)
        {
            return AtEnds(report, sensitivity);
        }

        var influences = Influence.Of(report.Runs, Outcome.Over12Weeks);
        if (influences.IsEmpty)
        {
            return $"Not certain: {ranges[0].Words} ({ranges[0].Range}){Others(ranges.Length - 1)}; "
                + "these are too few runs to say what it changes.";
        }

        var most = influences[0];
        return most.IsSure
            ? $"Not certain: {most.Input.Words} ({most.Input.Range}) changes the answer most: from {Percent(most.Low)} to "
                + $"{Percent(most.High)} wait over 12 weeks from one end to the other{InArm(report, most.Arm)}."
            : $"Not certain: {most.Input.Words} ({most.Input.Range}){Others(ranges.Length - 1)}; in these runs no range "
                + "changes for sure how many wait over 12 weeks.";
    }

    private static string AtEnds(StudyReport report, Sensitivity sensitivity)
    {
        var (input, most) = (sensitivity.Inputs[0].Input, sensitivity.Inputs[0].Most);
        var unit = OutcomeWords.Unit(sensitivity.Question.Of);
        var words = OutcomeWords.Of(sensitivity.Question.Of);
        return ReportWords.IsSure(most.Change)
            ? $"Not certain: {input.Words} ({input.Range}) changes the answer most: \"{words}\" goes from "
                + $"{ReportWords.Number(most.Low.Mean, unit)} to {ReportWords.Number(most.High.Mean, unit)} from one end to the "
                + $"other{InArm(report, most.Arm)}."
            : $"Not certain: {input.Words} ({input.Range}){Others(sensitivity.Inputs.Length - 1)}; in these runs no range changes "
                + $"\"{words}\" for sure.";
    }

    /// <summary>The baseline is called what planners call it.</summary>
    public static string Title(string arm) => arm == Scenario.Baseline ? "as now" : arm.Replace('-', ' ');

    private static string OfArm(StudyReport report, int at)
    {
        var (now, arm) = (report.Arms[0], report.Arms[at]);
        var levers = report.Runs.Scenario.Arms.FirstOrDefault(one => one.Name == arm.Name)?.Levers ?? [];
        var condition = LeverClauses.Of(levers) is { } clause ? $"if {clause}{Alone(levers)}, " : "";
        var change = arm[Outcome.Over12Weeks].Change!.Value;
        var sure = ReportWords.IsSure(change) || double.IsNaN(change.Mean) ? ""
            : change is { Mean: 0, HalfWidth: 0 } ? " Nobody's wait differs from as now."
            : " The runs cannot tell that share from as now.";
        return $"{Capital(Title(arm.Name))}: {condition}{Over(arm)} waits over 12 weeks, against {Over(now)} as now; {Helped(arm)}"
            + $"{Against(now, arm)}{Paid(arm)}.{sure}";
    }

    // "and nothing else is done" says something of what ends, and nothing of what is done.
    private static string Alone(IReadOnlyList<Lever> levers) =>
        levers.All(lever => lever is GrantEnds or VolunteerLeaves or CloseGroup) ? " and nothing else is done" : "";

    private static string Paid(ArmReport arm)
    {
        var cost = arm[Outcome.Cost].Value.Mean;
        var each = arm.CostPerStart is { } start ? $" ({Pounds(start.Value)} for each start more)" : "";
        return cost <= 0 ? "" : $", for about {Pounds(cost)}{each}";
    }

    private static string Pounds(double pounds) => ReportWords.Number(Math.Round(pounds), OutcomeUnit.Pounds);

    // Half of the people is 46 as well as 54 of a hundred; where "1 in 2" says too little, the number stands beside it.
    private static string Over(ArmReport arm)
    {
        var share = arm[Outcome.Over12Weeks].Value.Mean;
        var percent = share is >= PlainShareMax and <= 1 ? $" ({Percent(share)})" : "";
        return ReportWords.OneIn(share) + percent;
    }

    private static string Helped(ArmReport arm)
    {
        var wait = arm[Outcome.LongWait].Value.Mean;
        return double.IsNaN(wait) ? "nobody is helped"
            : $"9 in 10 of those helped are helped within {ReportWords.Number(wait, OutcomeUnit.Weeks)}";
    }

    private static string Against(ArmReport now, ArmReport arm)
    {
        var (before, after) = (now[Outcome.LongWait].Value.Mean, arm[Outcome.LongWait].Value.Mean);
        return double.IsNaN(before) || double.IsNaN(after) ? "" : $" (now {ReportWords.Number(before, OutcomeUnit.Weeks)})";
    }

    private static string Others(int count) => count switch
    {
        0 => "",
        1 => " and one more range",
        _ => string.Create(CultureInfo.InvariantCulture, $" and {count} more ranges"),
    };

    private static string InArm(StudyReport report, string arm) =>
        report.Arms.Length == 1 ? "" : arm == Scenario.Baseline ? ", as now" : $", in {Title(arm)}";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * Math.Clamp(share, 0, 1):0} %");

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
