namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class MatchTests : IAsyncLifetime
{
    private readonly Terminal terminal = new();

    private string Folder => terminal.At("rounds", "nov-2");

    public Task InitializeAsync() => terminal.Store("import", terminal.Town());

    public Task DisposeAsync()
    {
        terminal.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_round_goes_from_opening_over_decisions_to_publishing_by_a_named_human()
    {
        var opened = await Match("--wards", "Batley East,Batley West");
        Assert.Equal((0, ""), (opened.Code, opened.Notes));
        Assert.Equal(["certificate.json", "marginal.csv", "plan.csv", "problem.json", "unmatched.csv"],
            Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
        Assert.StartsWith("Proved: 2 of 3 wishes met", (await Terminal.Run("verify-plan", Folder)).Answer, StringComparison.Ordinal);
        var plan = File.ReadAllLines(Path.Combine(Folder, "plan.csv"));
        Assert.StartsWith("nov-2,R1,befriending,V1,visit,1,", plan[1], StringComparison.Ordinal);
        Assert.Contains("NO_CONSENT", File.ReadAllText(Path.Combine(Folder, "unmatched.csv")), StringComparison.Ordinal);

        // One yes, in a spreadsheet's spelling, and one left undecided.
        File.WriteAllLines(Path.Combine(Folder, "plan.csv"), [plan[0], plan[1][..^2] + ",Yes,C012", plan[2]]);
        var published = await Match("--decisions", Path.Combine(Folder, "plan.csv"), "--publish");
        Assert.Equal((0, ""), (published.Code, published.Notes));
        Assert.Contains("Published by C012: 1 place held until ", published.Answer, StringComparison.Ordinal);
        Assert.Contains("1 pair without a yes not published", published.Answer, StringComparison.Ordinal);

        var again = await Match();
        Assert.Equal(2, again.Code);
        Assert.Matches(@"^Round 'nov-2' is published \(\d+ \w{3}, by C012\); open a new one\.\n$", again.Notes);
        Assert.Contains("no difference", (await terminal.Store("check")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_shows_another_plan_than_the_proved_one_is_found_out()
    {
        await Match("--wards", "all");
        var plan = File.ReadAllLines(Path.Combine(Folder, "plan.csv"));
        File.WriteAllLines(Path.Combine(Folder, "plan.csv"), plan[..2]);
        var (code, answer, _) = await Terminal.Run("verify-plan", Folder);
        Assert.Equal((1, "Fault (plan.csv): R2 with V2 (befriending) stands in the proved plan but not in the table.\n"), (code, answer));
    }

    [Fact]
    public async Task A_plan_without_a_human_or_with_a_strange_decision_decides_nothing()
    {
        await Match("--wards", "all");
        var path = Path.Combine(Folder, "plan.csv");
        var plan = File.ReadAllLines(path);
        File.WriteAllLines(path, [plan[0], plan[1][..^2] + ",yes,", plan[2]]);
        Assert.Contains("Publishing needs a named human", (await Match("--decisions", path, "--publish")).Notes, StringComparison.Ordinal);
        File.WriteAllLines(path, [plan[0], plan[1][..^2] + ",maybe,C012"]);
        Assert.Contains("line 2: maybe is no decision. Write yes, no or later, or leave the cell empty. Nothing was decided.",
            (await Match("--decisions", path)).Notes, StringComparison.Ordinal);
        Assert.Contains("There is no round 'dec-1' yet; open it with --wards", (await terminal.Store("match", "--round", "dec-1")).Notes,
            StringComparison.Ordinal);
    }

    private Task<Answered> Match(params string[] more) => terminal.Store(["match", "--round", "nov-2", "--out", Folder, .. more]);
}
