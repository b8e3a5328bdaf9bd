namespace GreenDonut;

/// <summary>Loads values by key, many keys in one call to the source, each key once a request.</summary>
public interface IDataLoader
{
    void ClearCache();
}

public interface IDataLoader<TKey, TValue> : IDataLoader
    where TKey : notnull
{
    /// <summary>The value of a key, or the type's default when the source has none.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The values in the order of the keys.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);

    void RemoveCacheEntry(TKey key);

    void SetCacheEntry(TKey key, Task<TValue?> value);
}
