using System.Collections.Immutable;
using static System.FormattableString;

namespace Networks.Domain.Assessments;

/// <summary>
/// An instrument as its authors publish it: which answers each item takes, what they count, and what is done about items not answered.
/// The sources are in docs/instruments.md.
/// </summary>
public sealed record Questionnaire
{
    private static readonly Questionnaire Ucla3 = new()
    {
        Edition = "2004",
        Items = [.. Enumerable.Repeat(Numbered(1, 3), 3)],
        Convention = "3 to 9; 6 or more is the higher group by a common research convention, there is no official threshold",
    };

    private static readonly Questionnaire Direct = new()
    {
        Edition = "2018",
        Items = [Numbered(1, 5)],
        Convention = "1 (never) to 5 (often or always); official statistics count 4 and 5 together",
    };

    private static readonly Questionnaire Djg6 = new()
    {
        Edition = "2006",
        Items = [MissedWhenYes, ThereWhenYes, ThereWhenYes, MissedWhenYes, ThereWhenYes, MissedWhenYes],
        MissingMax = 1,
        Subscales = [new("emotional", [0, 3, 5]), new("social", [1, 2, 4])],
        Convention = "0 to 6; by its authors' convention 0 to 1 is low, 2 to 4 moderate, 5 to 6 high",
    };

    private static readonly Questionnaire Lsns6 = new()
    {
        Edition = "2006",
        Items = [.. Enumerable.Repeat(Numbered(0, 5), 6)],
        Subscales = [new("family", [0, 1, 2]), new("friends", [3, 4, 5])],
        Convention = "0 to 30, more is more contact; below 12 in all, or below 6 in a part, is its authors' clinical cut-point",
    };

    private static readonly Questionnaire SocialContact = new()
    {
        Edition = "ascof",
        Items = [Numbered(1, 4)],
        Convention = "1 (as much as I want) to 4; official statistics count the share who answer 1",
    };

    /// <summary>The usual edition, meant where an assessment names none.</summary>
    public required string Edition { get; init; }

    /// <summary>For each item the answers it takes, in the order in which they are offered.</summary>
    public required ImmutableArray<ImmutableArray<AnswerCode>> Items { get; init; }

    /// <summary>How many items may be unanswered and the total still be formed; a part of the scale never has one missing.</summary>
    public int MissingMax { get; init; }

    /// <summary>Parts of the scale with a score of their own.</summary>
    public ImmutableArray<Subscale> Subscales { get; init; } = [];

    /// <summary>The range of the score and how it is usually read; never a judgement of a person.</summary>
    public required string Convention { get; init; }

    private static ImmutableArray<AnswerCode> MissedWhenYes => [new("yes", 1), new("more-or-less", 1), new("no", 0)];

    private static ImmutableArray<AnswerCode> ThereWhenYes => [new("yes", 0), new("more-or-less", 1), new("no", 1)];

    /// <summary>The instrument's questionnaire.</summary>
    public static Questionnaire Of(Instrument instrument) => instrument switch
    {
        Instrument.Ucla3 => Ucla3,
        Instrument.Direct => Direct,
        Instrument.Djg6 => Djg6,
        Instrument.Lsns6 => Lsns6,
        Instrument.SocialContact => SocialContact,
        _ => throw new ArgumentOutOfRangeException(nameof(instrument), instrument, "No questionnaire is known for this instrument."),
    };

    /// <summary>What an answer to an item counts; null for an empty answer and for one the item does not take.</summary>
    public int? PointsOf(int item, string answer)
    {
        var at = Items[item].Select(code => code.Code).ToList().IndexOf(answer);
        return at < 0 ? null : Items[item][at].Points;
    }

    private static ImmutableArray<AnswerCode> Numbered(int least, int most) =>
        [.. Enumerable.Range(least, most - least + 1).Select(code => new AnswerCode(Invariant($"{code}"), code))];
}

/// <summary>One answer an item takes.</summary>
/// <param name="Code">How files write it.</param>
/// <param name="Points">What it counts.</param>
public readonly record struct AnswerCode(string Code, int Points);

/// <summary>A part of a questionnaire with a score of its own.</summary>
/// <param name="Name">emotional, social, family or friends.</param>
/// <param name="Items">Which items it sums, counted from 0.</param>
public sealed record Subscale(string Name, ImmutableArray<int> Items);
