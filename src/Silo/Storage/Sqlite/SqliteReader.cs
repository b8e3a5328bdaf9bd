using Microsoft.Data.Sqlite;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.Wards;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>One reading connection with its prepared statements. Lent by <see cref="SqliteReaders"/> to one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly KeyedCommand _one;
    private readonly KeyedCommand _at;
    private readonly SqliteCommand _note;

    public SqliteReader(string path)
    {
        _connection = SqliteDatabase.OpenForReading(path);
        _one = new KeyedCommand(_connection, $"SELECT rowid, Version, PayloadBinary FROM OrleansStorage WHERE {KeyedCommand.ByIndex}");
        _at = new KeyedCommand(
            _connection, "SELECT GrainTypeString, GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage WHERE rowid = $row");
        _note = _connection.CreateCommand();
        _note.CommandText =
            "SELECT Digest, NotedAt, Answer FROM NetworksCommands WHERE Organisation = $organisation AND CommandId = $command";
        _note.Parameters.Add("$organisation", SqliteType.Text);
        _note.Parameters.Add("$command", SqliteType.Text);
    }

    /// <summary>The connection, for statements that are not worth preparing.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>From here to <see cref="EndMoment"/> everything is read as the store is now, whatever is committed meanwhile.</summary>
    public void BeginMoment() => SqliteDatabase.Execute(_connection, "BEGIN");

    /// <summary>Lets go of the moment, if one was begun; while it is held the store's log cannot be folded.</summary>
    public void EndMoment()
    {
        if (SqliteDatabase.IsInTransaction(_connection))
        {
            SqliteDatabase.Execute(_connection, "ROLLBACK");
        }
    }

    /// <summary>The row of a key: its version and payload (none after a clear); null if there is none.</summary>
    public (long Row, int Version, byte[]? Payload)? ReadOne(in StoredKey key)
    {
        _one.SetKey(key);
        using var row = _one.Read();
        return row.Read() ? (row.GetInt64(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)) : null;
    }

    /// <summary>The note of a command; null if there is none.</summary>
    public StoredNote? FindNote(CommandKey key)
    {
        _note.Parameters[0].Value = key.Organisation?.Value ?? "";
        _note.Parameters[1].Value = key.Command.Value;
        using var row = _note.ExecuteReader();
        return row.Read() ? new StoredNote(row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2)) : null;
    }

    /// <summary>The entity that stands at a row id.</summary>
    public EntityRow ReadAt(long rowId)
    {
        _at.SetRow(rowId);
        using var row = _at.Read();
        return row.Read()
            ? EntityOf(row)
            : throw new InvalidDataException($"Row {rowId} is in the index of the store but not in its table.");
    }

    /// <summary>The entity in a row of (state name, grain key, version, payload).</summary>
    public static EntityRow EntityOf(SqliteDataReader row) =>
        new(EntityNames.Required(row.GetString(0)), EntityKeys.Reference(row.GetString(1)), row.GetInt32(2), row.GetFieldValue<byte[]>(3));

    public void Dispose()
    {
        _one.Dispose();
        _at.Dispose();
        _note.Dispose();
        _connection.Dispose();
    }
}
