using System.Collections.Immutable;
using System.Text;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.Csv;

/// <summary>One file being read: its header, then its rows one by one, never more than one in memory.</summary>
internal sealed class CsvTable
{
    private readonly RecordReader records;
    private readonly Dictionary<string, int> columns;

    private CsvTable(CsvLayout layout, RecordReader records, Dictionary<string, int> columns, Findings findings)
    {
        (Layout, this.records, this.columns, Findings) = (layout, records, columns, findings);
    }

    public CsvLayout Layout { get; }

    public Findings Findings { get; }

    /// <summary>Lists already split, so that a million rows share the few thousand lists they hold.</summary>
    public Dictionary<string, ImmutableArray<string>> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Opens the file; null after one refusal if it is no CSV or lacks a required column.</summary>
    public static CsvTable? Open(CsvLayout layout, Stream stream, Findings findings)
    {
        if (NotText(stream) is { } hint)
        {
            findings.RefuseFile(new RowRefusal(layout.File, 1, "", RefusalCode.NotCsv, "This is no comma-separated text in UTF-8.", hint));
            return null;
        }

        var records = new RecordReader(new StreamReader(stream, new UTF8Encoding(true), false, 64 * 1024));
        CsvRecord? header;
        do
        {
            header = records.Read();
        }
        while (header is { IsBlank: true });

        return Header.Read(layout, header, findings) is { } columns ? new CsvTable(layout, records, columns, findings) : null;
    }

    /// <summary>True if the header has <paramref name="column"/>.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    public int IndexOf(string column) => columns.GetValueOrDefault(column, -1);

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
        else if (record.Cells.Length != columns.Count)
        {
            records.GiveBack();
            row.Refuse("", RefusalCode.RaggedRow, $"This row has {record.Cells.Length} cells, the header has {columns.Count}.",
                record.Cells.Length > columns.Count
                    ? "A comma inside a cell needs quotes around the cell."
                    : "Write the comma of every column, also where the cell is empty.");
        }
        else if (Array.Exists(record.Cells, cell => cell.AsSpan().IndexOfAny('\uFFFD', '\0') >= 0))
        {
            row.Refuse("", RefusalCode.NotUtf8, "This row holds characters that are not UTF-8.", "Save the file as CSV UTF-8.");
        }

        return !row.IsRefused;
    }

    // A hint at what the file is instead, or null if its first bytes can be UTF-8 text.
    private static string? NotText(Stream stream)
    {
        Span<byte> first = stackalloc byte[4096];
        var length = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        first = first[..length];
        return first switch
        {
            [] => "The file is empty; its first line should name the columns.",
            [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] => "This is a workbook; save the sheet as CSV UTF-8.",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "This is UTF-16 text; save the file as CSV UTF-8.",
            _ when first.Contains((byte)0) => "The file holds bytes that no text has; save the sheet as CSV UTF-8.",
            _ => null,
        };
    }
}
