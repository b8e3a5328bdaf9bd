using System.Globalization;
using Microsoft.Data.Sqlite;
using Networks.Grains;
using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;
using Orleans;
using Orleans.Runtime;

namespace Networks.Silo.Tests.Storage.Sqlite;

/// <summary>Reminders are set beside everybody's changes: whoever sets one waits for the tables, and nobody waits for her.</summary>
public sealed class SqliteReminderWritesTests : IDisposable
{
    private static readonly GrainId Watch = GrainId.Parse("watch/w-1");
    private readonly TempDirectory _directory = new();

    private string Path => _directory.File("networks.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_reminder_is_on_the_disk_when_it_is_answered_and_has_brought_nothing_else_into_the_tables()
    {
        await using var store = SqliteStore.Open(Path, new ManualTime(), PendingStores.NothingComesIn);
        await Write(store, "R001");
        var etag = await Table(store).UpsertRow(Entry("03:00"));
        Assert.Equal(etag, (await Table(store).ReadRow(Watch, "03:00"))!.ETag);
        await Write(store, "R002");
        Assert.True(await Table(store).RemoveRow(Watch, "03:00", (await Table(store).UpsertRow(Entry("03:00")))!));
        await Table(store).UpsertRow(Entry("04:00"));
        Assert.Equal(2, store.Writer.Pending.All().Count);

        using var elsewhere = new TempDirectory();
        await using var copy = SqliteStore.Open(PendingStores.CopyTo(elsewhere, Path), new ManualTime());
        Assert.Equal("04:00", Assert.Single((await Table(copy).ReadRows(Watch)).Reminders).ReminderName);
        Assert.Equal(2, Count(copy));
    }

    [Fact]
    public async Task Whoever_changes_something_is_answered_while_a_reminder_waits_for_the_tables()
    {
        await using var store = SqliteStore.Open(Path, new ManualTime(), PendingStores.NothingComesIn);
        await Write(store, "R001");
        Task<string?> setting;
        using (LockedTables())
        {
            setting = Table(store).UpsertRow(Entry("03:00"));
            await Write(store, "R002");
            Assert.False(setting.IsCompleted);
        }

        Assert.Equal("0", await setting);
    }

    [Fact]
    public async Task A_reminder_waits_for_a_part_of_what_comes_in_and_not_for_all_of_it()
    {
        const int Rows = 2_000;
        await using var store = SqliteStore.Open(Path, new ManualTime(), PendingStores.NothingComesIn);
        Change("""
            CREATE TABLE Seen (Rows);
            CREATE TRIGGER Look AFTER INSERT ON OrleansRemindersTable BEGIN INSERT INTO Seen SELECT count(*) FROM OrleansStorage; END
            """);
        await Task.WhenAll(Enumerable.Range(0, Rows).Select(row => Write(store, $"R{row:D4}")));
        Task settled, setting;
        using (LockedTables())
        {
            settled = store.Writer.Settled();
            await Task.Delay(TimeSpan.FromMilliseconds(50)); // so that bringing in has begun, and stands before the lock
            setting = Table(store).UpsertRow(Entry("03:00"));
            await store.Writer.Flush();
        }

        await Task.WhenAll(settled, setting);
        Assert.Equal(Rows, Count(store));
        Assert.InRange(int.Parse(Scalar("SELECT Rows FROM Seen"), CultureInfo.InvariantCulture), 0, Rows - 1);
    }

    [Fact]
    public async Task A_reminder_that_the_tables_refuse_fails_alone()
    {
        await using var store = SqliteStore.Open(Path, new ManualTime(), PendingStores.NothingComesIn);
        Change("""
            CREATE TRIGGER Refuse BEFORE INSERT ON OrleansRemindersTable WHEN NEW.ReminderName = 'never'
            BEGIN SELECT RAISE(ABORT, 'there is no such hour'); END
            """);
        var refused = Table(store).UpsertRow(Entry("never"));
        var taken = Table(store).UpsertRow(Entry("03:00"));
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => refused);
        Assert.Contains("there is no such hour", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("0", await taken);
        await Write(store, "R001");
        Assert.Null(store.Writer.Fault);
    }

    [Fact]
    public async Task Reminders_asked_for_before_the_store_is_closed_are_in_it()
    {
        var store = SqliteStore.Open(Path, new ManualTime(), PendingStores.NothingComesIn);
        Task<string?>[] setting;
        Task closing;
        using (LockedTables())
        {
            setting = [.. Enumerable.Range(0, 20).Select(hour => Table(store).UpsertRow(Entry($"{hour:D2}:00")))];
            await store.Writer.Flush();
            closing = Task.Run(async () => await store.DisposeAsync());
            await Task.Delay(TimeSpan.FromMilliseconds(50)); // so that closing stands before the lock too
        }

        await closing;
        Assert.All(setting, reminder => Assert.True(reminder.IsCompletedSuccessfully));
        await using var again = SqliteStore.Open(Path, new ManualTime());
        Assert.Equal(20, (await Table(again).ReadRows(Watch)).Reminders.Count);
        await Assert.ThrowsAsync<IOException>(() => Table(store).UpsertRow(Entry("late")));
    }

    private static SqliteReminderTable Table(SqliteStore store) => new(store);

    private static ReminderEntry Entry(string name) => new()
    {
        GrainId = Watch,
        ReminderName = name,
        StartAt = new DateTime(2026, 11, 24, 3, 0, 0, DateTimeKind.Utc),
        Period = TimeSpan.FromDays(1),
    };

    private static async Task Write(SqliteStore store, string id)
    {
        var payload = new StateJsonSerializer().Serialize(new Note { Id = id, Ward = "W1", Text = "" }).ToArray();
        var key = StoredKey.Of("resident", EntityKeys.Of(EntityKind.Resident, id));
        Assert.True((await store.Writer.WriteRow(key, null, "W1", payload)).Written);
    }

    private static int Count(SqliteStore store) => new SqliteEntityRows(store).ReadAll(default).ToBlockingEnumerable().Count();

    private Transaction LockedTables() => new(Path);

    private void Change(string sql)
    {
        using var connection = Open(Path);
        SqliteDatabase.Execute(connection, sql);
    }

    private string Scalar(string sql)
    {
        using var connection = Open(Path);
        return SqliteDatabase.Scalar(connection, sql);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Keeps everybody else from writing to the tables, as folding or a slow disk does.</summary>
    private sealed class Transaction : IDisposable
    {
        private readonly SqliteConnection _connection;

        public Transaction(string path)
        {
            _connection = Open(path);
            SqliteDatabase.Execute(_connection, "BEGIN IMMEDIATE");
        }

        public void Dispose()
        {
            SqliteDatabase.Execute(_connection, "ROLLBACK");
            _connection.Dispose();
        }
    }
}
