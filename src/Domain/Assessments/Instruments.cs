using static System.FormattableString;

namespace Networks.Domain.Assessments;

/// <summary>How many items each instrument has, and what may be answered to one of them.</summary>
public static class Instruments
{
    private const int ShownMax = 20;

    /// <summary>How many questions it asks.</summary>
    public static int Items(this Instrument instrument) => Questionnaire.Of(instrument).Items.Length;

    /// <summary>The codes of the answers to any one of its items.</summary>
    public static IReadOnlyList<string> Answers(this Instrument instrument) =>
        [.. Questionnaire.Of(instrument).Items[0].Select(answer => answer.Code)];

    /// <summary>
    /// Null when <paramref name="answers"/> holds one for each item (an empty text = not answered) and at least one is given, else a
    /// sentence that says why not.
    /// </summary>
    public static string? Fault(this Instrument instrument, IReadOnlyList<string> answers)
    {
        var name = Measures.Vocabulary<Instrument>.Word(instrument);
        if (answers.Count != instrument.Items())
        {
            return Invariant($"{name} has {instrument.Items()} items, not {answers.Count}; an item not answered is an empty place.");
        }

        if (answers.FirstOrDefault(answer => answer.Length > 0 && !instrument.Answers().Contains(answer)) is { } wrong)
        {
            var shown = wrong.Length <= ShownMax ? wrong : wrong[..ShownMax];
            return $"'{shown}' is no answer to {name}; allowed are {string.Join(", ", instrument.Answers())}.";
        }

        return answers.All(answer => answer.Length == 0) ? $"No item of {name} was answered; there is nothing to keep." : null;
    }
}
