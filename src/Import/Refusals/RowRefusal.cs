namespace Networks.Import.Refusals;

/// <summary>One thing in a file that was not taken in, told so that the person who sent the file can mend it.</summary>
/// <param name="File">File name within the delivery.</param>
/// <param name="Line">Line on which the record starts; the header is line 1.</param>
/// <param name="Column">Column at fault; empty when the whole row is.</param>
/// <param name="Code">Stable word for programs, one of <see cref="RefusalCode"/>.</param>
/// <param name="Reason">What is wrong, one sentence. Never repeats a value of contact-cards.csv.</param>
/// <param name="Hint">The way out; empty if there is nothing more to say.</param>
public sealed record RowRefusal(string File, int Line, string Column, string Code, string Reason, string Hint)
{
    /// <summary>The header of refused.csv.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["file", "line", "column", "code", "reason", "hint"];
}
