using System.Text;
using Networks.Import.Refusals;

namespace Networks.Import.Csv;

/// <summary>
/// Splits text into records as RFC 4180 has them, quoted commas, quotes and line breaks included. Written here because two things are
/// asked that readers of CSV seldom give: the line on which a record starts, and that one stray quote costs one row, not the rest of the
/// file.
/// </summary>
internal sealed class RecordReader(TextReader text)
{
    /// <summary>A quoted cell runs over at most this many lines; after that the quote was a stray one.</summary>
    public const int RecordLinesMax = 100;

    private readonly LineReader lines = new(text);
    private readonly List<TextLine> taken = [];
    private readonly List<string> cells = [];
    private readonly StringBuilder quoted = new();
    private string line = "";
    private int at;

    /// <summary>The next record, blank lines included; null at the end.</summary>
    public CsvRecord? Read()
    {
        taken.Clear();
        cells.Clear();
        if (!TakeLine())
        {
            return null;
        }

        var first = taken[0];
        if (first.Overlong)
        {
            return new CsvRecord(first.Number, [], RefusalCode.TooLong);
        }

        do
        {
            if (at < line.Length && line[at] == '"' ? !ReadQuoted() : !ReadPlain())
            {
                GiveBack();
                return new CsvRecord(first.Number, [], RefusalCode.BadQuotes);
            }
        }
        while (at++ < line.Length);

        return new CsvRecord(first.Number, [.. cells], null);
    }

    /// <summary>
    /// Gives back every line of the last record but its first: quotes in two bad rows can enclose good ones, which the wrong number of
    /// cells then shows.
    /// </summary>
    public void GiveBack() => lines.Return(taken, 1);

    private bool TakeLine()
    {
        if (taken.Count == RecordLinesMax || lines.Read() is not { } next)
        {
            return false;
        }

        taken.Add(next);
        line = next.Text;
        at = 0;
        return true;
    }

    private bool ReadPlain()
    {
        var end = line.IndexOf(',', at);
        end = end < 0 ? line.Length : end;
        cells.Add(line[at..end]);
        at = end;
        return true;
    }

    // Leaves `at` on the comma after the closing quote or at the end of the line; false if the quotes do not add up.
    private bool ReadQuoted()
    {
        quoted.Clear();
        at++;
        while (true)
        {
            var quote = line.IndexOf('"', at);
            if (quote < 0)
            {
                quoted.Append(line, at, line.Length - at).Append(taken[^1].Ending);
                if (quoted.Length > LineReader.CharactersMax || !TakeLine())
                {
                    return false;
                }

                continue;
            }

            quoted.Append(line, at, quote - at);
            at = quote + 1;
            if (at == line.Length || line[at] == ',')
            {
                cells.Add(quoted.ToString());
                return true;
            }

            if (line[at] != '"')
            {
                return false;
            }

            quoted.Append('"');
            at++;
        }
    }
}
