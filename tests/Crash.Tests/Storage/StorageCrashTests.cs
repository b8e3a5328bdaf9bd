using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Wards;
using Networks.Testing;
using Orleans;
using Orleans.Storage;

namespace Networks.Crash.Tests.Storage;

public sealed class StorageCrashTests : IDisposable
{
    private const int KillsCount = 20;
    private const int KillsOfPostgreSqlCount = 6;
    private const int MillisecondsMost = 700;
    private readonly TempDirectory _directory = new();

    /// <summary>The last change of each id that was acknowledged or found stored: its version, and whether it was a clear.</summary>
    private readonly Dictionary<string, (int Version, bool Cleared)> _known = [];

    private string StorePath => _directory.File("networks.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Every_acknowledged_write_is_there_after_the_writer_was_killed_twenty_times()
    {
        await KillAgainAndAgain(StorePath, KillsCount);
        Assert.Equal("ok", Ask("PRAGMA integrity_check"));
        Assert.Equal("0", Ask("SELECT count(*) - count(DISTINCT GrainTypeString || ' ' || GrainIdExtensionString) FROM OrleansStorage"));
    }

    [PostgresFact]
    public async Task Every_acknowledged_write_to_PostgreSQL_is_there_after_the_writer_was_killed()
    {
        var server = await PostgresServer.SharedAsync();
        await KillAgainAndAgain(await server.CreateDatabaseAsync(), KillsOfPostgreSqlCount);
    }

    private async Task KillAgainAndAgain(string store, int killsCount)
    {
        var random = new Random(20261122);
        var acknowledgements = 0;
        for (var kill = 0; kill < killsCount; kill++)
        {
            await using var victim = Victim.Start(typeof(StorageCrashTests).Assembly.Location, "write-until-killed", store, $"{kill}");
            await victim.Says("wrote");
            await Task.Delay(random.Next(MillisecondsMost));
            var (wasRunning, said) = await victim.Kill();
            Assert.True(wasRunning, "The victim ended by itself.");
            acknowledgements += said.Count;
            Remember(said);
            await CompareWithStore(store);
        }

        Assert.True(acknowledgements > killsCount, $"Only {acknowledgements} writes were acknowledged; nothing was tried.");
    }

    private void Remember(IEnumerable<string> said)
    {
        foreach (var words in said.Select(line => line.Split(' ')))
        {
            var version = int.Parse(words[2], CultureInfo.InvariantCulture);
            Assert.True(version > _known.GetValueOrDefault(words[1]).Version, $"{words[1]} was acknowledged at {version} twice.");
            _known[words[1]] = (version, words[0] == "cleared");
        }
    }

    private async Task CompareWithStore(string store)
    {
        await using var silo = await TestSilo.Start(StorageVictim.StoreOf(store));
        var storage = silo.Services.GetRequiredKeyedService<IGrainStorage>(StateNames.Provider);
        foreach (var (id, (version, cleared)) in _known.ToList())
        {
            var state = new GrainState<StoredNote>();
            await storage.ReadStateAsync(StateNames.Resident, StorageVictim.Grain(id), state);
            var stored = int.Parse(state.ETag ?? "0", CultureInfo.InvariantCulture);

            // Each key has one writer, who waits for each answer: at most one change can be stored and not acknowledged.
            Assert.InRange(stored, version, version + 1);
            Assert.True(stored > version || state.RecordExists != cleared, $"{id} at {version}: cleared was {cleared}.");
            Assert.True(!state.RecordExists || state.State!.Write == stored, $"{id} at {stored} holds write {state.State!.Write}.");

            // What was found once may not be lost by a later crash either, acknowledged or not.
            _known[id] = (stored, !state.RecordExists);
        }

        await CompareRows(silo.Rows);
    }

    /// <summary>The index by ward holds exactly what the rows say.</summary>
    private static async Task CompareRows(IEntityRows rows)
    {
        var all = await rows.ReadAll(default).Select(row => (row.Id, row.Version, WardOf(row))).ToListAsync();
        var homes = await rows.ReadHomes(default).Select(home => (home.Id, home.Version, home.Ward)).ToListAsync();
        Assert.Equal(all.Order(), homes.Order());
    }

    private static WardCode WardOf(EntityRow row)
    {
        using var json = System.Text.Json.JsonDocument.Parse(row.Json);
        return WardCode.Of(json.RootElement.GetProperty("ward").GetString()!);
    }

    private string Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
