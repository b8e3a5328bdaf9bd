using System.Globalization;
using Microsoft.Data.Sqlite;
using Orleans;
using Orleans.Runtime;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>What became of a row: its new version, or the version that stood in the way.</summary>
/// <param name="Version">The row's version now; null if there is no row.</param>
/// <param name="Written">False if another version stood there, and nothing was changed.</param>
internal readonly record struct RowOutcome(int? Version, bool Written);

/// <summary>The statements of the one writer, prepared once. Used by the writer's thread alone.</summary>
internal sealed class SqliteWriteStatements : IDisposable
{
    private const string AtVersion =
        "rowid = $row AND Version = $version AND GrainIdExtensionString = $key AND GrainTypeString = $name AND ServiceId = $service";

    private readonly RowSlots _slots;
    private readonly TimeProvider _time;
    private readonly KeyedCommand _find;
    private readonly KeyedCommand _insert;
    private readonly KeyedCommand _update;
    private readonly KeyedCommand _move;
    private readonly List<(long Row, int Version)> _versions = [];
    private readonly SqliteReminderStatements _reminders;

    public SqliteWriteStatements(SqliteConnection connection, RowSlots slots, TimeProvider time)
    {
        Connection = connection;
        _slots = slots;
        _time = time;
        _find = new KeyedCommand(connection, $"SELECT rowid, Version FROM OrleansStorage WHERE {KeyedCommand.ByIndex}");
        _insert = new KeyedCommand(connection, $"""
            INSERT INTO OrleansStorage
                (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId,
                 Version, ModifiedOn, Ward, PayloadBinary, Room)
            VALUES ($keyHash, 0, 0, $nameHash, $name, $key, $service, 1, $now, $ward, $payload, {SqliteDatabase.NewRoom})
            ON CONFLICT DO NOTHING
            """);
        _update = new KeyedCommand(connection, $"""
            UPDATE OrleansStorage SET Version = Version + 1, ModifiedOn = $now, PayloadBinary = $payload, Room = NULL
            WHERE {AtVersion} AND Ward IS $ward
            """);
        _move = new KeyedCommand(connection, $"""
            UPDATE OrleansStorage SET Version = Version + 1, ModifiedOn = $now, Ward = $ward, PayloadBinary = $payload, Room = NULL
            WHERE {AtVersion}
            """);
        _reminders = new SqliteReminderStatements(connection);
        Commands = new SqliteCommandStatements(connection);
    }

    /// <summary>The statements over the command log.</summary>
    public SqliteCommandStatements Commands { get; }

    /// <summary>The rows written since this was last cleared, each with its new version.</summary>
    public List<(long Row, int Version)> Versions => _versions;

    /// <summary>The connection the statements run on.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Inserts a row at version 1, unless it has one already.</summary>
    public RowOutcome Insert(in StoredKey key, string? ward, byte[] payload)
    {
        _insert.SetKey(key);
        _insert.SetContent(Now(), ward, payload);
        if (_insert.Statement.Execute() == 0)
        {
            return new RowOutcome(Find(key).Version, false);
        }

        _slots.Remember(key, _insert.Statement.LastRow);
        _versions.Add((_insert.Statement.LastRow, 1));
        return new RowOutcome(1, true);
    }

    /// <summary>Replaces a row of exactly <paramref name="version"/>; no payload makes it a tombstone whose version rises on.</summary>
    public RowOutcome Update(in StoredKey key, int version, string? ward, byte[]? payload)
    {
        var now = Now();
        foreach (var command in (ReadOnlySpan<KeyedCommand>)[_update, _move])
        {
            command.SetKey(key);
            command.SetContent(now, ward, payload);
        }

        if (_slots.Guess(key) is var guess and not 0 && UpdateAt(guess, version))
        {
            return new RowOutcome(version + 1, true);
        }

        var found = Find(key);
        if (found.Version != version || !UpdateAt(found.Row, version))
        {
            return new RowOutcome(found.Version, false);
        }

        _slots.Remember(key, found.Row);
        return new RowOutcome(version + 1, true);
    }

    /// <summary>Sets a reminder and gives its new version.</summary>
    public int UpsertReminder(ReminderEntry entry) => _reminders.Upsert(entry);

    /// <summary>Removes a reminder of exactly this version; false if it is not there.</summary>
    public bool RemoveReminder(GrainId grain, string name, int version) => _reminders.Remove(grain, name, version);

    /// <summary>Removes every reminder.</summary>
    public bool ClearReminders() => _reminders.Clear();

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _move.Dispose();
        _reminders.Dispose();
        Commands.Dispose();
    }

    private (long Row, int? Version) Find(in StoredKey key)
    {
        _find.SetKey(key);
        var row = _find.Statement;
        try
        {
            return row.Read() ? (row.Whole(0), (int)row.Whole(1)) : (0, null);
        }
        finally
        {
            row.End();
        }
    }

    // Whoever stays in her ward leaves the index of wards as it is.
    private bool UpdateAt(long row, int version)
    {
        if (!UpdateAt(_update, row, version) && !UpdateAt(_move, row, version))
        {
            return false;
        }

        _versions.Add((row, version + 1));
        return true;
    }

    private static bool UpdateAt(KeyedCommand command, long row, int version)
    {
        command.SetRow(row, version);
        return command.Statement.Execute() == 1;
    }

    private string Now() => _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
