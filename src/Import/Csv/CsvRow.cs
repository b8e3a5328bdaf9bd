using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.Csv;

/// <summary>A row whose cells are read by column. A cell at fault refuses the row; reading goes on, so that every fault is told at
/// once.</summary>
internal sealed class CsvRow(CsvTable table, CsvRecord record)
{
    /// <summary>Longest text kept in one cell.</summary>
    public const int TextCharactersMax = 2_000;

    public int Line => record.Line;

    public bool IsRefused { get; private set; }

    public CsvTable Table => table;

    public Findings Findings => table.Findings;

    /// <summary>True if the file has the column at all: an absent column says nothing, an empty cell says "not known".</summary>
    public bool Has(string column) => table.Has(column);

    /// <summary>The cell without the spaces around it; null when empty or absent.</summary>
    public string? Text(string column)
    {
        var at = table.IndexOf(column);
        var text = at < 0 ? "" : record.Cells[at].Trim();
        if (text.Length <= TextCharactersMax)
        {
            return text.Length == 0 ? null : text;
        }

        Refuse(column, RefusalCode.TooLong, $"A cell has at most {TextCharactersMax} characters.", "");
        return null;
    }

    /// <summary>True if the cell begins so; refuses nothing.</summary>
    public bool BeginsWith(string column, string start) =>
        table.IndexOf(column) is >= 0 and var at && record.Cells[at].AsSpan().TrimStart().StartsWith(start, StringComparison.Ordinal);

    /// <summary>The cell, refused when empty.</summary>
    public string Required(string column)
    {
        if (Text(column) is { } text)
        {
            return text;
        }

        Refuse(column, RefusalCode.EmptyCell, $"The column {column} may not be empty.", "");
        return "";
    }

    /// <summary>Refuses the row for what stands in <paramref name="column"/>.</summary>
    public void Refuse(string column, string code, string reason, string hint)
    {
        IsRefused = true;
        table.Findings.Refuse(new RowRefusal(table.Layout.File, record.Line, column, code, reason, hint));
    }

    /// <summary>A value as it may be repeated in a sentence: shortened, and nothing at all of a secret file.</summary>
    public string Echo(string value) => table.Layout.IsSecret ? "This value" : Short(value);

    /// <summary>A hint made of a value, or nothing of a secret file.</summary>
    public string? Advice(string? hint) => table.Layout.IsSecret ? null : hint;

    /// <summary>At most 40 characters of <paramref name="value"/> on one line.</summary>
    public static string Short(string value)
    {
        var line = string.Join(' ', value.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 40 ? line : line[..37] + "...";
    }
}
