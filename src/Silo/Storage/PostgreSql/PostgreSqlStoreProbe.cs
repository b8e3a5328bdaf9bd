using Npgsql;

namespace Networks.Silo.Storage.PostgreSql;

/// <summary>Takes the data directory, if there is one, lays the tables when the host starts, and asks the database for an answer.</summary>
internal sealed class PostgreSqlStoreProbe(NpgsqlDataSource database, Func<StoreLock?> own) : IStoreProbe
{
    public Task Open(CancellationToken cancellationToken)
    {
        own();
        return PostgreSqlSchema.Apply(database, cancellationToken);
    }

    public async Task Probe(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT 1");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
