namespace Networks.Silo.Storage.Sqlite;

/// <summary>The embedded store, open: its lock, its one writer and its readers. Everything over SQLite goes through one of these.</summary>
public sealed class SqliteStore : IAsyncDisposable, IDisposable
{
    private SqliteStore(string path, StoreLock owned, TimeProvider time, StoreLimits limits)
    {
        Path = path;
        Lock = owned;
        Writer = new SqliteWriter(path, Rows, time, limits);
        Readers = new SqliteReaders(path);
        Notes = new SqliteNotes(Writer, Readers);
    }

    /// <summary>The store's file.</summary>
    public string Path { get; }

    /// <summary>This process's hold on the store; publish the server's address through it.</summary>
    public StoreLock Lock { get; }

    internal SqliteWriter Writer { get; }

    internal SqliteReaders Readers { get; }

    internal SqliteNotes Notes { get; }

    internal RowMemories Rows { get; } = new();

    /// <summary>Opens the store, made if absent. Throws <see cref="StoreInUseException"/> if another process owns it.</summary>
    public static SqliteStore Open(string path, TimeProvider time) => Open(path, time, new StoreLimits());

    /// <summary>The same with limits of one's own.</summary>
    internal static SqliteStore Open(string path, TimeProvider time, StoreLimits limits)
    {
        ArgumentNullException.ThrowIfNull(time);
        var owned = StoreLock.Acquire(path);
        try
        {
            return new SqliteStore(path, owned, time, limits);
        }
        catch
        {
            owned.Dispose();
            throw;
        }
    }

    /// <summary>Writes what is queued, folds the log into the file, and gives the store up.</summary>
    public async ValueTask DisposeAsync()
    {
        Readers.Dispose();
        await Writer.DisposeAsync().ConfigureAwait(false);
        Lock.Dispose();
    }

    /// <summary>The same, for containers that can only dispose in this way.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
