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
    private int uncounted;

    /// <summary>What stands between two cells: a comma, unless the header shows another one.</summary>
    public char Separator { get; set; } = ',';

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
            return new CsvRecord(first.Number - uncounted, [], RefusalCode.TooLong);
        }

        do
        {
            if (at < line.Length && line[at] == '"' ? !ReadQuoted() : !ReadPlain())
            {
                GiveBack();
                return new CsvRecord(first.Number - uncounted, [], RefusalCode.BadQuotes);
            }
        }
        while (at++ < line.Length);

        return new CsvRecord(first.Number - uncounted, [.. cells], null);
    }

    /// <summary>
    /// Gives back every line of the last record but its first: quotes in two bad rows can enclose good ones, which the wrong number of
    /// cells then shows.
    /// </summary>
    public void GiveBack() => lines.Return(taken, 1);

    /// <summary>True if the last record runs over several lines.</summary>
    public bool SpansLines => taken.Count > 1;

    /// <summary>Reads the last record again, with another separator.</summary>
    public CsvRecord? ReadAgain(char separator)
    {
        Separator = separator;
        lines.Return(taken, 0);
        return Read();
    }

    /// <summary>Leaves the lines of the last record out of the count: no spreadsheet shows the line that tells it the separator.</summary>
    public void LeaveUncounted() => uncounted += taken.Count;

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
        var end = line.IndexOf(Separator, at);
        end = end < 0 ? line.Length : end;
        cells.Add(line[at..end]);
        at = end;
        return true;
    }

    // Leaves `at` on the separator after the closing quote or at the end of the line; false if the quotes do not add up.
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
            if (at == line.Length || line[at] == Separator)
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
