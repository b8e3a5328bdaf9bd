using Networks.Silo.Storage.Sqlite;
using Networks.Testing;
using Orleans;

namespace Networks.Silo.Tests.Storage.Sqlite;

public sealed class SqliteReminderTableTests : ReminderTableContract, IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private SqliteStore _store = null!;

    protected override IReminderTable Table => new SqliteReminderTable(_store);

    public Task InitializeAsync()
    {
        _store = SqliteStore.Open(_directory.File("networks.db"), new ManualTime());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _directory.Dispose();
    }
}
