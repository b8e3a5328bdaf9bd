using Networks.Simulation.Estimates;
using Networks.Simulation.Questions;
using Networks.Simulation.Scenarios.Questions;
using Networks.Simulation.Studies;
using static System.FormattableString;

namespace Networks.Simulation.Reports;

/// <summary>What a search found, in sentences and rows.</summary>
public static class FoundWords
{
    /// <summary>The heads of <see cref="Rows"/>.</summary>
    public static string[] Head { get; } = ["ward", "count", "what comes of it", "verdict", "runs"];

    /// <summary>One sentence for each ward, and where there are several, first the one in which the fewest do.</summary>
    public static IEnumerable<string> Of(IReadOnlyCollection<FoundCount> found)
    {
        if (found.Count > 1 && found.Where(one => one.Answer.AtMost is not null).MinBy(one => one.Answer.AtMost) is { } best)
        {
            var apart = found.All(one => one == best || !(one.Answer.AtLeast <= best.Answer.AtMost));
            var fewest = Invariant($"{best.Answer.AtMost} {Several(best)}");
            yield return $"So that {Plain(best.Question.So)}: " + (apart
                ? $"the fewest do in {best.Ward}, {fewest}."
                : $"{fewest} in {best.Ward} are enough; these runs cannot tell where the fewest do.");
        }

        foreach (var one in found)
        {
            yield return Of(one);
        }
    }

    /// <summary>Every count that was looked at.</summary>
    public static IEnumerable<string[]> Rows(IEnumerable<FoundCount> found) => found.SelectMany(one => one.Answer.Judged.Select(judged =>
        (string[])
        [
            one.Ward, Invariant($"{judged.Count}"), Value(one.Question.So, judged.Margin), Verdict(judged.Verdict),
            Invariant($"{judged.Runs}"),
        ]));

    /// <summary>The value behind a margin, with its interval.</summary>
    public static Estimate ValueOf(Target target, Estimate margin) =>
        margin with { Mean = target.IsFloor ? target.Limit - margin.Mean : target.Limit + margin.Mean };

    private static string Of(FoundCount found)
    {
        var (question, answer) = (found.Question, found.Answer);
        var sure = Invariant($"({100 * question.Confidence:0.#} % sure{Together(question)}, {answer.Runs} runs)");
        var said = $"In {found.Ward} " + answer switch
        {
            { AtLeast: null } => Invariant($"no number of {Several(found)} up to {question.Most} is enough so that {Plain(question.So)}")
                + At(found, question.Most),
            { IsExact: true } when answer.AtMost == question.Least =>
                Invariant($"{answer.AtMost} {Several(found)} are enough already so that {Plain(question.So)}") + At(found, question.Least),
            { IsExact: true } => Invariant($"{answer.AtMost} {Several(found)} are the fewest with which {Plain(question.So)}")
                + At(found, answer.AtMost!.Value) + At(found, answer.AtMost!.Value - 1),
            { AtMost: { } most } => Invariant($"between {answer.AtLeast} and {most} {Several(found)} are the fewest with which ")
                + $"{Plain(question.So)}, and these runs cannot tell more closely" + At(found, answer.AtLeast!.Value) + At(found, most),
            _ => Invariant($"at least {answer.AtLeast} {Several(found)} are needed so that {Plain(question.So)}, ")
                + Invariant($"and it is not sure that {question.Most} are enough") + At(found, question.Most),
        };
        return $"{said} {sure}.";
    }

    private static string At(FoundCount found, int count) => found.Answer[count] is { } judged
        ? Invariant($"; with {count} {Said(found.Question.So)} {Value(found.Question.So, judged.Margin)}")
        : "";

    private static string Value(Target target, Estimate margin) =>
        ReportWords.Value(ValueOf(target, margin), target.Outcome is { } outcome ? OutcomeWords.Unit(outcome) : OutcomeUnit.Share);

    private static string Said(Target target) => target.Outcome is null ? "it is" : "it comes to";

    // "90% wait under 6 weeks" reads as it is; outcomes are said by their words.
    private static string Plain(Target target) => target.Outcome is not { } outcome
        ? target.Words.Replace("%", " %", StringComparison.Ordinal)
        : $"\"{OutcomeWords.Of(outcome).ToLowerInvariant()}\" is {(target.IsFloor ? "over" : "under")} "
            + ReportWords.Number(target.Limit, OutcomeWords.Unit(outcome));

    private static string Several(FoundCount found) => found.What + "s";

    private static string Together(FindQuestion question) => question.Wards.Length > 1 ? " of all wards together" : "";

    private static string Verdict(CountVerdict verdict) => verdict switch
    {
        CountVerdict.Does => "enough",
        CountVerdict.DoesNot => "not enough",
        _ => "cannot tell",
    };
}
