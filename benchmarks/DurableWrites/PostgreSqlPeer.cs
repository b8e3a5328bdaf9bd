using Npgsql;
using NpgsqlTypes;

namespace Networks.Benchmarks.DurableWrites;

/// <summary>Plain PostgreSQL with fsync on: one prepared update of one row a commit, one connection a writer.</summary>
internal sealed class PostgreSqlPeer : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private NpgsqlCommand[] _updates = [];

    private PostgreSqlPeer(string connectionString) =>
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 80 }.ToString());

    public static async Task<PostgreSqlPeer> Open(string connectionString, int writersMax, IReadOnlyList<byte[]> payloads)
    {
        var peer = new PostgreSqlPeer(connectionString);
        await using (var create = peer._database.CreateCommand("CREATE TABLE People (Id int PRIMARY KEY, Version int, Payload bytea)"))
        {
            await create.ExecuteNonQueryAsync();
        }

        await peer.Fill(payloads);
        peer._updates = await Task.WhenAll(Enumerable.Range(0, writersMax).Select(_ => peer.Prepare()));
        return peer;
    }

    public async Task Write(int writer, int id, byte[] payload)
    {
        _updates[writer].Parameters[0].Value = id;
        _updates[writer].Parameters[1].Value = payload;
        await _updates[writer].ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var update in _updates)
        {
            await update.Connection!.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    private async Task Fill(IReadOnlyList<byte[]> payloads)
    {
        await using var connection = await _database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("COPY People FROM STDIN (FORMAT binary)");
        for (var id = 0; id < payloads.Count; id++)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(id, NpgsqlDbType.Integer);
            await copy.WriteAsync(1, NpgsqlDbType.Integer);
            await copy.WriteAsync(payloads[id], NpgsqlDbType.Bytea);
        }

        await copy.CompleteAsync();
    }

    private async Task<NpgsqlCommand> Prepare()
    {
        var connection = await _database.OpenConnectionAsync();
        var update = new NpgsqlCommand("UPDATE People SET Payload = $2, Version = Version + 1 WHERE Id = $1", connection);
        update.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer });
        update.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea });
        await update.PrepareAsync();
        return update;
    }
}
