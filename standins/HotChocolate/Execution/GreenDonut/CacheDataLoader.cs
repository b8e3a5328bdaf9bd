namespace GreenDonut;

/// <summary>One value a key, one key a call; each key is asked for once a request.</summary>
public abstract class CacheDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue>
    where TKey : notnull
{
    protected CacheDataLoader(DataLoaderOptions options)
        : base(AutoBatchScheduler.Default, One(options))
    {
    }

    protected abstract Task<TValue> LoadSingleAsync(TKey key, CancellationToken cancellationToken);

    private protected sealed override async ValueTask FetchAsync(
        IReadOnlyList<TKey> keys,
        TValue?[] values,
        CancellationToken cancellationToken)
        => values[0] = await LoadSingleAsync(keys[0], cancellationToken).ConfigureAwait(false);

    private static DataLoaderOptions One(DataLoaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = options.Copy();
        copy.MaxBatchSize = 1;
        return copy;
    }
}
