namespace Networks.Architecture.Tests;

/// <summary>What must not stand in the repository, and what every listing of it must keep to.</summary>
public sealed class WordTests
{
    // Spelled in two halves so that this file does not trip over itself.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "NotImplemented" + "Exception"];
    private static readonly string[] ForeignPlaces = ["nuget" + ".org", "/wo" + "rk/", "../sha" + "red", "registry.npm" + "js"];

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Assert.Empty(Lines(House.SourceFiles("src", "standins", "tests", "benchmarks"), Unfinished));

    [Fact]
    public void No_package_feed_and_no_machine_is_named() => Assert.Empty(Lines(House.TextFiles(), ForeignPlaces));

    [Fact]
    public void Time_and_chance_are_banned_by_the_build_in_all_of_src()
    {
        var banned = File.ReadAllText(Path.Combine(House.Root, "src", "BannedSymbols.txt"));
        string[] needed =
            ["System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTimeOffset.UtcNow", "System.Random.Shared",
                "System.Guid.NewGuid"];
        Assert.All(needed, symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal));
        Assert.Contains(
            "BannedApiAnalyzers", File.ReadAllText(Path.Combine(House.Root, "src", "Directory.Build.props")), StringComparison.Ordinal);
        var excused =
            Lines(House.SourceFiles("src"), ["RS0" + "030"]).Where(line => !line.Contains("id factory", StringComparison.Ordinal));
        Assert.Empty(excused);
    }

    [Fact]
    public void The_readme_fits_on_a_hundred_and_fifty_lines() =>
        Assert.InRange(File.ReadLines(Path.Combine(House.Root, "README.md")).Count(), 1, 150);

    [Fact]
    public void Every_link_in_the_docs_leads_somewhere()
    {
        var wrong = from file in House.TextFiles().Where(file => file.EndsWith(".md", StringComparison.Ordinal))
                    from System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(
                        File.ReadAllText(file), @"\]\(([^)#:]+)(#[^)]*)?\)")
                    let target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value))
                    where !File.Exists(target) && !Directory.Exists(target)
                    select $"{House.Relative(file)} -> {link.Groups[1].Value}";
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Lines(IEnumerable<string> files, string[] words) =>
        from file in files
        from line in File.ReadLines(file).Select((text, at) => (text, at))
        from word in words
        where line.text.Contains(word, StringComparison.Ordinal)
        select $"{House.Relative(file)}:{line.at + 1}: {line.text.Trim()}";
}
