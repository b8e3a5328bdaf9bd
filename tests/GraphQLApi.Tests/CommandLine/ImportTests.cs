using Networks.GraphQLApi.Imports;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class ImportTests
{
    [Fact]
    public async Task A_dry_run_says_what_would_be_and_stores_nothing()
    {
        using var terminal = new Terminal();
        var (code, answer, _) = await terminal.Store("import", terminal.Town(), "--dry-run");
        Assert.Equal(0, code);
        Assert.Contains("Nothing was stored (dry run). An import would make of this: 11 records new, 0 changed, 0 unchanged.", answer,
            StringComparison.Ordinal);
        Assert.Contains("There is no ward 'Batley East'; this store holds 0 wards",
            (await terminal.Store("unconnected", "--ward", "Batley East")).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_import_changes_nothing_and_a_third_only_what_its_files_say()
    {
        using var terminal = new Terminal();
        var town = terminal.Town();
        var first = await terminal.Store("import", town);
        Assert.Equal((0, ""), (first.Code, first.Notes));
        Assert.Contains("residents.csv              6 accepted       0 refused", first.Answer, StringComparison.Ordinal);
        Assert.Contains("11 records new, 0 changed, 0 unchanged, in ", first.Answer, StringComparison.Ordinal);
        Assert.Contains("0 records new, 0 changed, 11 unchanged, in ", (await terminal.Store("import", town)).Answer,
            StringComparison.Ordinal);

        // R6 moves and joins the group: her record and the group's change, nobody else's.
        var later = terminal.Delivery("later", ("residents.csv", "id,ward\nR6,E05001391\n"),
            ("memberships.csv", "group,resident,since\nG1,R6,2026-11-01\n"));
        Assert.Contains("0 records new, 2 changed, 0 unchanged, in ", (await terminal.Store("import", later)).Answer,
            StringComparison.Ordinal);
        Assert.Contains("0 records new, 0 changed, 1 unchanged, in ", (await terminal.Store("import", later)).Answer,
            StringComparison.Ordinal);
        Assert.Equal("9 rows and 2 wards compared: no difference.\n", (await terminal.Store("check")).Answer);
        Assert.Contains("member of Lunch (G1)", (await terminal.Store("resident", "R6")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_there_is_comes_in_once_and_a_dry_run_says_the_same()
    {
        using var terminal = new Terminal();
        await Terminal.Run("generate", "--residents", "1000", "--out", terminal.At("area"));
        terminal.Delivery("area",
            ("areas.csv", "code,name,level,parent,households\nE08000018,Rotherham,council,,113000\n"),
            ("indicators.csv", "area,indicator,value,period,polarity\nE08000018,x,1.5,2021,neutral\nE01007654,x,2,2021,\n"));
        var rehearsed = await terminal.Store("import", terminal.At("area"), "--dry-run");
        var first = await terminal.Store("import", terminal.At("area"));
        Assert.Equal((0, 0), (rehearsed.Code, first.Code));
        Assert.Equal(Lines(first.Answer)[..^1], Lines(rehearsed.Answer)[..^1]);
        var counts = Lines(first.Answer)[^1].Split(", in ")[0];
        Assert.Equal($"Nothing was stored (dry run). An import would make of this: {counts}.", Lines(rehearsed.Answer)[^1]);
        var all = counts.Split(' ')[0];
        Assert.Contains($"0 records new, 0 changed, {all} unchanged, in ", (await terminal.Store("import", terminal.At("area"))).Answer,
            StringComparison.Ordinal);
        await terminal.Store("export", terminal.At("out"));
        Assert.Contains("0 records new, 0 changed, ", (await terminal.Store("import", terminal.At("out"))).Answer,
            StringComparison.Ordinal);

        // One name changed is one record changed, whichever list it is on.
        var later = terminal.Delivery("later", ("organisations.csv", "id,name\nO1,Renamed Befrienders\nO9,New\n"),
            ("indicators.csv", "area,indicator,value,period\nE08000018,x,1.75,2021\nE01007654,x,2,2021\n"));
        Assert.Contains("1 records new, 2 changed, 1 unchanged, in ", (await terminal.Store("import", later)).Answer,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_what_a_record_itself_would_refuse()
    {
        using var terminal = new Terminal();
        await terminal.Store("import", terminal.Town());
        var later = terminal.Delivery("later", ("residents.csv", "id,ward\nR1,E05001391\n"),
            ("volunteers.csv", "id,ward,role,capacity,others_supported\nV1,E05001391,befriender,1,2\n"));
        var rehearsed = await terminal.Store("import", later, "--dry-run");
        var told = File.ReadAllText(terminal.At("later", "refused.csv"));
        Assert.Equal(1, rehearsed.Code);
        Assert.Equal(1, (await terminal.Store("import", later)).Code);
        Assert.Equal(File.ReadAllText(terminal.At("later", "refused.csv")), told);
        Assert.Contains("volunteers.csv,2,capacity,BELOW_TAKEN,\"Capacity 1, but 0 current matches and others_supported 2.\"", told,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_go_to_a_file_good_rows_are_kept_and_the_exit_code_is_1()
    {
        using var terminal = new Terminal();
        var folder = terminal.Delivery("bad",
            ("wards.csv", "code,name\nE05001390,Batley East\n"),
            ("residents.csv", "id,ward,referred_on\nR1,E05001390,\nR2,E05001930,\nR3,E05001390,31/03/2026\n"),
            ("indicator.csv", "area,indicator,value\n"));
        var (code, answer, notes) = await terminal.Store("import", folder);
        Assert.Equal(1, code);
        Assert.Contains("residents.csv              1 accepted       2 refused", answer, StringComparison.Ordinal);
        Assert.Contains($"2 refusals with file, line, column and reason: {terminal.At("bad", "refused.csv")}", answer,
            StringComparison.Ordinal);
        Assert.Contains("Note: indicator.csv: Not a file of a delivery, and ignored. The nearest known file is indicators.csv.", notes,
            StringComparison.Ordinal);
        Assert.Equal("""
            file,line,column,code,reason,hint
            residents.csv,3,ward,UNKNOWN_WARD,"No ward E05001930 in wards.csv.","Did you mean E05001390 (Batley East)?"
            residents.csv,4,referred_on,NOT_A_DATE,"Dates are written 2026-03-31.","31/03/2026 was found; we do not guess day and month."

            """.ReplaceLineEndings("\n"), File.ReadAllText(terminal.At("bad", "refused.csv")));
        Assert.Equal(0, (await terminal.Store("resident", "R1")).Code);

        // Mended and imported again, the old refusals are gone with their reason.
        File.WriteAllText(terminal.At("bad", "residents.csv"), "id,ward\nR1,E05001390\nR2,E05001390\nR3,E05001390\n");
        Assert.Equal(0, (await terminal.Store("import", folder)).Code);
        Assert.False(File.Exists(terminal.At("bad", "refused.csv")));
    }

    [Fact]
    public async Task An_interrupted_import_is_run_again_and_leaves_no_duplicate()
    {
        using var terminal = new Terminal();
        await Terminal.Run("generate", "--residents", "5000", "--out", terminal.At("area"));
        using var interruption = new CancellationTokenSource();
        var work = new ImportWork(terminal.At("area"), terminal.At("area", "refused.csv"), DryRun: false);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => StoreSession.Run(terminal.Data, work, new InterruptedOnce(interruption), interruption.Token));
        Assert.Equal(0, (await terminal.Store("import", terminal.At("area"))).Code);
        Assert.Contains("0 records new, 0 changed, ", (await terminal.Store("import", terminal.At("area"))).Answer,
            StringComparison.Ordinal);
        Assert.Contains("no difference", (await terminal.Store("check")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_imports_as_the_same_and_exports_as_the_same_bytes()
    {
        using Terminal terminal = new(), other = new();
        await terminal.Store("import", terminal.Town());
        Assert.Equal(0, (await terminal.Store("export", terminal.At("out"))).Code);
        Assert.Equal(0, (await other.Store("import", terminal.At("out"))).Code);
        Assert.Equal(0, (await other.Store("export", other.At("out"))).Code);
        Assert.False(File.Exists(terminal.At("out", "contact-cards.csv")));
        Assert.All(Directory.GetFiles(terminal.At("out")),
            file => Assert.Equal(File.ReadAllText(file), File.ReadAllText(other.At("out", Path.GetFileName(file)))));
    }

    [Fact]
    public async Task A_folder_without_a_known_file_and_a_store_without_wards_are_one_sentence()
    {
        using var terminal = new Terminal();
        Assert.Contains("holds no file that can be imported",
            (await terminal.Store("import", terminal.Delivery("none", ("people.csv", "x")))).Notes, StringComparison.Ordinal);
        var (code, _, notes) = await terminal.Store("import", terminal.Delivery("few", ("residents.csv", "id,ward\nR1,E1\n")));
        Assert.Equal((2, "The store knows no wards and the delivery brings none: wards.csv must come with the first import.\n"),
            (code, notes));
    }

    /// <summary>Interrupts as soon as the first rows are stored.</summary>
    private sealed class InterruptedOnce(CancellationTokenSource interruption) : IWorkOutput
    {
        public void Line(string text)
        {
        }

        public void Error(string text)
        {
        }

        public void Progress(string stage, long done, long total)
        {
            if (stage == "Storing")
            {
                interruption.Cancel();
            }
        }
    }

    private static string[] Lines(string answer) => answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
