using Networks.Silo.Storage.PostgreSql;
using Networks.Silo.Storage.Sqlite;
using Npgsql;

namespace Networks.Silo.Storage;

/// <summary>
/// A store opened with no silo over it, for work that puts the whole of it in another's place. Its lock is held until it is closed.
/// </summary>
public sealed class StoreAlone : IAsyncDisposable
{
    private readonly IAsyncDisposable _store;
    private readonly StoreLock? _owned;

    private StoreAlone(IAsyncDisposable store, IStoreContents contents, StoreLock? owned)
    {
        _store = store;
        _owned = owned;
        Contents = contents;
    }

    /// <summary>What the store keeps.</summary>
    public IStoreContents Contents { get; }

    /// <summary>Opens the store, made if absent. Throws <see cref="StoreInUseException"/> if another process owns it.</summary>
    public static async Task<StoreAlone> Open(NetworksStoreOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.SqlitePath is { } path)
        {
            var store = SqliteStore.Open(path, time);
            return new StoreAlone(store, new SqliteContents(store, time), owned: null);
        }

        var owned = options.LockPath is { } lockPath ? StoreLock.Acquire(lockPath) : null;
        var database = NpgsqlDataSource.Create(options.PostgreSqlConnectionString!);
        try
        {
            await PostgreSqlSchema.Apply(database, cancellationToken);
            return new StoreAlone(database, new PostgreSqlContents(database, time), owned);
        }
        catch
        {
            await database.DisposeAsync();
            owned?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _owned?.Dispose();
    }
}
