using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;
using Orleans.Storage;

namespace Networks.Silo.Tests.Storage.Sqlite;

public class SqliteGrainStorageTests : GrainStorageContract, IAsyncLifetime
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

    [Fact]
    public async Task What_was_acknowledged_is_there_after_the_store_is_closed_and_opened_again()
    {
        var written = await Write("note", "n:kept", null, "kept");
        await _store.DisposeAsync();
        await InitializeAsync();
        var read = await Read("note", "n:kept");
        Assert.Equal("kept", read.State!.Text);
        Assert.Equal(written.ETag, read.ETag);
    }

    [Fact]
    public async Task What_was_acknowledged_stands_in_a_copy_of_the_files_taken_at_that_moment()
    {
        await Write("note", "n:copied", null, "copied");
        using var elsewhere = new TempDirectory();
        await using var copy = SqliteStore.Open(PendingStores.CopyTo(elsewhere, _directory.File("networks.db")), new ManualTime());
        var state = new Orleans.GrainState<Note>();
        await new SqliteGrainStorage(copy, new StateJsonSerializer()).ReadStateAsync("note", Grain("n:copied"), state);
        Assert.Equal("copied", state.State!.Text);
    }

    [Fact]
    public async Task A_write_to_a_closed_store_says_that_nothing_was_written()
    {
        await _store.DisposeAsync();
        var failure = await Assert.ThrowsAsync<IOException>(() => Write("note", "n:late", null, "late"));
        Assert.Contains("nothing was written", failure.Message, StringComparison.Ordinal);
        await InitializeAsync();
    }
}
