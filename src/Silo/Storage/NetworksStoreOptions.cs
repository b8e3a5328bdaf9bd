namespace Networks.Silo.Storage;

/// <summary>Where the store is: an embedded SQLite file, or a PostgreSQL database. Exactly one of the two is set.</summary>
public sealed record NetworksStoreOptions
{
    /// <summary>The service id under which every row is kept; part of each row's key, so it may never change.</summary>
    public const string ServiceId = "networks";

    /// <summary>File name of the embedded store within a data directory.</summary>
    public const string SqliteFileName = "networks.db";

    private NetworksStoreOptions()
    {
    }

    /// <summary>Path of the SQLite file; null if the store is PostgreSQL.</summary>
    public string? SqlitePath { get; private init; }

    /// <summary>Connection string of the PostgreSQL database; null if the store is SQLite.</summary>
    public string? PostgreSqlConnectionString { get; private init; }

    /// <summary>The embedded store in <paramref name="dataDirectory"/>; file and directory are made if absent.</summary>
    public static NetworksStoreOptions InDirectory(string dataDirectory) => Sqlite(Path.Combine(dataDirectory, SqliteFileName));

    /// <summary>The embedded store in the file <paramref name="path"/>, made if absent.</summary>
    public static NetworksStoreOptions Sqlite(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new NetworksStoreOptions { SqlitePath = Path.GetFullPath(path) };
    }

    /// <summary>The PostgreSQL database that <paramref name="connectionString"/> names; our tables are made there if absent.</summary>
    public static NetworksStoreOptions PostgreSql(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return new NetworksStoreOptions { PostgreSqlConnectionString = connectionString };
    }

    /// <summary>Names the store without any password.</summary>
    public override string ToString() => SqlitePath ?? "PostgreSQL";
}
