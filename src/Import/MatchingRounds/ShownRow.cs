using Networks.Import.Csv;
using Networks.Import.Deliveries;

namespace Networks.Import.MatchingRounds;

/// <summary>A row of a round's table as it stands in the file.</summary>
/// <param name="Line">Line of the row.</param>
/// <param name="Cells">Its cells by column; an empty one is empty text.</param>
public sealed record ShownRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Every row of a table of which only <paramref name="columns"/> are asked.</summary>
    public static IReadOnlyList<ShownRow> Read(string file, IReadOnlyList<string> columns, Stream stream, Findings findings)
    {
        var table = CsvTable.Open(new CsvLayout(file, columns, []), stream, findings);
        return
        [
            .. (table?.Rows() ?? []).Select(row => new ShownRow(
                row.Line, columns.ToDictionary(column => column, column => row.Text(column) ?? ""))),
        ];
    }
}
