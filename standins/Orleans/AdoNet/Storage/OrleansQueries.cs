using System.Data.Common;
using Npgsql;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>The database and the statements its OrleansQuery table holds; Orleans itself has only the one that reads them.</summary>
internal sealed class OrleansQueries(NpgsqlDataSource source, IReadOnlyDictionary<string, string> texts)
{
    private const string PostgreSqlInvariant = "Npgsql";

    public NpgsqlCommand Command(string queryKey) => source.CreateCommand(
        texts.TryGetValue(queryKey, out var text) ? text : throw new ArgumentException(
            $"Table OrleansQuery has no row '{queryKey}'. Run the scripts for PostgreSQL that create Orleans' tables and queries."));

    public static async Task<OrleansQueries> LoadAsync(
        string invariant, string? connectionString, DbDataSource? dataSource, string forWhat, CancellationToken cancellation)
    {
        var source = SourceOf(invariant, connectionString, dataSource, forWhat);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = source.CreateCommand("SELECT QueryKey, QueryText FROM OrleansQuery");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            texts[rows.GetString(0)] = rows.GetString(1);
        }

        return new OrleansQueries(source, texts);
    }

    private static NpgsqlDataSource SourceOf(string? invariant, string? connectionString, DbDataSource? dataSource, string forWhat)
    {
        if (invariant != PostgreSqlInvariant)
        {
            throw new OrleansConfigurationException(
                $"{forWhat}: Invariant is \"{invariant}\"; the Orleans stand-in knows PostgreSQL only, "
                + $"so it must be \"{PostgreSqlInvariant}\".");
        }

        if (string.IsNullOrWhiteSpace(connectionString) == (dataSource is null))
        {
            throw new OrleansConfigurationException($"{forWhat}: configure exactly one of ConnectionString and DataSource.");
        }

        return dataSource switch
        {
            null => NpgsqlDataSource.Create(connectionString!),
            NpgsqlDataSource source => source,
            _ => throw new OrleansConfigurationException(
                $"{forWhat}: DataSource is a {dataSource.GetType()}; it must be an NpgsqlDataSource."),
        };
    }
}
