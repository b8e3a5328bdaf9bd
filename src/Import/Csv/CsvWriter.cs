namespace Networks.Import.Csv;

/// <summary>
/// Writes records as RFC 4180 has them, with \n as line end on every system so that equal content is equal bytes. Nothing is altered to
/// please a spreadsheet: a cell that begins like a formula is written as it is, and counted, so that whoever exports can warn.
/// </summary>
public sealed class CsvWriter(TextWriter text)
{
    private static readonly System.Buffers.SearchValues<char> NeedQuotes = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>Cells so far that a spreadsheet would take for a formula: they begin with = + - or @ and are no number.</summary>
    public int FormulaCells { get; private set; }

    /// <summary>One record without the line end, for whoever prints lines.</summary>
    public static string Record(IEnumerable<string?> cells)
    {
        using var text = new StringWriter();
        new CsvWriter(text).Write(cells);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Writes one record.</summary>
    /// <param name="cells">Its cells; null is an empty one.</param>
    /// <param name="isQuoted">Columns that stand in quotes whatever they hold, as columns of sentences do; null = none.</param>
    public void Write(IEnumerable<string?> cells, Predicate<int>? isQuoted = null)
    {
        var column = 0;
        foreach (var cell in cells)
        {
            if (column > 0)
            {
                text.Write(',');
            }

            WriteCell(cell ?? "", isQuoted?.Invoke(column) is true);
            column++;
        }

        text.Write('\n');
    }

    private void WriteCell(string cell, bool isQuoted)
    {
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@'
            && !double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            FormulaCells++;
        }

        // Spaces at either end are part of the cell only inside quotes for many readers.
        if (isQuoted || cell.AsSpan().ContainsAny(NeedQuotes) || cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' '))
        {
            text.Write('"');
            text.Write(cell.Replace("\"", "\"\""));
            text.Write('"');
        }
        else
        {
            text.Write(cell);
        }
    }
}
