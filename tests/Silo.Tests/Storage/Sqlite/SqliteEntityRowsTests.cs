using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;
using Orleans.Storage;

namespace Networks.Silo.Tests.Storage.Sqlite;

public class SqliteEntityRowsTests : EntityRowsContract, IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private SqliteStore _store = null!;

    protected override IGrainStorage Storage => new SqliteGrainStorage(_store, new StateJsonSerializer());

    protected override IEntityRows Rows => new SqliteEntityRows(_store);

    private protected virtual StoreLimits Limits => new();

    public Task InitializeAsync()
    {
        _store = SqliteStore.Open(_directory.File("networks.db"), new ManualTime(), Limits);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("SELECT rowid, GrainTypeString, GrainIdExtensionString FROM OrleansStorage WHERE Ward = 'W'")]
    [InlineData("SELECT rowid, GrainTypeString, GrainIdExtensionString, Ward FROM OrleansStorage WHERE Ward IS NOT NULL")]
    public void The_sweep_and_the_directory_are_answered_from_the_covering_index_alone(string query)
    {
        var reader = _store.Readers.Rent();
        using var command = reader.Connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query;
        using var plan = command.ExecuteReader();
        Assert.True(plan.Read());
        Assert.Contains("USING COVERING INDEX IX_OrleansStorage_Home", plan.GetString(3), StringComparison.Ordinal);
    }
}
