using Npgsql;

namespace Networks.Silo.Storage.PostgreSql;

/// <summary>Lays our tables and queries in a PostgreSQL database; does nothing that is already done.</summary>
public static class PostgreSqlSchema
{
    /// <summary>Any number will do, if every release uses the same one.</summary>
    private const long SchemaLockId = 0x4E54574B;

    /// <summary>Applies the script as one transaction. Several servers may start at one moment: each waits for the one before it.</summary>
    public static async Task Apply(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(@id)", connection, transaction))
        {
            turn.Parameters.AddWithValue("id", SchemaLockId);
            await turn.ExecuteNonQueryAsync(cancellationToken);
        }

        try
        {
            // The script names parameters of queries it stores; sent as one plain batch, nothing in it is taken for a parameter of its own.
            await using var script = new NpgsqlCommand(ReadScript(), connection, transaction);
            await script.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException duplicates) when (duplicates.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await transaction.RollbackAsync(cancellationToken);
            throw new InvalidDataException(
                $"OrleansStorage of database {connection.Database} holds two rows for one grain, which its stock script allows: " +
                $"{await FindDuplicate(connection, cancellationToken)}. Remove one of them.",
                duplicates);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<string> FindDuplicate(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT GrainTypeString || ' ' || coalesce(GrainIdExtensionString, GrainIdN1::text) FROM OrleansStorage
            GROUP BY GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId HAVING count(*) > 1 LIMIT 1
            """,
            connection);
        return (string?)await command.ExecuteScalarAsync(cancellationToken) ?? "unknown";
    }

    private static string ReadScript()
    {
        using var source = typeof(PostgreSqlSchema).Assembly.GetManifestResourceStream("Networks.Silo.Storage.PostgreSql.schema.sql")!;
        using var text = new StreamReader(source);
        return text.ReadToEnd();
    }
}
