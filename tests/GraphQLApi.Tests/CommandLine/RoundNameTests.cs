using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.CommandLine;

/// <summary>Rule C10, clause by clause, as it is typed.</summary>
public sealed class RoundNameTests : IAsyncLifetime
{
    private readonly Terminal terminal = new();

    private string Folder => terminal.At("rounds", "nov-2");

    public Task InitializeAsync() => terminal.Store("import", terminal.Town());

    public Task DisposeAsync()
    {
        terminal.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("Nov-2")]
    [InlineData("nov_2")]
    [InlineData("abcdefghij-abcdefghij-abcdefghij-abcdefgh")]
    public async Task C10_a_name_is_1_to_40_of_lower_case_letters_digits_and_hyphen(string name)
    {
        var (code, _, notes) = await terminal.Store("match", "--round", name, "--wards", "all", "--out", Folder);
        Assert.Equal(2, code);
        Assert.StartsWith($"--round is '{name}'. ", notes, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task C10_a_round_stands_in_rounds_and_its_name_unless_said_otherwise()
    {
        var name = new string([.. ("c10" + Path.GetFileName(terminal.At())).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(40)]);
        var expected = Path.GetFullPath(Path.Combine("rounds", name));
        try
        {
            Assert.Equal(0, (await terminal.Store("match", "--round", name, "--wards", "all")).Code);
            Assert.Equal(["certificate.json", "marginal.csv", "plan.csv", "problem.json", "unmatched.csv"],
                Directory.GetFiles(expected).Select(Path.GetFileName).Order());
        }
        finally
        {
            Directory.Delete(expected, recursive: true);
        }
    }

    [Fact]
    public async Task C10_the_same_name_again_solves_the_frozen_problem_with_pins_and_decisions_and_the_seed_stays()
    {
        await Match("--wards", "all");
        var (seed, digest) = Problem();
        var plan = await File.ReadAllTextAsync(Path.Combine(Folder, "plan.csv"));
        Assert.Equal(0, (await Match()).Code);
        Assert.Equal((seed, digest), Problem());
        Assert.Equal(plan, await File.ReadAllTextAsync(Path.Combine(Folder, "plan.csv")));

        // Somebody new waits by now: the frozen problem does not know of him.
        await terminal.Store("import", terminal.Delivery("more", ("residents.csv",
            "id,ward,languages,available,seeking,priority_band,consents\nR7,E05001390,en,wed-pm,befriending,1,matching\n")));
        var path = terminal.At("decided.csv");
        await File.WriteAllTextAsync(path, "round,resident,kind,offer,decision\nnov-2,R1,befriending,V1,no\n");
        Assert.Equal(0, (await Match("--decisions", path)).Code);
        Assert.Equal(seed, Problem().Seed);
        Assert.NotEqual(digest, Problem().Digest);
        var solved = await File.ReadAllTextAsync(Path.Combine(Folder, "plan.csv"));
        Assert.DoesNotContain("R1,", solved, StringComparison.Ordinal);
        Assert.DoesNotContain("R7", solved, StringComparison.Ordinal);

        var (code, _, notes) = await Match("--wards", "Batley East");
        Assert.Equal((0, "Round 'nov-2' was opened before; its frozen problem is solved again, with the wards and the policy it was "
            + "opened with.\n"), (code, notes));
        Assert.Equal(solved, await File.ReadAllTextAsync(Path.Combine(Folder, "plan.csv")));
    }

    [Fact]
    public async Task C10_a_published_round_is_refused_with_its_day_and_its_coordinator()
    {
        await Match("--wards", "all");
        await Match("--publish", "--approved-by", "C012");
        var day = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var sentence = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"round 'nov-2' is published ({day:d MMM}, by coordinator C012); open a new one\n");
        foreach (string[] more in (string[][])[[], ["--wards", "all"], ["--publish", "--approved-by", "C013"]])
        {
            var again = await Match(more);
            Assert.Equal((2, sentence), (again.Code, again.Notes));
        }
    }

    private (string? Seed, string? Digest) Problem() => (
        (string?)Json("problem.json")["lotterySeed"], (string?)Json("certificate.json")["plan"]!["problemDigest"]);

    private JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

    private Task<Answered> Match(params string[] more) => terminal.Store(["match", "--round", "nov-2", "--out", Folder, .. more]);
}
