using System.Text;

namespace Networks.Import.Csv;

/// <summary>A line and the characters that end it, which matter inside quotes.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without the ending.</param>
/// <param name="Ending">"\n", "\r\n", "\r", or empty at the end of the file.</param>
/// <param name="Overlong">True if the line was cut at <see cref="LineReader.CharactersMax"/>.</param>
internal readonly record struct TextLine(int Number, string Text, string Ending, bool Overlong);

/// <summary>Reads lines one by one in bounded memory, and takes lines back that a record turned out not to need.</summary>
internal sealed class LineReader(TextReader text)
{
    /// <summary>Longest line kept; the rest of a longer one is skipped.</summary>
    public const int CharactersMax = 100_000;

    private readonly char[] buffer = new char[32 * 1024];
    private readonly Stack<TextLine> returned = new();
    private readonly StringBuilder pending = new();
    private int filled;
    private int at;
    private int number;

    public TextLine? Read()
    {
        if (returned.TryPop(out var line))
        {
            return line;
        }

        pending.Clear();
        var overlong = false;
        while (at < filled || Fill())
        {
            var end = buffer.AsSpan(at, filled - at).IndexOfAny('\n', '\r');
            var taken = buffer.AsSpan(at, end < 0 ? filled - at : end);
            at += taken.Length + (end < 0 ? 0 : 1);
            if (end >= 0 && pending.Length == 0 && taken.Length <= CharactersMax)
            {
                var whole = new string(taken);
                return new TextLine(++number, whole, Ending(), false);
            }

            overlong |= pending.Length + taken.Length > CharactersMax;
            pending.Append(taken[..Math.Min(taken.Length, CharactersMax - pending.Length)]);
            if (end >= 0)
            {
                return new TextLine(++number, pending.ToString(), Ending(), overlong);
            }
        }

        return pending.Length == 0 ? null : new TextLine(++number, pending.ToString(), "", overlong);
    }

    /// <summary>Gives lines back so that they are read again, in their order.</summary>
    public void Return(List<TextLine> lines, int from)
    {
        for (var index = lines.Count - 1; index >= from; index--)
        {
            returned.Push(lines[index]);
        }
    }

    private string Ending()
    {
        if (buffer[at - 1] == '\n')
        {
            return "\n";
        }

        if ((at < filled || Fill()) && buffer[at] == '\n')
        {
            at++;
            return "\r\n";
        }

        return "\r";
    }

    private bool Fill()
    {
        at = 0;
        filled = text.Read(buffer, 0, buffer.Length);
        return filled > 0;
    }
}
