using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Orleans.Runtime;

namespace Networks.Silo.Storage.PostgreSql;

/// <summary>Everything a PostgreSQL store keeps. It is read from one moment and replaced in one transaction.</summary>
internal sealed class PostgreSqlContents(NpgsqlDataSource database, TimeProvider time) : IStoreContents
{
    public async Task<long> CountStates(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM OrleansStorage WHERE ServiceId = $1");
        command.Parameters.AddWithValue(NetworksStoreOptions.ServiceId);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async IAsyncEnumerable<StoredItem> Read(
        IReadOnlyCollection<string>? stateNames, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var parts = stateNames is null ? Parts : Parts.Take(1);
        foreach (var (sql, map) in parts)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddWithValue(NetworksStoreOptions.ServiceId);
            command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Text, (object?)stateNames?.ToArray() ?? DBNull.Value);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                yield return map(rows);
            }
        }
    }

    public async Task<long> Replace(IEnumerable<StoredItem> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var clear = new NpgsqlCommand(
            """
            LOCK TABLE OrleansStorage, OrleansRemindersTable, NetworksCommands IN ACCESS EXCLUSIVE MODE;
            DELETE FROM OrleansStorage; DELETE FROM OrleansRemindersTable; DELETE FROM NetworksCommands
            """,
            connection))
        {
            await clear.ExecuteNonQueryAsync(cancellationToken);
        }

        var count = 0L;
        using (var next = items.GetEnumerator())
        {
            var isAny = next.MoveNext();
            while (isAny)
            {
                (isAny, var copied) = await CopyLike(connection, next, cancellationToken);
                count += copied;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    private static IEnumerable<(string Sql, Func<NpgsqlDataReader, StoredItem> Map)> Parts =>
    [
        ("""
            SELECT GrainTypeString, GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage
            WHERE ServiceId = $1 AND ($2 IS NULL OR GrainTypeString = ANY ($2))
            ORDER BY GrainTypeString COLLATE "C", GrainIdExtensionString COLLATE "C"
            """,
            static row => new StoredState(row.GetString(0), row.GetString(1), row.GetInt32(2), JsonOf(row))),
        ("""
            SELECT Organisation, CommandId, Digest, NotedAt, Answer FROM NetworksCommands
            WHERE $1 IS NOT NULL AND $2 IS NULL ORDER BY Organisation, CommandId
            """,
            static row => new StoredCommand(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetString(4))),
        ("""
            SELECT GrainId, ReminderName, StartTime, Period FROM OrleansRemindersTable
            WHERE ServiceId = $1 AND $2 IS NULL ORDER BY GrainId COLLATE "C", ReminderName COLLATE "C"
            """,
            static row => new StoredReminder(
                row.GetString(0), row.GetString(1), row.GetDateTime(2).ToUniversalTime(), row.GetInt64(3))),
    ];

    private static byte[]? JsonOf(NpgsqlDataReader row) => row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3);

    /// <summary>Copies this item and those of its kind that follow; answers whether another kind comes after them.</summary>
    private Task<(bool IsAny, long Count)> CopyLike(
        NpgsqlConnection connection, IEnumerator<StoredItem> items, CancellationToken cancellationToken) => items.Current switch
        {
            StoredState => Copy<StoredState>(
                connection,
                """
                OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId,
                    PayloadBinary, ModifiedOn, Version)
                """,
                items,
                Write,
                cancellationToken),
            StoredCommand => Copy<StoredCommand>(
                connection, "NetworksCommands (Organisation, CommandId, Digest, NotedAt, Answer)", items, Write, cancellationToken),
            _ => Copy<StoredReminder>(
                connection,
                "OrleansRemindersTable (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)",
                items,
                Write,
                cancellationToken),
        };

    private static async Task<(bool IsAny, long Count)> Copy<T>(
        NpgsqlConnection connection,
        string into,
        IEnumerator<StoredItem> items,
        Func<NpgsqlBinaryImporter, T, CancellationToken, Task> write,
        CancellationToken cancellationToken)
        where T : StoredItem
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {into} FROM STDIN (FORMAT binary)", cancellationToken);
        var (isAny, count) = (true, 0L);
        while (isAny && items.Current is T item)
        {
            await copy.StartRowAsync(cancellationToken);
            await write(copy, item, cancellationToken);
            (isAny, count) = (items.MoveNext(), count + 1);
        }

        await copy.CompleteAsync(cancellationToken);
        return (isAny, count);
    }

    private async Task Write(NpgsqlBinaryImporter copy, StoredState state, CancellationToken cancellationToken)
    {
        var key = StoredKey.Of(state.Name, state.Key);
        var now = DateTime.SpecifyKind(time.GetUtcNow().UtcDateTime, DateTimeKind.Unspecified);
        await copy.WriteAsync(key.KeyHash, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(0L, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(0L, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(key.NameHash, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(state.Name, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(state.Key, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(NetworksStoreOptions.ServiceId, NpgsqlDbType.Varchar, cancellationToken);
        await (state.Json is { } json
            ? copy.WriteAsync(json, NpgsqlDbType.Bytea, cancellationToken)
            : copy.WriteNullAsync(cancellationToken));
        await copy.WriteAsync(now, NpgsqlDbType.Timestamp, cancellationToken);
        await copy.WriteAsync(state.Version, NpgsqlDbType.Integer, cancellationToken);
    }

    private static async Task Write(NpgsqlBinaryImporter copy, StoredCommand command, CancellationToken cancellationToken)
    {
        await copy.WriteAsync(command.Organisation, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(command.Command, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(command.Digest, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(command.NotedAt, NpgsqlDbType.Bigint, cancellationToken);
        await (command.Answer is { } answer
            ? copy.WriteAsync(answer, NpgsqlDbType.Text, cancellationToken)
            : copy.WriteNullAsync(cancellationToken));
    }

    private static async Task Write(NpgsqlBinaryImporter copy, StoredReminder reminder, CancellationToken cancellationToken)
    {
        var hash = unchecked((int)GrainId.Parse(reminder.Grain).GetUniformHashCode());
        await copy.WriteAsync(NetworksStoreOptions.ServiceId, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(reminder.Grain, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(reminder.Name, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(DateTime.SpecifyKind(reminder.StartAt, DateTimeKind.Utc), NpgsqlDbType.TimestampTz, cancellationToken);
        await copy.WriteAsync(reminder.Period, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(hash, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(0, NpgsqlDbType.Integer, cancellationToken);
    }
}
