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
    private const string AtRow = "rowid = $row AND GrainIdExtensionString = $key AND GrainTypeString = $name AND ServiceId = $service";
    private const string AtVersion = AtRow + " AND Version = $version";
    private const string BeforeVersion = AtRow + " AND Version < $version";
    private const string Content = "ModifiedOn = $now, PayloadBinary = $payload, Room = NULL";

    private readonly RowSlots _slots;
    private readonly TimeProvider _time;
    private readonly KeyedCommand _find;
    private readonly KeyedCommand _insert;
    private readonly KeyedCommand _update;
    private readonly KeyedCommand _move;
    private readonly KeyedCommand _put;
    private readonly KeyedCommand _putMoved;
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
            VALUES ($keyHash, 0, 0, $nameHash, $name, $key, $service, $version, $now, $ward, $payload, {SqliteDatabase.NewRoom})
            ON CONFLICT DO NOTHING
            """);
        _update = new KeyedCommand(
            connection, $"UPDATE OrleansStorage SET Version = Version + 1, {Content} WHERE {AtVersion} AND Ward IS $ward");
        _move = new KeyedCommand(
            connection, $"UPDATE OrleansStorage SET Version = Version + 1, Ward = $ward, {Content} WHERE {AtVersion}");
        _put = new KeyedCommand(
            connection, $"UPDATE OrleansStorage SET Version = $version, {Content} WHERE {BeforeVersion} AND Ward IS $ward");
        _putMoved = new KeyedCommand(
            connection, $"UPDATE OrleansStorage SET Version = $version, Ward = $ward, {Content} WHERE {BeforeVersion}");
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
    public RowOutcome Insert(in StoredKey key, string? ward, byte[] payload) =>
        Insert(key, 1, ward, payload) ? new RowOutcome(1, true) : new RowOutcome(Find(key).Version, false);

    /// <summary>Replaces a row of exactly <paramref name="version"/>; no payload makes it a tombstone whose version rises on.</summary>
    public RowOutcome Update(in StoredKey key, int version, string? ward, byte[]? payload)
    {
        Prepare(key, ward, payload, _update, _move);
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

    /// <summary>Has a row stand at a version, from an earlier one or from none; a row of that version or later stays.</summary>
    public void Put(in StoredKey key, int version, string? ward, byte[]? payload)
    {
        Prepare(key, ward, payload, _put, _putMoved);
        if (_slots.Guess(key) is var guess and not 0 && PutAt(guess, version))
        {
            return;
        }

        var found = Find(key);
        if (found.Version is null)
        {
            Insert(key, version, ward, payload);
        }
        else if (PutAt(found.Row, version))
        {
            _slots.Remember(key, found.Row);
        }
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
        _put.Dispose();
        _putMoved.Dispose();
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

    private bool Insert(in StoredKey key, int version, string? ward, byte[]? payload)
    {
        Prepare(key, ward, payload, _insert);
        _insert.SetRow(0, version);
        if (_insert.Statement.Execute() == 0)
        {
            return false;
        }

        _slots.Remember(key, _insert.Statement.LastRow);
        _versions.Add((_insert.Statement.LastRow, version));
        return true;
    }

    private void Prepare(in StoredKey key, string? ward, byte[]? payload, params ReadOnlySpan<KeyedCommand> commands)
    {
        var now = Now();
        foreach (var command in commands)
        {
            command.SetKey(key);
            command.SetContent(now, ward, payload);
        }
    }

    // Whoever stays in her ward leaves the index of wards as it is.
    private bool UpdateAt(long row, int version) => ChangeAt(_update, _move, row, version, version + 1);

    private bool PutAt(long row, int version) => ChangeAt(_put, _putMoved, row, version, version);

    private bool ChangeAt(KeyedCommand staying, KeyedCommand moving, long row, int version, int next)
    {
        if (!ChangeAt(staying, row, version) && !ChangeAt(moving, row, version))
        {
            return false;
        }

        _versions.Add((row, next));
        return true;
    }

    private static bool ChangeAt(KeyedCommand command, long row, int version)
    {
        command.SetRow(row, version);
        return command.Statement.Execute() == 1;
    }

    private string Now() => _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
