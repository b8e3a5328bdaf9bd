using Microsoft.Data.Sqlite;
using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>The writer's statements over the command log, prepared once.</summary>
internal sealed class SqliteCommandStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _note = new(
        connection,
        """
        INSERT INTO NetworksCommands (Organisation, CommandId, Digest, NotedAt) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (Organisation, CommandId) DO UPDATE SET Digest = excluded.Digest, NotedAt = excluded.NotedAt, Answer = NULL
            WHERE NotedAt < ?5
        """);

    private readonly SqliteStatement _keep = new(
        connection,
        """
        UPDATE NetworksCommands SET Answer = ?3
        WHERE Organisation = ?1 AND CommandId = ?2 AND Answer IS NULL
        """);

    private readonly SqliteStatement _forget = new(connection, "DELETE FROM NetworksCommands WHERE NotedAt < ?1");

    /// <summary>Notes a command unless a note stands that is not too old.</summary>
    public void Note(CommandKey key, string digest, DateTimeOffset at)
    {
        SetKey(_note, key);
        _note.Set(3, digest);
        _note.Set(4, at.ToUnixTimeMilliseconds());
        _note.Set(5, at.AddDays(-StoredAnswer.DaysKept).ToUnixTimeMilliseconds());
        _note.Execute();
    }

    public int Keep(CommandKey key, string answer)
    {
        SetKey(_keep, key);
        _keep.Set(3, answer);
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
