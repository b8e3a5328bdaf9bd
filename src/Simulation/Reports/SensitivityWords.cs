using Networks.Simulation.Questions;
using Networks.Simulation.Scenarios.Questions;
using Networks.Simulation.Studies;
using static System.FormattableString;

namespace Networks.Simulation.Reports;

/// <summary>What a sensitivity says, in sentences and rows.</summary>
public static class SensitivityWords
{
    /// <summary>The heads of <see cref="Rows"/>.</summary>
    public static string[] Head { get; } = ["input", "range", "arm", "at the low end", "at the high end", "change"];

    /// <summary>What knowing each input would be worth.</summary>
    public static IEnumerable<string> Of(Sensitivity? sensitivity) => sensitivity is null ? []
        : sensitivity.Inputs.Select(input => Of(sensitivity.Question, input));

    /// <summary>Both ends of every range in every arm.</summary>
    public static IEnumerable<string[]> Rows(Sensitivity sensitivity) => sensitivity.Inputs.SelectMany(input => input.Arms.Select(arm =>
    {
        var unit = OutcomeWords.Unit(sensitivity.Question.Of);
        return (string[])
        [
            input.Input.Words, input.Input.Range, ReportSentences.Title(arm.Arm), ReportWords.Value(arm.Low, unit),
            ReportWords.Value(arm.High, unit), ReportWords.Change(arm.Change, unit),
        ];
    }));

    /// <summary>What arms are weighed by.</summary>
    public static string Weighed(SensitivityQuestion question) => question.Worth is { } worth
        ? $"net of cost, {One(worth.Of)} at {ReportWords.Number((double)worth.PoundsEach, OutcomeUnit.Pounds)}"
        : $"by \"{Words(question.Of)}\" alone, whatever an arm costs";

    private static string Of(SensitivityQuestion question, InputSensitivity input)
    {
        var knowing = input.Knowing;
        var others = knowing.IsOther.Count(other => other);
        var best = ReportSentences.Title(input.Arms[knowing.Best].Arm);
        return others == 0
            ? $"Knowing {input.Input.Words} would not change for sure which arm is best ({Weighed(question)}): \"{best}\" is, "
                + $"wherever in {input.Input.Range} it lies; it is worth at most {Worth(question, knowing.Worth)}."
            : $"Knowing {input.Input.Words} ({input.Input.Range}) would change which arm is best in "
                + Invariant($"{others} of {Knowing.Slices} worlds ({Weighed(question)}; over all it is \"{best}\"); ")
                + $"it is worth at most {Worth(question, knowing.Worth)}.";
    }

    private static string Worth(SensitivityQuestion question, double worth) => question.Worth is not null
        ? ReportWords.Number(Math.Round(worth), OutcomeUnit.Pounds)
        : OutcomeWords.Unit(question.Of) == OutcomeUnit.Share ? Invariant($"{100 * worth:0.0} points")
        : ReportWords.Number(worth, OutcomeWords.Unit(question.Of));

    private static string One(Outcome outcome) => outcome switch
    {
        Outcome.Starts => "a match or membership begun",
        Outcome.SustainedStarts => "a sustained match or membership",
        Outcome.LivesTouched => "a life touched",
        _ => $"each less of \"{Words(outcome)}\"",
    };

    private static string Words(Outcome outcome) => OutcomeWords.Of(outcome).ToLowerInvariant();
}
