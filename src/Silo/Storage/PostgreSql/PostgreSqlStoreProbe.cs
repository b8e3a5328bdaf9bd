using Npgsql;

namespace Networks.Silo.Storage.PostgreSql;

/// <summary>Lays the tables when the host starts, and asks the database for an answer.</summary>
internal sealed class PostgreSqlStoreProbe(NpgsqlDataSource database) : IStoreProbe
{
    public Task Open(CancellationToken cancellationToken) => PostgreSqlSchema.Apply(database, cancellationToken);

    public async Task Probe(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT 1");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
