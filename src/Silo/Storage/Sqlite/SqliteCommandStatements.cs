using Microsoft.Data.Sqlite;
using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>The writer's statements over the command log, prepared once.</summary>
internal sealed class SqliteCommandStatements : IDisposable
{
    private readonly SqliteCommand _note;
    private readonly SqliteCommand _find;
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
        _find = Prepare(
            connection,
            "SELECT Digest, Answer FROM NetworksCommands WHERE Organisation = $organisation AND CommandId = $command",
            "$organisation", "$command");
        _keep = Prepare(
            connection,
            """
            UPDATE NetworksCommands SET Answer = $answer
            WHERE Organisation = $organisation AND CommandId = $command AND Answer IS NULL
            """,
            "$organisation", "$command", "$answer");
        _forget = Prepare(connection, "DELETE FROM NetworksCommands WHERE NotedAt < $before", "$before");
    }

    public NotedCommand Note(CommandKey key, string digest, DateTimeOffset at)
    {
        SetKey(_note, key);
        _note.Parameters["$digest"].Value = digest;
        _note.Parameters["$at"].Value = at.ToUnixTimeMilliseconds();
        _note.Parameters["$oldest"].Value = at.AddDays(-StoredAnswer.DaysKept).ToUnixTimeMilliseconds();
        return _note.ExecuteNonQuery() == 1 ? new NotedCommand(digest, null, true) : Find(key);
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
        _find.Dispose();
        _keep.Dispose();
        _forget.Dispose();
    }

    private NotedCommand Find(CommandKey key)
    {
        SetKey(_find, key);
        using var row = _find.ExecuteReader();
        return row.Read()
            ? new NotedCommand(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), false)
            : throw new InvalidDataException($"Command '{key.Command}' was neither noted nor found.");
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
