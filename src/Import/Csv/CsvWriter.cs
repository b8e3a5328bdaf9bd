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

    /// <summary>Writes one record.</summary>
    public void Write(IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                text.Write(',');
            }

            first = false;
            WriteCell(cell ?? "");
        }

        text.Write('\n');
    }

    private void WriteCell(string cell)
    {
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@'
            && !double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            FormulaCells++;
        }

        // Spaces at either end are part of the cell only inside quotes for many readers.
        if (cell.AsSpan().ContainsAny(NeedQuotes) || cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' '))
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
