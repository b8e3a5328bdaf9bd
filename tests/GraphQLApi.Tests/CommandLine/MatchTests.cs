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
        Assert.Matches(@"^round 'nov-2' is published \(\d+ \w{3}, by coordinator C012\); open a new one\n$", again.Notes);
        Assert.Contains("no difference", (await terminal.Store("check")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_shows_another_plan_than_the_proved_one_is_found_out()
    {
        await Match("--wards", "all");
        var plan = File.ReadAllLines(Path.Combine(Folder, "plan.csv"));
        File.WriteAllLines(Path.Combine(Folder, "plan.csv"), plan[..2]);
        var (code, answer, _) = await Terminal.Run("verify-plan", Folder);
        Assert.Equal((1, "Fault (plan.csv): R2 with V2 (befriending) stands in the plan but not in the table.\n"), (code, answer));
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
        Assert.Equal((2, $"{path}, line 2, decision: maybe is no decision. Write yes, no or later, or leave the cell empty.\n"
            + "Nothing was decided.\n"), await Refused("--decisions", path));
        Assert.Contains("There is no round 'dec-1' yet; open it with --wards", (await terminal.Store("match", "--round", "dec-1")).Notes,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_spreadsheet_makes_of_the_plan_is_taken_back_and_solved_around()
    {
        await Match("--wards", "all");
        var path = Path.Combine(Folder, "plan.csv");
        var plan = File.ReadAllLines(path);
        Assert.Equal(3, plan.Length);

        // Saved by a spreadsheet: a mark of UTF-8, semicolons, CRLF, another order of columns, the round's name taken for a date.
        string[] sheet =
        [
            "decision;offer;decided_by;kind;my notes;resident;round",
            "No;V1;C012;befriending;not a good moment;R1;02-Nov",
            " LATER ;V2;C012;befriending;;R2;02-Nov",
            ";;;;;;",
        ];
        File.WriteAllText(path, "\uFEFF" + string.Join("\r\n", sheet) + "\r\n");
        var (code, answer, notes) = await Match("--decisions", "plan.csv");
        Assert.Equal((0, ""), (code, notes));
        Assert.Contains("0 of 3 wishes can be met", answer, StringComparison.Ordinal);
        var unmatched = File.ReadAllText(Path.Combine(Folder, "unmatched.csv"));
        Assert.Contains("nov-2,R1,E05001390,1,", unmatched, StringComparison.Ordinal);
        Assert.Contains("KEPT_APART_BY_HAND", unmatched, StringComparison.Ordinal);
        Assert.Contains("PAUSED", unmatched, StringComparison.Ordinal);
        Assert.StartsWith("Proved: 0 of 3", (await Terminal.Run("verify-plan", Folder)).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_the_last_decisions_back_and_gives_the_files_of_before_byte_for_byte()
    {
        await Match("--wards", "all");
        string[] names = ["problem.json", "plan.csv", "unmatched.csv", "marginal.csv"];
        string[] Files() => [.. names.Select(name => File.ReadAllText(Path.Combine(Folder, name)))];
        var before = Files();
        var path = terminal.At("decided.csv");
        File.WriteAllText(path, "round,resident,kind,offer,decision,decided_by\nnov-2,R1,befriending,V1,no,C012\n");
        Assert.Equal(0, (await Match("--decisions", path)).Code);
        Assert.DoesNotContain("R1,befriending,V1", File.ReadAllText(Path.Combine(Folder, "plan.csv")), StringComparison.Ordinal);

        var (code, answer, notes) = await Match("--undo");
        Assert.Equal((0, ""), (code, notes));
        Assert.Contains("2 of 3 wishes can be met", answer, StringComparison.Ordinal);
        Assert.Equal(before, Files());
        Assert.StartsWith("Proved: 2 of 3", (await Terminal.Run("verify-plan", Folder)).Answer, StringComparison.Ordinal);

        var nothing = await Match("--undo");
        Assert.Equal(2, nothing.Code);
        Assert.Contains("has no decision that could be taken back", nothing.Notes, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Every_fault_of_the_decisions_is_named_with_its_line_and_column_and_nothing_is_decided()
    {
        await Match("--wards", "all");
        var path = Path.Combine(Folder, "plan.csv");
        File.WriteAllLines(path,
        [
            "round,resident,kind,offer,decision,decided_by",
            "dec-1,R1,befriending,V1,yes,C012",
            "nov-2,R1,befriending,V1,perhaps,C012",
            "nov-2,R2,befriending,V2,yes,C012",
            "nov-2,R2,befriending,V1,yes,C012",
        ]);
        Assert.Equal((2, $"{path}, line 2, round: This row is of round 'dec-1', not of 'nov-2'. Give back the plan.csv of this round.\n"
            + $"{path}, line 3, decision: perhaps is no decision. Write yes, no or later, or leave the cell empty.\n"
            + $"{path}, line 5, decision: The same person has a yes on line 4 already. One yes is for one person to meet and one for a "
            + "group; leave one of each.\nNothing was decided.\n"), await Refused("--decisions", path));

        File.WriteAllLines(path, ["round,resident,kind,offer,decision", "nov-2,R9,befriending,V1,yes", "nov-2,R2,befriending,V22,no"]);
        Assert.Equal((2, $"{path}, line 2, resident: 'R9' was not waiting when round 'nov-2' opened. Did you mean R1?\n"
            + $"{path}, line 3, offer: 'V22' was not among the offers when round 'nov-2' opened. Did you mean V2?\n"
            + "Nothing was decided.\n"), await Refused("--decisions", path));
        Assert.Contains("2 of 3 wishes can be met", (await Match()).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_can_be_published_by_everybody_who_said_yes_to_a_part_of_it()
    {
        await Match("--wards", "all");
        var path = Path.Combine(Folder, "plan.csv");
        var plan = File.ReadAllLines(path);
        File.WriteAllLines(path, [plan[0], plan[1][..^2] + ",yes,C012", plan[2][..^2] + ",no,C013"]);
        Assert.Equal(0, (await Match("--decisions", path)).Code);
        File.WriteAllLines(path, [plan[0], plan[1][..^2] + ",yes,C012", plan[2][..^2] + ",yes,C013"]);
        Assert.Contains("Published by C012, C013: 2 places held", (await Match("--decisions", path, "--publish")).Answer,
            StringComparison.Ordinal);
    }

    private async Task<(int Code, string Notes)> Refused(params string[] more)
    {
        var (code, _, notes) = await Match(more);
        return (code, notes);
    }

    private Task<Answered> Match(params string[] more) => terminal.Store(["match", "--round", "nov-2", "--out", Folder, .. more]);
}
