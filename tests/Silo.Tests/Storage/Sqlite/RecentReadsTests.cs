using Networks.Grains;
using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage.Sqlite;

/// <summary>What was read of a row spares the writer a look at it, but only while the tables hold it so.</summary>
public sealed class RecentReadsTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_was_read_is_taken_once_and_only_for_the_row_it_was_read_of()
    {
        var reads = new RecentReads();
        StoredKey key = Key("R001"), other = key with { GrainKey = "another with the same hashes" };
        reads.Add(key, 7, reads.MarkOf(key));
        Assert.False(reads.TryTake(other, out _));
        Assert.True(reads.TryTake(key, out var version));
        Assert.Equal(7, version);
        Assert.False(reads.TryTake(key, out _));
        reads.Add(key, null, reads.MarkOf(key));
        Assert.True(reads.TryTake(key, out version));
        Assert.Null(version);
    }

    [Fact]
    public void What_was_read_before_the_tables_changed_is_not_taken()
    {
        var reads = new RecentReads();
        var key = Key("R001");
        var mark = reads.MarkOf(key);
        reads.Changed(key);
        reads.Add(key, 1, mark);
        Assert.False(reads.TryTake(key, out _));
        mark = reads.MarkOf(key);
        reads.Add(key, 2, mark);
        reads.AllChanged();
        Assert.False(reads.TryTake(key, out _));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(SqliteWriter.JournalledBytesMax + 1)]
    public async Task A_caller_whose_read_lasted_while_the_row_changed_in_the_tables_is_refused(int length)
    {
        await using var store = SqliteStore.Open(_directory.File("networks.db"), new ManualTime());
        var key = Key("R001");
        await store.Writer.WriteRow(key, null, "W1", "{}"u8.ToArray());
        await store.Writer.Settled();
        var mark = store.Rows.Reads.MarkOf(key);
        Assert.Equal(new RowOutcome(2, true), await store.Writer.WriteRow(key, 1, "W1", new byte[length]));
        await store.Writer.Settled();
        store.Rows.Reads.Add(key, 1, mark);
        Assert.Equal(new RowOutcome(2, false), await store.Writer.WriteRow(key, 1, "W1", "{}"u8.ToArray()));
    }

    private static StoredKey Key(string id) => StoredKey.Of("resident", EntityKeys.Of(EntityKind.Resident, id));
}
