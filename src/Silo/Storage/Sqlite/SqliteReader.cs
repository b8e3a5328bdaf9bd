using System.Globalization;
using Microsoft.Data.Sqlite;
using Networks.Grains;
using Networks.Grains.Wards;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>One reading connection with its prepared statements. Lent by <see cref="SqliteReaders"/> to one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly KeyedCommand _one;
    private readonly KeyedCommand _guessed;
    private readonly KeyedCommand _at;
    private readonly SqliteStatement _note;
    private readonly SqliteStatement _version;

    public SqliteReader(string path)
    {
        _connection = SqliteDatabase.OpenForReading(path);
        _one = new KeyedCommand(_connection, $"SELECT rowid, Version, PayloadBinary FROM OrleansStorage WHERE {KeyedCommand.ByIndex}");
        _guessed = new KeyedCommand(_connection, $"""
            SELECT rowid, Version, PayloadBinary FROM OrleansStorage
            WHERE rowid = $row AND GrainIdExtensionString = $key AND GrainTypeString = $name AND ServiceId = $service
            """);
        _at = new KeyedCommand(
            _connection, "SELECT GrainTypeString, GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage WHERE rowid = $row");
        _note = new SqliteStatement(
            _connection, "SELECT Organisation, CommandId, Digest, NotedAt, Answer FROM NetworksNotes WHERE Note = ?1");
        _version = new SqliteStatement(_connection, "SELECT Version FROM OrleansStorage WHERE rowid = ?1");
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

    /// <summary>
    /// The row of a key: its version and payload (none after a clear); null if there is none. A right <paramref name="guess"/> of its row
    /// (0 = none) spares the search of the index.
    /// </summary>
    public (long Row, int Version, byte[]? Payload)? ReadOne(in StoredKey key, long guess = 0) =>
        Read(key, guess, static row => ((long, int, byte[]?)?)(row.Whole(0), (int)row.Whole(1), row.Bytes(2)));

    /// <summary>The version of a key's row; null if there is none. The guess as in <see cref="ReadOne"/>.</summary>
    public int? VersionOf(in StoredKey key, long guess) => Read(key, guess, static row => (int?)row.Whole(1));

    /// <summary>The last row of notes; 0 without any.</summary>
    public long LastNote() =>
        long.Parse(SqliteDatabase.Scalar(_connection, "SELECT coalesce(max(Note), 0) FROM NetworksNotes"), CultureInfo.InvariantCulture);

    /// <summary>The note that stands in a row; null if none does.</summary>
    public StoredNote? NoteAt(long row)
    {
        _note.Set(1, row);
        try
        {
            return _note.Read()
                ? new StoredNote(_note.Text(0)!, _note.Text(1)!, _note.Text(2)!, _note.Whole(3), _note.Text(4))
                : null;
        }
        finally
        {
            _note.End();
        }
    }

    /// <summary>The version of the entity that stands at a row id.</summary>
    public int VersionAt(long row)
    {
        _version.Set(1, row);
        try
        {
            return _version.Read()
                ? (int)_version.Whole(0)
                : throw new InvalidDataException($"Row {row} is in the index of the store but not in its table.");
        }
        finally
        {
            _version.End();
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

    public void Dispose()
    {
        _one.Dispose();
        _guessed.Dispose();
        _at.Dispose();
        _note.Dispose();
        _version.Dispose();
        _connection.Dispose();
    }

    private T? Read<T>(in StoredKey key, long guess, Func<SqliteStatement, T?> map)
    {
        if (guess != 0)
        {
            _guessed.SetRow(guess);
            if (Read(_guessed, key, map) is { } found)
            {
                return found;
            }
        }

        return Read(_one, key, map);
    }

    private static T? Read<T>(KeyedCommand command, in StoredKey key, Func<SqliteStatement, T?> map)
    {
        command.SetKey(key);
        var row = command.Statement;
        try
        {
            return row.Read() ? map(row) : default;
        }
        finally
        {
            row.End();
        }
    }
}
