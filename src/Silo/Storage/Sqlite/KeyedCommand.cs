using Microsoft.Data.Sqlite;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>A prepared statement over <c>OrleansStorage</c> with its parameters set by meaning. Used by one thread at a time.</summary>
internal sealed class KeyedCommand : IDisposable
{
    /// <summary>Finds a row by its whole key through the unique index.</summary>
    public const string ByIndex = """
        GrainIdHash = $keyHash AND GrainTypeHash = $nameHash AND GrainIdN0 = 0 AND GrainIdN1 = 0
            AND GrainTypeString = $name AND coalesce(GrainIdExtensionString, '') = $key AND ServiceId = $service
        """;

    private readonly SqliteCommand _command;
    private readonly SqliteParameter _keyHash = new("$keyHash", SqliteType.Integer);
    private readonly SqliteParameter _nameHash = new("$nameHash", SqliteType.Integer);
    private readonly SqliteParameter _name = new("$name", SqliteType.Text);
    private readonly SqliteParameter _key = new("$key", SqliteType.Text);
    private readonly SqliteParameter _row = new("$row", SqliteType.Integer);
    private readonly SqliteParameter _version = new("$version", SqliteType.Integer);
    private readonly SqliteParameter _now = new("$now", SqliteType.Text);
    private readonly SqliteParameter _ward = new("$ward", SqliteType.Text);
    private readonly SqliteParameter _payload = new("$payload", SqliteType.Blob);

    public KeyedCommand(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        SqliteParameter[] all = [_keyHash, _nameHash, _name, _key, _row, _version, _now, _ward, _payload];
        _command.Parameters.AddRange(all.Where(parameter => IsNamed(sql, parameter.ParameterName)));
        if (sql.Contains("$service", StringComparison.Ordinal))
        {
            _command.Parameters.AddWithValue("$service", NetworksStoreOptions.ServiceId);
        }
    }

    /// <summary>Row id of the row last inserted over this connection.</summary>
    public long LastRow => SQLitePCL.raw.sqlite3_last_insert_rowid(_command.Connection!.Handle);

    public void SetKey(in StoredKey key)
    {
        _keyHash.Value = key.KeyHash;
        _nameHash.Value = key.NameHash;
        _name.Value = key.StateName;
        _key.Value = key.GrainKey;
    }

    public void SetContent(string now, string? ward, byte[]? payload)
    {
        _now.Value = now;
        _ward.Value = (object?)ward ?? DBNull.Value;
        _payload.Value = (object?)payload ?? DBNull.Value;
    }

    public void SetRow(long row, int version)
    {
        _row.Value = row;
        _version.Value = version;
    }

    public void SetRow(long row) => _row.Value = row;

    public void SetWard(string ward) => _ward.Value = ward;

    public void SetName(string name) => _name.Value = name;

    public int Execute() => _command.ExecuteNonQuery();

    public SqliteDataReader Read() => _command.ExecuteReader();

    public void Dispose() => _command.Dispose();

    /// <summary>True if the statement names the parameter itself, not only a longer one beginning like it.</summary>
    private static bool IsNamed(string sql, string parameter)
    {
        var at = sql.IndexOf(parameter, StringComparison.Ordinal);
        while (at >= 0)
        {
            var end = at + parameter.Length;
            if (end == sql.Length || !char.IsAsciiLetterOrDigit(sql[end]))
            {
                return true;
            }

            at = sql.IndexOf(parameter, end, StringComparison.Ordinal);
        }

        return false;
    }
}
