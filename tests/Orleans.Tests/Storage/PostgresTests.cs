using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Networks.Orleans.Tests.Cluster;
using Networks.Silo;
using Networks.Testing;
using Npgsql;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Networks.Orleans.Tests.Storage;

public sealed class PostgresTests
{
    private const string Provider = "postgres";

    [PostgresFact]
    public async Task What_was_written_is_there_for_the_next_activation_and_for_the_next_silo()
    {
        await using var cluster = await StartAsync();
        var grain = Grain(cluster, "r:1");
        Assert.Equal("1", (await grain.Write("first")).Etag);
        Assert.Equal("2", (await grain.Write("second")).Etag);

        await cluster.RestartSiloAsync(cluster.Silos[0]);

        var view = await Eventually.AnsweredAsync(grain.Read);
        Assert.Equal(("second", true, "2"), (view.Text, view.Exists, view.Etag));
    }

    [PostgresFact]
    public async Task A_write_over_somebody_elses_fails_and_sends_the_stale_activation_away()
    {
        await using var cluster = await StartAsync();
        var grain = Grain(cluster, "r:2");
        await grain.Write("mine");
        await WriteBehindTheBackAsync(cluster, grain, etag: "1");

        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Write("mine again"));

        Assert.Equal(("theirs", "2"), ((await grain.Read()).Text, (await grain.Read()).Etag));
        Assert.Equal("3", (await grain.Write("mine at last")).Etag);
    }

    [PostgresFact]
    public async Task A_cleared_record_keeps_its_count_of_versions()
    {
        await using var cluster = await StartAsync();
        var grain = Grain(cluster, "r:4");
        await grain.Write("first");

        var cleared = await grain.Clear();
        Assert.Equal((false, "2"), (cleared.Exists, cleared.Etag));
        await grain.Leave();

        var view = await grain.Read();
        Assert.Equal(("fresh", false, "2"), (view.Text, view.Exists, view.Etag));
        Assert.Equal("3", (await grain.Write("again")).Etag);
    }

    [PostgresFact]
    public async Task Keys_that_read_as_one_hexadecimal_number_share_one_row()
    {
        await using var cluster = await StartAsync();
        await Grain(cluster, "42").Write("of 42");

        Assert.Equal("of 42", (await Grain(cluster, "042").Read()).Text);
        Assert.False((await Grain(cluster, "r:42").Read()).Exists);
        Assert.False((await Grain(cluster, "r:042").Read()).Exists);
    }

    [PostgresFact]
    public async Task A_key_is_filed_under_the_columns_and_hashes_that_genuine_Orleans_uses()
    {
        var database = await NewDatabaseAsync();
        await using var cluster = await StartAsync(database);
        var guid = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        await Grain(cluster, "r:5").Write("text");
        await Grain(cluster, "2A+more").Write("number");
        await Grain(cluster, guid.ToString("N")).Write("guid");

        Assert.Equal(
            [
                new KeyRow(0, 0, "r:5", HashOfReversed(Encoding.UTF8.GetBytes("r:5"))),
                new KeyRow(0, 42, "more", HashOfReversed([42, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes("more")])),
                new KeyRow(0x6677445500112233, unchecked((long)0xFFEEDDCCBBAA9988), null, HashOfReversed(guid.ToByteArray())),
            ],
            (await KeyRowsAsync(database)).OrderBy(row => (row.N0, row.N1)));
    }

    [PostgresFact]
    public async Task A_database_without_the_tables_fails_the_start()
    {
        var server = await PostgresServer.SharedAsync();
        var empty = await server.CreateDatabaseAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(empty));
    }

    [PostgresFact]
    public async Task Reminders_are_kept_read_by_range_and_removed_only_with_their_version()
    {
        var database = await NewDatabaseAsync();
        await using var cluster = await OneSilo.StartAsync(silo => silo.UseAdoNetReminderService(options =>
        {
            options.Invariant = "Npgsql";
            options.ConnectionString = database;
        }));
        var table = cluster.GetSiloServiceProvider().GetRequiredService<IReminderTable>();
        var grains = Enumerable.Range(0, 20).Select(i => GrainId.Create("reminded", $"r:{i}")).ToList();
        var start = new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);
        foreach (var grain in grains)
        {
            Assert.Equal("0", await table.UpsertRow(new ReminderEntry
            {
                GrainId = grain, ReminderName = "visit", StartAt = start, Period = TimeSpan.FromDays(7),
            }));
        }

        var row = (await table.ReadRow(grains[0], "visit"))!;
        Assert.Equal((start, TimeSpan.FromDays(7), "0"), (row.StartAt.ToUniversalTime(), row.Period, row.ETag));
        Assert.Equal("1", await table.UpsertRow(row));
        Assert.Equal(20, (await table.ReadRows(0, 0)).Reminders.Count);
        Assert.Single((await table.ReadRows(grains[3])).Reminders);
        var middle = grains.Select(grain => grain.GetUniformHashCode()).Order().ElementAt(10);
        var (lower, upper) = ((await table.ReadRows(0, middle)).Reminders.Count, (await table.ReadRows(middle, 0)).Reminders.Count);
        Assert.Equal(20, lower + upper);

        Assert.False(await table.RemoveRow(grains[0], "visit", "0"));
        Assert.True(await table.RemoveRow(grains[0], "visit", "1"));
        await table.TestOnlyClearTable();
        Assert.Empty((await table.ReadRows(0, 0)).Reminders);
    }

    /// <summary>A database with the tables and statements that the product brings for Orleans.</summary>
    private static async Task<string> NewDatabaseAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();
        using var script = new StreamReader(
            typeof(NetworksSilo).Assembly.GetManifestResourceStream("Networks.Silo.Storage.PostgreSql.schema.sql")!);
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(await script.ReadToEndAsync());
        await command.ExecuteNonQueryAsync();
        return database;
    }

    private static async Task<List<KeyRow>> KeyRowsAsync(string database)
    {
        var rows = new List<KeyRow>();
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(
            "SELECT grainidn0, grainidn1, grainidextensionstring, grainidhash FROM orleansstorage "
            + "WHERE graintypestring = 'postgresRecord'");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var extension = reader.IsDBNull(2) ? null : reader.GetString(2);
            rows.Add(new KeyRow(reader.GetInt64(0), reader.GetInt64(1), extension, reader.GetInt32(3)));
        }

        return rows;
    }

    private static int HashOfReversed(byte[] bytes) => unchecked((int)StableHash.ComputeHash([.. bytes.Reverse()]));

    private static async Task<InProcessTestCluster> StartAsync(string? database = null)
    {
        var connectionString = database ?? await NewDatabaseAsync();
        return await OneSilo.StartAsync(silo => silo.AddAdoNetGrainStorage(Provider, (AdoNetGrainStorageOptions options) =>
        {
            options.Invariant = "Npgsql";
            options.ConnectionString = connectionString;
        }));
    }

    private static IRecordGrain Grain(InProcessTestCluster cluster, string key) =>
        cluster.Client.GetGrain<IRecordGrain>(key, typeof(PostgresRecordGrain).FullName);

    private static Task WriteBehindTheBackAsync(InProcessTestCluster cluster, IRecordGrain grain, string etag)
    {
        var storage = cluster.GetSiloServiceProvider().GetRequiredKeyedService<IGrainStorage>(Provider);
        return storage.WriteStateAsync("postgresRecord", grain.GetGrainId(), new GrainState<Record>(new Record { Text = "theirs" }, etag));
    }

    private sealed record KeyRow(long N0, long N1, string? Extension, int Hash);
}
