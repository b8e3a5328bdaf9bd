using Microsoft.Data.Sqlite;

namespace Networks.Benchmarks.DurableWrites;

/// <summary>Plain SQLite as a careful program uses it: WAL, synchronous=FULL, one connection, prepared, one row a commit.</summary>
internal sealed class SqlitePeer : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _update;

    public SqlitePeer(string path, IReadOnlyList<byte[]> payloads)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
        Execute("CREATE TABLE People (Id INTEGER PRIMARY KEY, Version INT NOT NULL, Payload BLOB NOT NULL); BEGIN");
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO People VALUES ($id, 1, $payload)";
        for (var id = 0; id < payloads.Count; id++)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$id", id);
            insert.Parameters.AddWithValue("$payload", payloads[id]);
            insert.ExecuteNonQuery();
        }

        Execute("COMMIT");
        _update = _connection.CreateCommand();
        _update.CommandText = "UPDATE People SET Payload = $payload, Version = Version + 1 WHERE Id = $id";
        _update.Parameters.Add("$id", SqliteType.Integer);
        _update.Parameters.Add("$payload", SqliteType.Blob);
    }

    public Task Write(int id, byte[] payload)
    {
        _update.Parameters[0].Value = id;
        _update.Parameters[1].Value = payload;
        _update.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _update.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
