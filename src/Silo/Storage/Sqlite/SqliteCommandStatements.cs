using Microsoft.Data.Sqlite;
using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>The writer's statements over the command log, prepared once.</summary>
internal sealed class SqliteCommandStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _note = new(
        connection, "INSERT OR IGNORE INTO NetworksNotes (Note, Organisation, CommandId, Digest, NotedAt) VALUES (?5, ?1, ?2, ?3, ?4)");

    private readonly SqliteStatement _keep = new(
        connection,
        """
        UPDATE NetworksNotes SET Answer = ?3
        WHERE Note = ?4 AND Organisation = ?1 AND CommandId = ?2 AND Answer IS NULL
        """);

    private readonly SqliteStatement _forget = new(connection, "DELETE FROM NetworksNotes WHERE NotedAt < ?1");

    /// <summary>Notes a command in a row, unless it stands there.</summary>
    public void Note(long row, CommandKey key, string digest, DateTimeOffset at)
    {
        SetKey(_note, key);
        _note.Set(3, digest);
        _note.Set(4, at.ToUnixTimeMilliseconds());
        _note.Set(5, row);
        _note.Execute();
    }

    /// <summary>Keeps an answer in a row if it is the key's note and has none; answers how many rows that were.</summary>
    public int Keep(long row, CommandKey key, string answer)
    {
        SetKey(_keep, key);
        _keep.Set(3, answer);
        _keep.Set(4, row);
        return _keep.Execute();
    }

    public int Forget(DateTimeOffset instant)
    {
        _forget.Set(1, instant.ToUnixTimeMilliseconds());
        return _forget.Execute();
    }

    public void Dispose()
    {
        _note.Dispose();
        _keep.Dispose();
        _forget.Dispose();
    }

    private static void SetKey(SqliteStatement statement, CommandKey key)
    {
        statement.Set(1, key.Organisation?.Value ?? "");
        statement.Set(2, key.Command.Value);
    }
}
