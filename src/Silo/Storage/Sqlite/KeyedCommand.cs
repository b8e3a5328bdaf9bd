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

    private readonly int _keyHash;
    private readonly int _nameHash;
    private readonly int _name;
    private readonly int _key;
    private readonly int _row;
    private readonly int _version;
    private readonly int _now;
    private readonly int _ward;
    private readonly int _payload;

    public KeyedCommand(SqliteConnection connection, string sql)
    {
        Statement = new SqliteStatement(connection, sql);
        (_keyHash, _nameHash) = (Statement.Parameter("$keyHash"), Statement.Parameter("$nameHash"));
        (_name, _key, _row) = (Statement.Parameter("$name"), Statement.Parameter("$key"), Statement.Parameter("$row"));
        (_version, _now) = (Statement.Parameter("$version"), Statement.Parameter("$now"));
        (_ward, _payload) = (Statement.Parameter("$ward"), Statement.Parameter("$payload"));
        Statement.Set(Statement.Parameter("$service"), NetworksStoreOptions.ServiceId);
    }

    /// <summary>The statement, to be run or read.</summary>
    public SqliteStatement Statement { get; }

    public void SetKey(in StoredKey key)
    {
        Statement.Set(_keyHash, key.KeyHash);
        Statement.Set(_nameHash, key.NameHash);
        Statement.Set(_name, key.StateName);
        Statement.Set(_key, key.GrainKey);
    }

    public void SetContent(string now, string? ward, byte[]? payload)
    {
        Statement.Set(_now, now);
        Statement.Set(_ward, ward);
        Statement.Set(_payload, payload);
    }

    public void SetRow(long row, int version)
    {
        Statement.Set(_row, row);
        Statement.Set(_version, version);
    }

    public void SetRow(long row) => Statement.Set(_row, row);

    public void Dispose() => Statement.Dispose();
}
