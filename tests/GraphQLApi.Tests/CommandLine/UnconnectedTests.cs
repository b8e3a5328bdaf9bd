using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class UnconnectedTests : IAsyncLifetime
{
    private readonly Terminal terminal = new();

    public Task InitializeAsync() => terminal.Store("import", terminal.Town());

    public Task DisposeAsync()
    {
        terminal.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_table_says_what_is_known_of_each_and_how_to_go_on()
    {
        var (code, answer, notes) = await terminal.Store("unconnected", "--ward", "Batley East", "--rule", "no-contact:90", "--as-of",
            "2026-11-22", "--limit", "2");
        Assert.Equal((0, ""), (code, notes));
        const string counts = "3 of 4 people on the register. 1 was asked about their connections; "
            + "1 was not asked, but some connections are recorded; 1 never was: we do not know, so ask first.";
        Assert.Equal($"""
            Batley East (E05001390), 22 Nov 2026. Listed if: no contact in the last 90 days (having no current connection counts).
            {counts}
            Person  Age    Alone  What we know                     Last contact  Waiting  Asked
            R1      75-84  yes    no current connection            -             61 days  14 May 2026
            R2      75-84  no     1 child; no contact for 143 days  2 Jul 2026    52 days  never
            Next: --limit 50 | --format csv | details: networks resident R1

            """.ReplaceLineEndings("\n"), answer, ignoreAllWhiteSpace: true);
    }

    [Fact]
    public async Task The_same_list_comes_for_spreadsheets_and_for_programs()
    {
        string[] rule = ["unconnected", "--rule", "no-ties", "--as-of", "2026-11-22"];
        var csv = (await terminal.Store([.. rule, "--format", "csv"])).Answer.Split('\n');
        Assert.StartsWith("resident,ward,age_band,lives_alone,criteria,what_we_know,", csv[0], StringComparison.Ordinal);
        Assert.Equal(["R1", "R6", "R3"], csv[1..^1].Select(line => line.Split(',')[0]));
        var json = JsonNode.Parse((await terminal.Store([.. rule, "--format", "json"])).Answer)!;
        Assert.Equal((3, 1, 6, "no-ties"), ((int)json["totalCount"]!, (int)json["neverAskedCount"]!, (int)json["onRegister"]!,
            (string)json["rule"]!));
        Assert.Equal(["R1", "R6", "R3"], json["people"]!.AsArray().Select(person => (string)person!["resident"]!));
    }

    [Fact]
    public async Task A_mistyped_ward_is_an_error_that_names_the_nearest_and_not_nobody()
    {
        var (code, answer, notes) = await terminal.Store("unconnected", "--ward", "Batley Est");
        Assert.Equal((2, ""), (code, answer));
        Assert.StartsWith("There is no ward 'Batley Est'; did you mean Batley East (E05001390)", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_the_rule_are_applied_and_told()
    {
        var (_, answer, _) = await terminal.Store("unconnected", "--rule", "no-ties+component:1", "--counting", "tie,alter", "--basis",
            "never-asked", "--as-of", "2026-11-22");
        Assert.Contains("Listed if: no current connection and connected with no other resident [counting only tie, alter; only "
            + "people never-asked].", answer, StringComparison.Ordinal);
        Assert.Contains("1 of 6 people on the register. 1 never was: we do not know, so ask first.", answer, StringComparison.Ordinal);
    }
}
