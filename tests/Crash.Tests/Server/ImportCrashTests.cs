using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.Crash.Tests.Server;

public sealed class ImportCrashTests : IDisposable
{
    private const int Seed = 77;
    private const int KillsCount = 6;
    private const int ResidentsCount = 3_000;
    private const int MillisecondsMost = 3_000;
    private readonly TempDirectory _directory = new();

    private string Data => _directory.File("data");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task An_import_killed_again_and_again_ends_as_if_it_had_never_been_interrupted()
    {
        var files = _directory.File("files");
        var made = await Victim.Start(
            typeof(GraphQLApi.Hosting.NetworksServer).Assembly.Location,
            "generate", "--area", "rotherham", "--residents", $"{ResidentsCount}", "--seed", "7", "--out", files).Ends();
        Assert.True(made.Code == 0, made.Errors);

        var random = new Random(Seed);
        for (var kill = 0; kill < KillsCount; kill++)
        {
            await using var import = NetworksProgram.Start(Data, "import", files);
            await Task.Delay(random.Next(MillisecondsMost));
            await import.Kill();
            await NetworksProgram.AssertNothingWrong(Data);
        }

        await AssertImports(Data, files);
        var undisturbed = _directory.File("undisturbed");
        await AssertImports(undisturbed, files);
        Assert.Equal(await Contents(undisturbed), await Contents(Data));
        await NetworksProgram.AssertNothingWrong(Data);
    }

    private static async Task AssertImports(string data, string files)
    {
        var (code, output, errors) = await NetworksProgram.Run(data, "import", files);
        Assert.True(code == 0, output + errors);
    }

    /// <summary>Every row but for its version, which counts how often it was written.</summary>
    private static async Task<List<(EntityKind, string, string)>> Contents(string data)
    {
        await using var silo = await TestSilo.Start(NetworksStoreOptions.InDirectory(data));
        var rows = await silo.Rows.ReadAll(default)
            .Select(row => (row.Kind, row.Id, System.Text.Encoding.UTF8.GetString(row.Json.Span))).ToListAsync();
        Assert.True(rows.Count > ResidentsCount, $"Only {rows.Count} rows.");
        return rows;
    }
}
