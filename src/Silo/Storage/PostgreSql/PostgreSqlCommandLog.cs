using Networks.Grains.Commands;
using Npgsql;
using NpgsqlTypes;

namespace Networks.Silo.Storage.PostgreSql;

/// <summary>The command log of a PostgreSQL store.</summary>
internal sealed class PostgreSqlCommandLog(NpgsqlDataSource database) : ICommandLog
{
    public async Task<NotedCommand> Note(CommandKey key, string digest, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using (var note = Command(
            """
            INSERT INTO NetworksCommands AS known (Organisation, CommandId, Digest, NotedAt) VALUES ($1, $2, $3, $4)
            ON CONFLICT (Organisation, CommandId) DO UPDATE SET Digest = excluded.Digest, NotedAt = excluded.NotedAt, Answer = NULL
                WHERE known.NotedAt < $5
            """,
            key))
        {
            note.Parameters.AddWithValue(digest);
            note.Parameters.AddWithValue(at.ToUnixTimeMilliseconds());
            note.Parameters.AddWithValue(at.AddDays(-StoredAnswer.DaysKept).ToUnixTimeMilliseconds());
            if (await note.ExecuteNonQueryAsync(cancellationToken) == 1)
            {
                return new NotedCommand(digest, null, true);
            }
        }

        await using var find = Command("SELECT Digest, Answer FROM NetworksCommands WHERE Organisation = $1 AND CommandId = $2", key);
        await using var row = await find.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new NotedCommand(row.GetString(0), await row.IsDBNullAsync(1, cancellationToken) ? null : row.GetString(1), false)
            : throw new InvalidDataException($"Command '{key.Command}' was neither noted nor found.");
    }

    /// <summary>A note is on the disk before anybody hears of it here: the row that follows may be another server's.</summary>
    public Task Settle(CommandKey key, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task Keep(CommandKey key, string answer, CancellationToken cancellationToken)
    {
        await using var keep = Command(
            "UPDATE NetworksCommands SET Answer = $3 WHERE Organisation = $1 AND CommandId = $2 AND Answer IS NULL", key);
        keep.Parameters.AddWithValue(NpgsqlDbType.Text, answer);
        await keep.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<int> Forget(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        await using var forget = database.CreateCommand("DELETE FROM NetworksCommands WHERE NotedAt < $1");
        forget.Parameters.AddWithValue(instant.ToUnixTimeMilliseconds());
        return await forget.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, CommandKey key)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(key.Organisation?.Value ?? "");
        command.Parameters.AddWithValue(key.Command.Value);
        return command;
    }
}
