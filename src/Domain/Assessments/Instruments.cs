using System.Collections.Frozen;
using static System.FormattableString;

namespace Networks.Domain.Assessments;

/// <summary>How many items each instrument has, and what may be answered to one of them.</summary>
public static class Instruments
{
    private static readonly FrozenDictionary<Instrument, (int Items, string[] Answers)> Of = new Dictionary<Instrument, (int, string[])>
    {
        [Instrument.Ucla3] = (3, ["1", "2", "3"]),
        [Instrument.Direct] = (1, ["1", "2", "3", "4", "5"]),
        [Instrument.Djg6] = (6, ["yes", "more-or-less", "no"]),
        [Instrument.Lsns6] = (6, ["0", "1", "2", "3", "4", "5"]),
        [Instrument.SocialContact] = (1, ["1", "2", "3", "4"]),
    }.ToFrozenDictionary();

    /// <summary>How many questions it asks.</summary>
    public static int Items(this Instrument instrument) => Of[instrument].Items;

    /// <summary>The codes of the answers to any one of its items.</summary>
    public static IReadOnlyList<string> Answers(this Instrument instrument) => Of[instrument].Answers;

    /// <summary>
    /// Null when <paramref name="answers"/> holds one for each item (an empty text = not answered), else a sentence that says why not.
    /// </summary>
    public static string? Fault(this Instrument instrument, IReadOnlyList<string> answers)
    {
        var name = Measures.Vocabulary<Instrument>.Word(instrument);
        if (answers.Count != instrument.Items())
        {
            return Invariant($"{name} has {instrument.Items()} items, not {answers.Count}; an item not answered is an empty place.");
        }

        return answers.FirstOrDefault(answer => answer.Length > 0 && !instrument.Answers().Contains(answer)) is { } wrong
            ? $"'{(wrong.Length <= 20 ? wrong : wrong[..20])}' is no answer to {name}; allowed are {string.Join(", ", instrument.Answers())}."
            : null;
    }
}
