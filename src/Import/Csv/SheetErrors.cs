namespace Networks.Import.Csv;

/// <summary>What spreadsheets leave in a cell whose formula failed or whose column was too narrow to be saved.</summary>
internal static class SheetErrors
{
    private static readonly HashSet<string> Words =
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#ERROR!", "#GETTING_DATA"];

    /// <summary>True if <paramref name="cell"/> holds such an error and no value.</summary>
    public static bool IsOne(string cell) =>
        cell.Length > 1 && cell[0] == '#' && (Words.Contains(cell.Trim()) || IsNarrow(cell));

    /// <summary>The way out.</summary>
    public static string Hint(string cell) => IsNarrow(cell)
        ? "The column was too narrow to show its values; widen it and save again."
        : "Mend the formula, or empty the cell for not known.";

    private static bool IsNarrow(string cell) => cell.Length > 2 && cell.AsSpan().Trim().IndexOfAnyExcept('#') < 0;
}
