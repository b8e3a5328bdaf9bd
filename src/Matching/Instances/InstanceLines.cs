using System.Globalization;
using Networks.Matching.Files;

namespace Networks.Matching.Instances;

/// <summary>The lines of an instance as words, with their numbers, so that every fault names its place.</summary>
internal sealed class InstanceLines(TextReader text, string file)
{
    private const int WordsMax = 8;

    private readonly Range[] words = new Range[WordsMax];
    private string line = "";
    private int rest;
    private int count;

    /// <summary>The number of the line read last.</summary>
    public int Number { get; private set; }

    /// <summary>Words of the line read last, <see cref="WordsMax"/> at most.</summary>
    public int Words => count;

    /// <summary>Goes to the next line that has words; false at the end.</summary>
    public bool Next()
    {
        while (text.ReadLine() is { } read)
        {
            (line, rest) = (read, 0);
            Number++;
            count = Split(read);
            if (count > 0)
            {
                return true;
            }
        }

        (line, count, rest) = ("", 0, 0);
        return false;
    }

    /// <summary>The next word of all lines together; false at the end.</summary>
    public bool NextNumber(string meaning, long least, long most, out long number)
    {
        while (true)
        {
            while (rest < line.Length && char.IsWhiteSpace(line[rest]))
            {
                rest++;
            }

            if (rest < line.Length)
            {
                break;
            }

            number = 0;
            if (text.ReadLine() is not { } read)
            {
                return false;
            }

            (line, rest) = (read, 0);
            Number++;
        }

        var start = rest;
        while (rest < line.Length && !char.IsWhiteSpace(line[rest]))
        {
            rest++;
        }

        number = Parsed(line.AsSpan(start, rest - start), meaning, least, most);
        return true;
    }

    /// <summary>A word of the line.</summary>
    public ReadOnlySpan<char> Word(int at) => at < count ? line.AsSpan(words[at]) : [];

    /// <summary>A word of the line as a whole number within bounds.</summary>
    public long Whole(int at, string meaning, long least, long most) =>
        at < count ? Parsed(Word(at), meaning, least, most) : throw Fault($"{meaning} is missing at the end of the line.");

    /// <summary>The fault, to be thrown.</summary>
    public MatchingFileException Fault(string reason) => FaultAt(Math.Max(1, Number), reason);

    /// <summary>A fault of a line read earlier, to be thrown.</summary>
    public MatchingFileException FaultAt(int number, string reason) => new(file, number, reason);

    private long Parsed(ReadOnlySpan<char> word, string meaning, long least, long most) =>
        long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw Fault(string.Create(
                CultureInfo.InvariantCulture, $"{meaning} is '{word}'; it must be a whole number from {least} to {most}."));

    private int Split(string read)
    {
        var (found, at) = (0, 0);
        while (found < WordsMax)
        {
            while (at < read.Length && char.IsWhiteSpace(read[at]))
            {
                at++;
            }

            if (at == read.Length)
            {
                break;
            }

            var start = at;
            while (at < read.Length && !char.IsWhiteSpace(read[at]))
            {
                at++;
            }

            words[found++] = start..at;
        }

        return found;
    }
}
