using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;
using Networks.Domain.Commands;
using Networks.Grains.Commands;
using Networks.Silo.Storage;
using Networks.Silo.Storage.Journals;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage.Sqlite;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string Store => _directory.File("networks.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_store_has_one_owner_at_a_time()
    {
        using (SqliteStore.Open(Store, new ManualTime()))
        {
            Assert.Throws<StoreInUseException>(() => SqliteStore.Open(Store, new ManualTime()));
        }

        SqliteStore.Open(Store, new ManualTime()).Dispose();
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_by_name_and_left_alone()
    {
        File.WriteAllText(Store, string.Concat(Enumerable.Repeat("These are my minutes of the last meeting. ", 1000)));
        var before = File.ReadAllBytes(Store);
        var refusal = Assert.Throws<InvalidDataException>(() => SqliteStore.Open(Store, new ManualTime()));
        Assert.Contains(Store, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Store));
        Assert.Null(StoreLock.FindOwner(Store));
    }

    [Fact]
    public void Another_programs_database_is_refused_and_gets_no_tables_of_ours()
    {
        Change("CREATE TABLE Recipes (Name TEXT)");
        Assert.Throws<InvalidDataException>(() => SqliteStore.Open(Store, new ManualTime()));
        Assert.Equal("Recipes", Read("SELECT group_concat(name) FROM sqlite_schema"));
    }

    [Fact]
    public void A_store_of_a_later_release_is_refused()
    {
        SqliteStore.Open(Store, new ManualTime()).Dispose();
        Change("PRAGMA user_version = 1000");
        var refusal = Assert.Throws<InvalidDataException>(() => SqliteStore.Open(Store, new ManualTime()));
        Assert.Contains("later release", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Commits_reach_the_disk_and_no_page_is_mapped()
    {
        using var store = SqliteStore.Open(Store, new ManualTime());
        var reader = store.Readers.Rent();
        Assert.Equal("wal", SqliteDatabase.Scalar(reader.Connection, "PRAGMA journal_mode"));
        Assert.Equal("2", SqliteDatabase.Scalar(reader.Connection, "PRAGMA synchronous"));
        Assert.Equal("0", SqliteDatabase.Scalar(reader.Connection, "PRAGMA mmap_size"));
    }

    [Fact]
    public async Task A_store_closed_in_order_leaves_one_file_without_a_log()
    {
        var store = SqliteStore.Open(Store, new ManualTime());
        await store.Writer.Write(statements => statements.Insert(StoredKey.Of("note", "n:1"), null, "{}"u8.ToArray()));
        await store.DisposeAsync();
        Assert.False(File.Exists(Store + "-wal"));
    }

    [Fact]
    public async Task A_change_that_throws_fails_its_own_caller_and_nobody_who_shares_the_commit()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime());
        var answers = Enumerable.Range(0, 200).Select(n => store.Writer.Write(statements => n % 10 == 3
            ? throw new InvalidOperationException("No.")
            : statements.Insert(StoredKey.Of("note", $"n:{n}"), null, "{}"u8.ToArray()).Written)).ToArray();
        for (var n = 0; n < answers.Length; n++)
        {
            if (n % 10 == 3)
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => answers[n]);
            }
            else
            {
                Assert.True(await answers[n]);
            }
        }

        Assert.Equal("180", Read("SELECT count(*) FROM OrleansStorage"));
    }

    [Fact]
    public async Task A_full_disk_fails_writes_aloud_loses_nothing_acknowledged_and_heals_with_room()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime());
        var probe = new SqliteStoreProbe(() => store);
        await LimitPages(store, 100);
        var acknowledged = new List<string>();
        var refusal = await Assert.ThrowsAsync<IOException>(async () =>
        {
            for (var n = 0; ; n++)
            {
                await store.Writer.Write(statements => statements.Insert(StoredKey.Of("note", $"n:{n}"), null, new byte[9_000]));
                acknowledged.Add($"n:{n}");
            }
        });
        Assert.Contains("could not complete a write", refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(acknowledged);
        await Assert.ThrowsAsync<IOException>(() => probe.Probe(default));

        await LimitPages(store, 100_000);
        var after = await store.Writer.Write(statements => statements.Insert(StoredKey.Of("note", "n:after"), null, new byte[9_000]));
        Assert.True(after.Written);
        await probe.Probe(default);
        Assert.Equal(
            [.. acknowledged.Append("n:after").Order(StringComparer.Ordinal)],
            Read("SELECT group_concat(GrainIdExtensionString) FROM OrleansStorage").Split(',').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_note_is_not_waited_for_and_is_on_the_disk_with_whatever_is_written_after_it()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime(), PendingStores.NothingComesIn);
        var log = new SqliteCommandLog(store);
        Assert.True((await Note(log, "c-1", "one")).IsNew);
        Assert.Equal("", await NotesAfterAPowerCut());
        Assert.Equal("one", (await Note(log, "c-1", "two")).Digest);

        await Write(store, "n:1");
        Assert.Equal("one", await NotesAfterAPowerCut());
        Assert.False((await Note(log, "c-1", "two")).IsNew);
    }

    [Fact]
    public async Task Whoever_settles_a_note_waits_until_it_is_on_the_disk_and_so_does_whoever_closes_the_store()
    {
        await using (var store = SqliteStore.Open(Store, new ManualTime(), PendingStores.NothingComesIn))
        {
            var log = new SqliteCommandLog(store);
            await Note(log, "c-1", "one");
            await log.Settle(Key("c-1"), CancellationToken.None);
            Assert.Equal("one", await NotesAfterAPowerCut());
            await Note(log, "c-2", "two");
        }

        Assert.Equal("2", Read("SELECT count(*) FROM NetworksNotes"));
    }

    [Fact]
    public async Task A_note_whose_batch_failed_is_in_the_next_one_so_that_no_row_is_without_its_note()
    {
        var isBroken = false;
        var limits = PendingStores.NothingComesIn with { Flush = BreakIf(() => isBroken) };
        await using var store = SqliteStore.Open(Store, new ManualTime(), limits);
        var log = new SqliteCommandLog(store);
        await Write(store, "n:1");
        isBroken = true;
        await Note(log, "c-1", "one");
        var refusal = await Assert.ThrowsAsync<IOException>(() => Write(store, "n:2"));
        Assert.Contains("could not complete a write", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => new SqliteStoreProbe(() => store).Probe(default));
        Assert.Equal("one", (await Note(log, "c-1", "two")).Digest);

        isBroken = false;
        Assert.Equal(new RowOutcome(1, true), await Write(store, "n:2"));
        Assert.Equal("one", await NotesAfterAPowerCut());
        await log.Settle(Key("c-1"), CancellationToken.None);
        await new SqliteStoreProbe(() => store).Probe(default);
    }

    [Fact]
    public async Task A_change_that_is_undone_takes_no_note_with_it()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime());
        var log = new SqliteCommandLog(store);
        await Note(log, "c-1", "one");
        await store.Writer.WriteAlone(
            statements => statements.Insert(StoredKey.Of("note", "n:1"), null, "{}"u8.ToArray()), static _ => false);
        Assert.Equal("0", Read("SELECT count(*) FROM OrleansStorage"));
        Assert.Equal("1", Read("SELECT count(*) FROM NetworksNotes"));
    }

    [Fact]
    public async Task A_change_of_its_own_whose_notes_cannot_be_written_fails_aloud_and_is_not_written_without_them()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime());
        await LimitPages(store, int.Parse(Read("PRAGMA page_count"), CultureInfo.InvariantCulture));
        await Note(new SqliteCommandLog(store), "c-1", new string('d', 90_000));
        var refusal = await Assert.ThrowsAsync<IOException>(() => store.Writer.WriteAlone(
            statements => statements.Insert(StoredKey.Of("note", "n:1"), null, "{}"u8.ToArray()), static _ => true)
            .WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Contains("could not complete a write", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(("0", "0"), (Read("SELECT count(*) FROM OrleansStorage"), Read("SELECT count(*) FROM NetworksNotes")));
    }

    [Fact]
    public async Task A_change_of_the_tables_is_not_made_while_notes_before_it_could_not_be_written()
    {
        var isBroken = true;
        var limits = PendingStores.NothingComesIn with { Flush = BreakIf(() => isBroken) };
        await using var store = SqliteStore.Open(Store, new ManualTime(), limits);
        await Note(new SqliteCommandLog(store), "c-1", "one");
        await Assert.ThrowsAsync<IOException>(() => store.Writer.WriteAlone(
            statements => statements.Insert(StoredKey.Of("note", "n:1"), null, "{}"u8.ToArray()), static _ => true));
        Assert.Equal("0", Read("SELECT count(*) FROM OrleansStorage"));

        isBroken = false;
        await store.Writer.Flush();
        Assert.Equal("one", await NotesAfterAPowerCut());
    }

    [Fact]
    public async Task Many_notes_are_written_though_nothing_else_is()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime());
        var log = new SqliteCommandLog(store);
        for (var command = 0; command <= SqliteWriter.ChangesPerBatchMax; command++)
        {
            await Note(log, $"c-{command}", "one");
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Read("SELECT count(*) FROM NetworksNotes") == "0")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }

        Assert.Equal("one", Read("SELECT DISTINCT Digest FROM NetworksNotes"));
    }

    private static CommandKey Key(string id) => new(null, CommandId.Of(id));

    private static Task<NotedCommand> Note(SqliteCommandLog log, string id, string digest) =>
        log.Note(Key(id), digest, new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), CancellationToken.None);

    private static Task LimitPages(SqliteStore store, int pages) => store.Writer.Write(statements =>
        SqliteDatabase.Scalar(statements.Connection, $"PRAGMA max_page_count = {pages}"));

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        SqliteDatabase.Execute(connection, sql);
    }

    private string Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        return SqliteDatabase.Scalar(connection, sql);
    }

    private static Task<RowOutcome> Write(SqliteStore store, string key) =>
        store.Writer.WriteRow(StoredKey.Of("note", key), null, null, "{}"u8.ToArray());

    // As on a disk that fails for a while.
    private static Action<SafeFileHandle> BreakIf(Func<bool> isBroken) => file =>
    {
        if (isBroken())
        {
            throw new IOException("The disk does not answer.");
        }

        DiskFlush.Flush(file);
    };

    private async Task<string> NotesAfterAPowerCut()
    {
        using var elsewhere = new TempDirectory();
        await using var copy = SqliteStore.Open(PendingStores.CopyTo(elsewhere, Store), new ManualTime());
        var reader = copy.Readers.Rent();
        return SqliteDatabase.Scalar(reader.Connection, "SELECT coalesce(group_concat(Digest), '') FROM NetworksNotes");
    }
}
