using Networks.Domain.Measures;

namespace Networks.Import.Templates;

/// <summary>What may stand in the cells of a column.</summary>
/// <param name="Kind">In words, as allowed-values.csv has it.</param>
/// <param name="Words">The words, where the column takes words.</param>
/// <param name="IsClosed">True if any other word refuses the row.</param>
internal sealed record ColumnValues(string Kind, IReadOnlyList<string> Words, bool IsClosed = false)
{
    public static ColumnValues Id { get; } = new("your own id", []);

    public static ColumnValues Text { get; } = new("text", []);

    public static ColumnValues Day { get; } = new("a day, such as 2026-03-31", []);

    public static ColumnValues Days { get; } = new("list of days, such as 2026-03-31;2026-05-09", []);

    public static ColumnValues Number { get; } = new("a number, such as 1.4", []);

    public static ColumnValues YesNo { get; } = new("yes or no", ["yes", "no"], IsClosed: true);

    public static ColumnValues Ids { get; } = new("list of ids", []);

    public static ColumnValues Whole(int least, int most) => new(FormattableString.Invariant($"whole number, {least} to {most}"), []);

    public static ColumnValues OneOf<T>()
        where T : struct, Enum => OneOf(Vocabulary<T>.Words);

    public static ColumnValues OneOf(IReadOnlyList<string> words) => new("one of", words, IsClosed: true);

    public static ColumnValues SomeOf<T>()
        where T : struct, Enum => SomeOf(Vocabulary<T>.Words);

    public static ColumnValues SomeOf(IReadOnlyList<string> words) => new("list of", words, IsClosed: true);

    /// <summary>An open list: these are the usual words, and any other is kept as written.</summary>
    public static ColumnValues Usually(IEnumerable<string> words) => new("list of, or words of your own", [.. words]);

    /// <summary>One word of an open list.</summary>
    public static ColumnValues UsuallyOneOf(IEnumerable<string> words) => new("one of, or a word of your own", [.. words]);

    /// <summary>Words that may each have a date: kind, kind:date or kind:from/until.</summary>
    public static ColumnValues Dated(IEnumerable<string> words) => new("list of, each with its day: kind:2026-03-31", [.. words]);
}
