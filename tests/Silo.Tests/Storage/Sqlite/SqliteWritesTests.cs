using Microsoft.Data.Sqlite;
using Networks.Grains;
using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Silo.Storage.Sqlite;
using Networks.Domain.Wards;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage.Sqlite;

/// <summary>What one change writes, and what is remembered of it.</summary>
public sealed class SqliteWritesTests : IDisposable
{
    private const int Frame = 24 + 4096;
    private const int Rows = 3_000;
    private static readonly byte[] Payload = [.. "{\"filling\":\""u8, .. Enumerable.Repeat((byte)'x', 500), .. "\"}"u8];
    private readonly TempDirectory _directory = new();

    private string Store => _directory.File("networks.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Whoever_stays_in_her_ward_costs_one_page_of_the_log_and_whoever_moves_more()
    {
        using var writer = SqliteDatabase.OpenForWriting(Store);
        using var statements = new SqliteWriteStatements(writer, new RowSlots(), new ManualTime());
        InsertRows(writer, statements);
        var before = LogLength;
        statements.Update(Key(1_500), 1, "W1", Payload);
        Assert.Equal(Frame, LogLength - before);
        before = LogLength;
        statements.Update(Key(1_500), 2, "W2", Payload);
        Assert.InRange(LogLength - before, 2 * Frame, 4 * Frame);
    }

    [Fact]
    public void The_first_change_of_a_row_finds_room_in_its_page_although_all_rows_were_put_in_one_after_another()
    {
        using var writer = SqliteDatabase.OpenForWriting(Store);
        using var statements = new SqliteWriteStatements(writer, new RowSlots(), new ManualTime());
        InsertRows(writer, statements);
        for (var row = 500; row < 540; row++)
        {
            var before = LogLength;
            statements.Update(Key(row), 1, "W1", [.. Payload, .. new byte[230]]);
            Assert.Equal(Frame, LogLength - before);
        }
    }

    [Fact]
    public void A_row_that_is_put_at_a_version_stands_there_whatever_stood_before_it_and_gives_way_to_no_earlier_one()
    {
        using var writer = SqliteDatabase.OpenForWriting(Store);
        using var statements = new SqliteWriteStatements(writer, new RowSlots(), new ManualTime());
        foreach (var (version, ward, stands) in new[] { (3, "W1", "3 W1"), (2, "W2", "3 W1"), (3, "W2", "3 W1"), (7, "W2", "7 W2") })
        {
            statements.Put(Key(1), version, ward, Payload);
            Assert.Equal(stands, SqliteDatabase.Scalar(writer, "SELECT Version || ' ' || Ward FROM OrleansStorage"));
        }
    }

    [Fact]
    public async Task A_version_that_was_read_before_a_change_is_the_changed_one_after_it()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime());
        var rows = new SqliteEntityRows(store);
        await store.Writer.Write(statements => statements.Insert(Key(1), "W1", Payload));
        Assert.Equal(1, await Version(rows));
        await store.Writer.Write(statements => statements.Update(Key(1), 1, "W1", Payload));
        Assert.Equal(2, await Version(rows));
        await store.Writer.WriteAlone(statements => statements.Update(Key(1), 2, "W1", Payload), static _ => false);
        Assert.Equal(2, await Version(rows));
    }

    [Fact]
    public async Task After_a_commit_that_failed_a_ward_is_told_what_the_row_says()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime());
        var rows = new SqliteEntityRows(store);
        await store.Writer.Write(statements => statements.Insert(Key(1), "W1", Payload));
        Assert.Equal(1, await Version(rows));
        var pages = int.Parse(Scalar(store, "PRAGMA page_count"), System.Globalization.CultureInfo.InvariantCulture);
        await store.Writer.Write(statements => Limit(statements, pages));
        await Assert.ThrowsAsync<IOException>(async () => await Task.WhenAll(
            store.Writer.Write(statements => statements.Update(Key(1), 1, "W1", Payload)),
            store.Writer.Write(statements => statements.Insert(Key(2), "W1", new byte[90_000]))));
        await store.Writer.Write(statements => Limit(statements, 100_000));
        var stored = int.Parse(Scalar(store, "SELECT Version FROM OrleansStorage"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(stored, await Version(rows));
    }

    [Fact]
    public async Task A_store_of_the_first_layout_is_brought_up_to_date_and_keeps_its_notes()
    {
        await SqliteStore.Open(Store, new ManualTime()).DisposeAsync();
        using (var old = SqliteDatabase.OpenForWriting(Store))
        {
            SqliteDatabase.Execute(old, """
                DROP TABLE NetworksNotes;
                ALTER TABLE OrleansStorage DROP COLUMN Room;
                DROP INDEX IX_OrleansStorage_Home;
                CREATE INDEX IX_OrleansStorage_Ward ON OrleansStorage
                    (Ward, GrainTypeString, GrainIdExtensionString, Version) WHERE Ward IS NOT NULL;
                CREATE TABLE NetworksCommands (Organisation TEXT NOT NULL, CommandId TEXT NOT NULL, Digest TEXT NOT NULL,
                    NotedAt BIGINT NOT NULL, Answer TEXT NULL, CONSTRAINT PK_NetworksCommands PRIMARY KEY (Organisation, CommandId))
                    WITHOUT ROWID;
                INSERT INTO NetworksCommands VALUES
                    ('', 'c-1', 'one', 1795348800000, NULL), ('age-well', 'c-1', 'two', 1795348800000, 'no');
                PRAGMA user_version = 1;
                """);
        }

        await using var store = SqliteStore.Open(Store, new ManualTime());
        Assert.Equal("4", Scalar(store, "PRAGMA user_version"));
        Assert.Equal("1", Scalar(store, "SELECT count(*) FROM pragma_table_info('OrleansStorage') WHERE name = 'Room'"));
        Assert.Equal("0", Scalar(
            store, "SELECT count(*) FROM sqlite_schema WHERE name IN ('NetworksCommands', 'IX_OrleansStorage_Ward')"));
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1795348800000).AddDays(1);
        var own = store.Notes.Note(new(null, new("c-1")), "other", at);
        Assert.Equal(("one", null, false), (own.Digest, own.Answer, own.IsNew));
        var theirs = store.Notes.Note(new(new("age-well"), new("c-1")), "other", at);
        Assert.Equal(("two", "no", false), (theirs.Digest, theirs.Answer, theirs.IsNew));
        Assert.True(store.Notes.Note(new(null, new("c-2")), "new", at).IsNew);
    }

    [Fact]
    public async Task A_store_of_the_second_layout_keeps_its_rows_and_gives_new_ones_room()
    {
        await using (var store = SqliteStore.Open(Store, new ManualTime()))
        {
            await store.Writer.Write(statements => statements.Insert(Key(1), "W1", Payload));
        }

        using (var old = SqliteDatabase.OpenForWriting(Store))
        {
            SqliteDatabase.Execute(old, "ALTER TABLE OrleansStorage DROP COLUMN Room; PRAGMA user_version = 2");
        }

        await using var opened = SqliteStore.Open(Store, new ManualTime());
        Assert.Equal(new RowOutcome(2, true), await opened.Writer.Write(statements => statements.Update(Key(1), 1, "W1", Payload)));
        await opened.Writer.Write(statements => statements.Insert(Key(2), "W1", Payload));
        Assert.Equal("4", Scalar(opened, "PRAGMA user_version"));
        Assert.Equal("1", Scalar(opened, "SELECT count(*) FROM OrleansStorage WHERE length(Room) = 256"));
    }

    private long LogLength => new FileInfo(Store + "-wal").Length;

    private static StoredKey Key(int row) => StoredKey.Of("resident", EntityKeys.Of(EntityKind.Resident, $"R{row:D6}"));

    private static async Task<int> Version(SqliteEntityRows rows) =>
        Assert.Single(await rows.ReadWardVersions(WardCode.Of("W1"), default)).Version;

    private static void InsertRows(SqliteConnection writer, SqliteWriteStatements statements)
    {
        SqliteDatabase.Execute(writer, "BEGIN");
        for (var row = 0; row < Rows; row++)
        {
            statements.Insert(Key(row), "W1", Payload);
        }

        SqliteDatabase.Execute(writer, "COMMIT");
    }

    private static bool Limit(SqliteWriteStatements statements, int pages)
    {
        SqliteDatabase.Execute(statements.Connection, $"PRAGMA max_page_count = {pages}");
        return true;
    }

    private static string Scalar(SqliteStore store, string sql)
    {
        var reader = store.Readers.Rent();
        try
        {
            return SqliteDatabase.Scalar(reader.Connection, sql);
        }
        finally
        {
            store.Readers.Return(reader);
        }
    }
}
