using Networks.Grains.Commands;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage.Sqlite;

public class SqliteCommandLogTests : CommandLogContract, IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private SqliteStore _store = null!;

    protected override ICommandLog Log => new SqliteCommandLog(_store);

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
}
