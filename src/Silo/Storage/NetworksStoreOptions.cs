namespace Networks.Silo.Storage;

/// <summary>Where the store is: an embedded SQLite file, or a PostgreSQL database. Exactly one of the two is set.</summary>
public sealed record NetworksStoreOptions
{
    /// <summary>The service id under which every row is kept; part of each row's key, so it may never change.</summary>
    public const string ServiceId = "networks";

    /// <summary>File name of the embedded store within a data directory.</summary>
    public const string SqliteFileName = "networks.db";

    /// <summary>
    /// File within a data directory that holds the connection string of a PostgreSQL database; while it is there the directory's store is
    /// that database and no SQLite file.
    /// </summary>
    public const string PostgreSqlFileName = "postgresql.connection";

    private NetworksStoreOptions()
    {
    }

    /// <summary>Path of the SQLite file; null if the store is PostgreSQL.</summary>
    public string? SqlitePath { get; private init; }

    /// <summary>Connection string of the PostgreSQL database; null if the store is SQLite.</summary>
    public string? PostgreSqlConnectionString { get; private init; }

    /// <summary>
    /// Path whose lock says who on this machine owns the store (<see cref="StoreLock"/>); null for a database named without a directory.
    /// </summary>
    public string? LockPath { get; private init; }

    /// <summary>
    /// The store of <paramref name="dataDirectory"/>: the database its <see cref="PostgreSqlFileName"/> names, or else the embedded store,
    /// whose file and directory are made if absent.
    /// </summary>
    public static NetworksStoreOptions InDirectory(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, SqliteFileName);
        var connection = Path.Combine(dataDirectory, PostgreSqlFileName);
        return File.Exists(connection)
            ? PostgreSql(File.ReadAllText(connection).Trim()) with { LockPath = Path.GetFullPath(path) }
            : Sqlite(path);
    }

    /// <summary>The embedded store in the file <paramref name="path"/>, made if absent.</summary>
    public static NetworksStoreOptions Sqlite(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new NetworksStoreOptions { SqlitePath = Path.GetFullPath(path), LockPath = Path.GetFullPath(path) };
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
