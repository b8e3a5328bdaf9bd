namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("frobnicate", "'frobnicate' is no command of networks.")]
    [InlineData("", "Name a command: serve, generate, templates,")]
    [InlineData("unconnected --frob", "'--frob' is no option of unconnected.")]
    [InlineData("unconnected --limit 0", "--limit is '0'; it must be a whole number from 1 to")]
    [InlineData("unconnected --format xml", "--format does not know 'xml'; did you mean csv?")]
    [InlineData("unconnected --rule no-contac:90", "--rule: 'no-contac:90' is no criterion.")]
    [InlineData("unconnected --rule no-ties,no-contact:9+component:2",
        "--rule: A rule joins its criteria with ',' (any of them) or with '+' (all of them)")]
    [InlineData("unconnected --basis aksed", "--basis does not know 'aksed'; did you mean asked?")]
    [InlineData("unconnected --as-of 31/03/2026", "--as-of is '31/03/2026'; dates are written 2026-03-31.")]
    [InlineData("unconnected --known-at 23/11/2026", "--known-at is '23/11/2026'; dates are written 2026-03-31.")]
    [InlineData("generate", "Option '--out' is required.")]
    [InlineData("generate --area atlantis --out x", "No area 'atlantis' is described here; known are demo and rotherham")]
    [InlineData("generate --residents -4 --out x", "--residents is '-4'; it must be a whole number from 1 to")]
    [InlineData("import /no/such/folder", "There is no folder ")]
    [InlineData("match --round Nov_2", "--round is 'Nov_2'. A round's name has 1 to 40 of a-z, 0-9 and hyphen.")]
    [InlineData("match --round nov-2 --decisions /no/such.csv", "There is no file /no/such.csv.")]
    [InlineData("match --round nov-2 --publish", "Publishing needs a named human: add --approved-by NAME")]
    [InlineData("verify-plan /no/such/folder", "holds no problem.json; name the folder that match wrote.")]
    [InlineData("solve /no/such.min --format dimacs", "There is no file /no/such.min.")]
    [InlineData("solve x --format lp", "--format does not know 'lp'; known are dimacs, orlib-assign.")]
    [InlineData("solve x", "Option '--format' is required.")]
    [InlineData("serve --port 99999", "--port is '99999'; it must be a whole number from 0 to 65535.")]
    [InlineData("serve --area /no/such/folder", "There is no folder ")]
    public async Task Wrong_usage_ends_with_2_and_one_sentence(string line, string sentence)
    {
        var (code, answer, notes) = await Terminal.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (code, answer));
        Assert.Contains(sentence, notes, StringComparison.Ordinal);
        Assert.Single(notes.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Generating_twice_gives_the_same_bytes_and_says_how_to_go_on()
    {
        using var terminal = new Terminal();
        string[] line = ["generate", "--area", "rotherham", "--residents", "200", "--seed", "7", "--out"];
        var (code, answer, _) = await Terminal.Run([.. line, terminal.At("a")]);
        await Terminal.Run([.. line, terminal.At("b")]);
        Assert.Equal(0, code);
        Assert.StartsWith("200 invented residents written to ", answer, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(terminal.At("a")),
            file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(terminal.At("b", Path.GetFileName(file)))));
    }
}
