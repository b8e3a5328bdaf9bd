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
    private readonly SqliteStatement _note;

    public SqliteReader(string path)
    {
        _connection = SqliteDatabase.OpenForReading(path);
        _one = new KeyedCommand(_connection, $"SELECT rowid, Version, PayloadBinary FROM OrleansStorage WHERE {KeyedCommand.ByIndex}");
        _at = new KeyedCommand(
            _connection, "SELECT GrainTypeString, GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage WHERE rowid = $row");
        _note = new SqliteStatement(
            _connection, "SELECT Digest, NotedAt, Answer FROM NetworksCommands WHERE Organisation = ?1 AND CommandId = ?2");
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
        var row = _one.Statement;
        try
        {
            return row.Read() ? (row.Whole(0), (int)row.Whole(1), row.Bytes(2)) : null;
        }
        finally
        {
            row.End();
        }
    }

    /// <summary>The note of a command; null if there is none.</summary>
    public StoredNote? FindNote(CommandKey key)
    {
        _note.Set(1, key.Organisation?.Value ?? "");
        _note.Set(2, key.Command.Value);
        try
        {
            return _note.Read() ? new StoredNote(_note.Text(0)!, _note.Whole(1), _note.Text(2)) : null;
        }
        finally
        {
            _note.End();
        }
    }

    /// <summary>The entity that stands at a row id.</summary>
    public EntityRow ReadAt(long rowId)
    {
        _at.SetRow(rowId);
        var row = _at.Statement;
        try
        {
            return row.Read()
                ? new EntityRow(
                    EntityNames.Required(row.Text(0)!), EntityKeys.Reference(row.Text(1)!), (int)row.Whole(2), row.Bytes(3)!)
                : throw new InvalidDataException($"Row {rowId} is in the index of the store but not in its table.");
        }
        finally
        {
            row.End();
        }
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
