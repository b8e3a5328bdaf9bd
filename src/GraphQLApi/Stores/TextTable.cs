namespace Networks.GraphQLApi.Stores;

/// <summary>Rows in columns that stand below each other, for a terminal.</summary>
internal static class TextTable
{
    /// <summary>The header and the rows, each column as wide as its widest cell.</summary>
    public static IEnumerable<string> Of(string[] header, IEnumerable<string[]> cells)
    {
        string[][] rows = [header, .. cells];
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
