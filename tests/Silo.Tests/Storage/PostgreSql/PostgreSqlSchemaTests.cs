using Networks.Silo.Storage.PostgreSql;
using Networks.Testing;
using Npgsql;

namespace Networks.Silo.Tests.Storage.PostgreSql;

[NeedsPostgreSql]
public sealed class PostgreSqlSchemaTests
{
    /// <summary>How Orleans' own script for PostgreSQL lays the table: its columns and its one, not unique, index.</summary>
    private const string StockTable = """
        CREATE TABLE OrleansStorage (GrainIdHash integer NOT NULL, GrainIdN0 bigint NOT NULL, GrainIdN1 bigint NOT NULL,
            GrainTypeHash integer NOT NULL, GrainTypeString varchar(512) NOT NULL, GrainIdExtensionString varchar(512),
            ServiceId varchar(150) NOT NULL, PayloadBinary bytea, ModifiedOn timestamp without time zone NOT NULL, Version integer);
        CREATE INDEX IX_OrleansStorage ON OrleansStorage (GrainIdHash, GrainTypeHash);
        """;

    /// <summary>A first write as that script makes it: an insert that looks whether there is a row, without a lock.</summary>
    private const string StockFirstWrite = """
        INSERT INTO OrleansStorage SELECT 1, 0, 0, 2, 'resident', 'r:R1', 'networks', 'x', now(), 1
        WHERE NOT EXISTS (SELECT 1 FROM OrleansStorage WHERE GrainIdHash = 1 AND GrainIdExtensionString = 'r:R1')
        """;

    [StoreFact]
    public async Task The_schema_can_be_applied_again_and_by_many_at_once()
    {
        await using var database = NpgsqlDataSource.Create(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostgreSqlSchema.Apply(database, default)));
        await PostgreSqlSchema.Apply(database, default);
        Assert.Equal(19L, await Scalar(database, "SELECT count(*) FROM OrleansQuery"));
    }

    [StoreFact]
    public async Task The_stock_table_keeps_two_rows_of_two_first_writes_and_ours_refuses_the_second()
    {
        await using var stock = NpgsqlDataSource.Create(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        await Execute(stock, StockTable);
        Assert.Null(await WriteFirstTwice(stock));
        Assert.Equal(2L, await Scalar(stock, "SELECT count(*) FROM OrleansStorage"));

        await using var ours = NpgsqlDataSource.Create(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        await PostgreSqlSchema.Apply(ours, default);
        Assert.Equal("23505", await WriteFirstTwice(ours));
        Assert.Equal(1L, await Scalar(ours, "SELECT count(*) FROM OrleansStorage"));
    }

    [StoreFact]
    public async Task A_stock_table_that_already_holds_a_grain_twice_is_refused_with_the_grain_named()
    {
        await using var database = NpgsqlDataSource.Create(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        await Execute(database, StockTable);
        await WriteFirstTwice(database);
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => PostgreSqlSchema.Apply(database, default));
        Assert.Contains("two rows for one grain", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("r:R1", refusal.Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_stock_table_in_order_is_taken_over_with_its_rows()
    {
        await using var database = NpgsqlDataSource.Create(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        await Execute(database, StockTable);
        await Execute(database, StockFirstWrite.Replace("'x'", """'{"schema":1,"id":"R1","ward":"E1"}'""", StringComparison.Ordinal));
        await PostgreSqlSchema.Apply(database, default);
        Assert.Equal("E1", await Scalar(database, "SELECT Ward FROM OrleansStorage"));
    }

    /// <summary>Two transactions that each look before either has committed; the SQLSTATE of the second, null if it succeeds.</summary>
    private static async Task<string?> WriteFirstTwice(NpgsqlDataSource database)
    {
        await using var one = await database.OpenConnectionAsync();
        await using var other = await database.OpenConnectionAsync();
        await using var first = await one.BeginTransactionAsync();
        await using var firstWrite = new NpgsqlCommand(ValidJson(StockFirstWrite), one, first);
        await firstWrite.ExecuteNonQueryAsync();
        await using var secondWrite = new NpgsqlCommand(ValidJson(StockFirstWrite), other);
        var second = secondWrite.ExecuteNonQueryAsync();
        await Task.WhenAny(second, WaitUntilBlockedOrDone(database, second));
        await first.CommitAsync();
        try
        {
            await second;
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private static string ValidJson(string sql) => sql.Replace("'x'", "'{}'", StringComparison.Ordinal);

    private static async Task WaitUntilBlockedOrDone(NpgsqlDataSource database, Task write)
    {
        while (!write.IsCompleted && (long)(await Scalar(database, "SELECT count(*) FROM pg_locks WHERE NOT granted"))! == 0)
        {
            await Task.Yield();
        }
    }

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> Scalar(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
