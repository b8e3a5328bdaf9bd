using System.Collections.Immutable;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;
using Networks.Import.Templates;

namespace Networks.Import.Csv;

/// <summary>One file being read: its header, then its rows one by one, never more than one in memory.</summary>
internal sealed class CsvTable
{
    private readonly RecordReader records;
    private readonly Header header;

    private CsvTable(CsvLayout layout, RecordReader records, Header header, Findings findings)
    {
        (Layout, this.records, this.header, Findings) = (layout, records, header, findings);
    }

    public CsvLayout Layout { get; }

    public Findings Findings { get; }

    /// <summary>Lists already split, so that a million rows share the few thousand lists they hold.</summary>
    public Dictionary<string, ImmutableArray<string>> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Opens the file; null after one refusal if it is no CSV or lacks a required column.</summary>
    public static CsvTable? Open(CsvLayout layout, Stream stream, Findings findings)
    {
        if (SheetText.Fault(stream) is { } hint)
        {
            findings.RefuseFile(new RowRefusal(layout.File, 1, "", RefusalCode.NotCsv, "This is no comma-separated text in UTF-8.", hint));
            return null;
        }

        var records = new RecordReader(SheetText.Open(stream));
        return Header.Read(layout, records, findings) is { } header ? new CsvTable(layout, records, header, findings) : null;
    }

    /// <summary>True if the header has <paramref name="column"/>.</summary>
    public bool Has(string column) => header.Columns.ContainsKey(column);

    public int IndexOf(string column) => header.Columns.GetValueOrDefault(column, -1);

    /// <summary>Every row that has a cell for each column; the others are refused on the way.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        while (records.Read() is { } record)
        {
            if (record.IsBlank)
            {
                continue;
            }

            var row = new CsvRow(this, record);
            if (IsWhole(record, row))
            {
                if (ExampleRows.IsOne(row) && !TakesExample())
                {
                    continue;
                }

                yield return row;
            }

            Findings.Count(Layout.File, row.IsRefused);
        }
    }

    private bool IsWhole(CsvRecord record, CsvRow row)
    {
        if (record.Fault == RefusalCode.BadQuotes)
        {
            row.Refuse("", RefusalCode.BadQuotes, "A quote opens here and is not closed as it should be.",
                "Double each quote inside a quoted cell, and end the cell with a quote.");
        }
        else if (record.Fault == RefusalCode.TooLong)
        {
            row.Refuse("", RefusalCode.TooLong, "This line is longer than any record kept here.", "Check the line ends of the file.");
        }
        else if (!HasCellsOf(record.Cells))
        {
            records.GiveBack();
            row.Refuse("", RefusalCode.RaggedRow, $"This row has {record.Cells.Length} cells, the header has {header.Width}.",
                record.Cells.Length > header.Width ? TooMany() : "Write the separator of every column, also where the cell is empty. "
                    + "If a spreadsheet left them out, fill one more column with x, called end.");
        }
        else if (Array.Exists(record.Cells, cell => cell.AsSpan().IndexOfAny('\uFFFD', '\0') >= 0))
        {
            row.Refuse("", RefusalCode.NotUtf8, "This row holds characters that are not UTF-8.",
                "Save the sheet as \"CSV UTF-8\", not as plain CSV.");
        }
        else if (Array.Exists(record.Cells, SheetErrors.IsOne))
        {
            foreach (var (column, at) in header.Columns.Where(column => SheetErrors.IsOne(record.Cells[column.Value])))
            {
                row.Refuse(column, RefusalCode.SheetError, "The cell holds an error of the spreadsheet instead of a value.",
                    SheetErrors.Hint(record.Cells[at]));
            }
        }

        return !row.IsRefused;
    }

    private bool TakesExample()
    {
        Findings.Tally(Layout.File, "", Findings.TakesExamples
            ? "Example rows of the template (their ids begin with EXAMPLE-) were taken in, as there is nothing else yet (rows: {n})."
            : "Example rows of the template (their ids begin with EXAMPLE-) were left out (rows: {n}).");
        return Findings.TakesExamples;
    }

    // Empty cells beyond the last column are none. But stray quotes in two rows can enclose good rows between them, so a record of several
    // lines must have exactly as many cells as the header.
    private bool HasCellsOf(string[] cells) =>
        (cells.Length == header.Cells || cells.Length > header.Width && !records.SpansLines || cells.Length == header.Width)
        && !cells.AsSpan(header.Width).ContainsAnyExcept("");

    private string TooMany() => records.Separator == ';'
        ? "A list such as en;ur needs quotes around the cell where semicolons separate the columns."
        : $"A {Header.Word(records.Separator)} inside a cell needs quotes around the cell.";
}
