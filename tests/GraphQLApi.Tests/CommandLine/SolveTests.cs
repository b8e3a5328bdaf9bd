namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class SolveTests
{
    [Fact]
    public async Task A_published_instance_is_solved_without_any_store()
    {
        using var terminal = new Terminal();
        var file = Path.Combine(terminal.Delivery("instances", ("three.txt", "3\n4 1 3\n2 0 5\n3 2 2\n")), "three.txt");
        var (code, answer, _) = await Terminal.Run("solve", file, "--format", "orlib-assign", "--out", terminal.At("pairs.txt"));
        Assert.Equal(0, code);
        Assert.Matches("^optimum: 5\nseconds: [0-9.]+\n$", answer);
        Assert.Equal("s 5\na 1 2 1\na 2 1 2\na 3 3 2\n", File.ReadAllText(terminal.At("pairs.txt")).ReplaceLineEndings("\n"));
    }

    // Person i with place j costs i x j: the least is 8 x 9 x 10 / 6 (Machol and Wien, 1976).
    [Fact]
    public async Task A_published_family_has_its_known_optimum_in_every_format()
    {
        using var terminal = new Terminal();
        int[] numbers = [.. Enumerable.Range(1, 8)];
        (int From, int To)[] pairs = [.. numbers.SelectMany(from => numbers.Select(to => (from, to)))];
        var folder = terminal.Delivery("instances",
            ("hard.txt", "8\n" + string.Join('\n', numbers.Select(from => string.Join(' ', numbers.Select(to => from * to)))) + "\n"),
            ("hard.asn", "p asn 16 64\n" + string.Concat(numbers.Select(from => $"n {from}\n"))
                + string.Concat(pairs.Select(pair => $"a {pair.From} {8 + pair.To} {pair.From * pair.To}\n"))),
            ("hard.min", "p min 16 64\n" + string.Concat(numbers.Select(from => $"n {from} 1\nn {8 + from} -1\n"))
                + string.Concat(pairs.Select(pair => $"a {pair.From} {8 + pair.To} 0 1 {pair.From * pair.To}\n"))));
        foreach (var (file, format) in ((string, string)[])[("hard.txt", "orlib-assign"), ("hard.asn", "dimacs"), ("hard.min", "dimacs")])
        {
            var (code, answer, _) = await Terminal.Run("solve", Path.Combine(folder, file), "--format", format);
            Assert.Equal((file, 0), (file, code));
            Assert.StartsWith("optimum: 120\n", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_cannot_be_solved_ends_with_1_and_what_cannot_be_read_with_2()
    {
        using var terminal = new Terminal();
        var folder = terminal.Delivery("instances", ("short.min", "p min 2 1\nn 1 3\nn 2 -3\na 1 2 0 2 1\n"), ("broken.min", "p min 2\n"));
        var (code, answer, _) = await Terminal.Run("solve", Path.Combine(folder, "short.min"), "--format", "dimacs");
        Assert.Equal((1, "There is no flow: 1 units cannot be brought from where they are to where they are needed.\n"), (code, answer));
        (code, _, var notes) = await Terminal.Run("solve", Path.Combine(folder, "broken.min"), "--format", "dimacs");
        Assert.Equal(2, code);
        Assert.Contains("broken.min, line 1: The number of arcs is missing at the end of the line.", notes, StringComparison.Ordinal);
    }
}
