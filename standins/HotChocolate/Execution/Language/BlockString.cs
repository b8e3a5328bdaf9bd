namespace HotChocolate.Language;

/// <summary>The value of a block string: common indentation and blank first and last lines taken away (section 2.9.4).</summary>
internal static class BlockString
{
    public static string Dedent(string raw)
    {
        var lines = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var indent = int.MaxValue;
        foreach (var line in lines.Skip(1))
        {
            var leading = Leading(line);
            if (leading < line.Length)
            {
                indent = Math.Min(indent, leading);
            }
        }

        for (var i = 1; i < lines.Length && indent < int.MaxValue; i++)
        {
            lines[i] = lines[i][Math.Min(indent, lines[i].Length)..];
        }

        var first = Array.FindIndex(lines, line => Leading(line) < line.Length);
        var last = Array.FindLastIndex(lines, line => Leading(line) < line.Length);
        return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
    }

    private static int Leading(string line)
    {
        var count = 0;
        while (count < line.Length && line[count] is ' ' or '\t')
        {
            count++;
        }

        return count;
    }
}
