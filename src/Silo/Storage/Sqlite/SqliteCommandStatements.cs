using Microsoft.Data.Sqlite;
using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>The writer's statements over the command log, prepared once.</summary>
internal sealed class SqliteCommandStatements : IDisposable
{
    private readonly SqliteCommand _note;
    private readonly SqliteCommand _keep;
    private readonly SqliteCommand _forget;

    public SqliteCommandStatements(SqliteConnection connection)
    {
        _note = Prepare(
            connection,
            """
            INSERT INTO NetworksCommands (Organisation, CommandId, Digest, NotedAt) VALUES ($organisation, $command, $digest, $at)
            ON CONFLICT (Organisation, CommandId) DO UPDATE SET Digest = excluded.Digest, NotedAt = excluded.NotedAt, Answer = NULL
                WHERE NotedAt < $oldest
            """,
            "$organisation", "$command", "$digest", "$at", "$oldest");
        _keep = Prepare(
            connection,
            """
            UPDATE NetworksCommands SET Answer = $answer
            WHERE Organisation = $organisation AND CommandId = $command AND Answer IS NULL
            """,
            "$organisation", "$command", "$answer");
        _forget = Prepare(connection, "DELETE FROM NetworksCommands WHERE NotedAt < $before", "$before");
    }

    /// <summary>Notes a command unless a note stands that is not too old.</summary>
    public void Note(CommandKey key, string digest, DateTimeOffset at)
    {
        SetKey(_note, key);
        _note.Parameters["$digest"].Value = digest;
        _note.Parameters["$at"].Value = at.ToUnixTimeMilliseconds();
        _note.Parameters["$oldest"].Value = at.AddDays(-StoredAnswer.DaysKept).ToUnixTimeMilliseconds();
        _note.ExecuteNonQuery();
    }

    public int Keep(CommandKey key, string answer)
    {
        SetKey(_keep, key);
        _keep.Parameters["$answer"].Value = answer;
        return _keep.ExecuteNonQuery();
    }

    public int Forget(DateTimeOffset instant)
    {
        _forget.Parameters["$before"].Value = instant.ToUnixTimeMilliseconds();
        return _forget.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _note.Dispose();
        _keep.Dispose();
        _forget.Dispose();
    }

    private static void SetKey(SqliteCommand command, CommandKey key)
    {
        command.Parameters["$organisation"].Value = key.Organisation?.Value ?? "";
        command.Parameters["$command"].Value = key.Command.Value;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        }

        return command;
    }
}
