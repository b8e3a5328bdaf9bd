namespace Networks.Architecture.Tests;

/// <summary>Limits that only ever tighten: a method fits on a screen, a file in a head, a line in a window.</summary>
public sealed class LengthTests
{
    private const int MethodLinesMax = 70;
    private const int FileLinesMax = 400;
    private const int LineCharactersMax = 140;

    private static readonly string[] Everything = ["src", "standins", "tests", "benchmarks"];

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines()
    {
        var wrong = from file in House.SourceFiles("src", "tests", "benchmarks")
                    let lines = File.ReadLines(file).Count()
                    where lines > FileLinesMax
                    select $"{House.Relative(file)}: {lines} lines";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_line_is_longer_than_a_hundred_and_forty_characters()
    {
        var wrong = from file in House.SourceFiles(Everything).Concat(Directory.GetFiles(House.Root, "*.cs"))
                    from line in File.ReadLines(file).Select((text, at) => (text, at))
                    where line.text.Length > LineCharactersMax
                    select $"{House.Relative(file)}:{line.at + 1}: {line.text.Length} characters";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_method_is_longer_than_seventy_lines()
    {
        var wrong = from file in House.SourceFiles(Everything)
                    from block in Blocks(File.ReadAllLines(file))
                    where block.Lines > MethodLinesMax
                    select $"{House.Relative(file)}:{block.First}: {block.Lines} lines";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_program_is_a_table_of_contents() =>
        Assert.InRange(File.ReadLines(Path.Combine(House.Root, "src", "GraphQLApi", "Program.cs")).Count(), 1, 40);

    [Fact]
    public void A_long_method_would_be_found()
    {
        string[] body = [.. Enumerable.Repeat("        Step();", MethodLinesMax)];
        string[] file = ["internal sealed class Long", "{", "    public void Run(", "        int steps)", "    {", .. body, "    }", "}"];
        var found = Assert.Single(Blocks(file));
        Assert.Equal((3, MethodLinesMax + 4), found);
    }

    // The house style indents by four and gives each brace of a member its own line, so a block ends where its closing brace
    // stands under its opening one; its declaration is the lines right above.
    internal static IEnumerable<(int First, int Lines)> Blocks(string[] lines)
    {
        for (var open = 0; open < lines.Length; open++)
        {
            var indent = lines[open].Length - lines[open].TrimStart().Length;
            if (lines[open].Trim() != "{" || indent == 0)
            {
                continue;
            }

            var first = open;
            while (first > 0 && lines[first - 1].Trim() is { Length: > 0 } above
                && above[^1] is not (';' or '}' or '{') && above[0] is not ('[' or '/'))
            {
                first--;
            }

            var declaration = string.Join(' ', lines[first..open]);
            var close = Array.FindIndex(lines, open, line => line.StartsWith(new string(' ', indent) + "}", StringComparison.Ordinal));
            if (declaration.Contains('(') && !TypeWords.Any(word => declaration.Contains(word, StringComparison.Ordinal)) && close > open)
            {
                yield return (first + 1, close - first + 1);
            }
        }
    }

    private static readonly string[] TypeWords = [" class ", " record ", " struct ", " interface ", " enum "];
}
