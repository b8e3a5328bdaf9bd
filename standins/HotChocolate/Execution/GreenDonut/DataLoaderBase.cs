namespace GreenDonut;

/// <summary>The cache and the batches that all loaders share. One instance serves one request.</summary>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Task<TValue?>> _cache = [];
    private readonly IBatchScheduler _batchScheduler;
    private readonly int _batchSizeMax;
    private Batch? _open;

    protected DataLoaderBase(IBatchScheduler batchScheduler, DataLoaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(batchScheduler);
        ArgumentNullException.ThrowIfNull(options);
        _batchScheduler = batchScheduler;
        _batchSizeMax = options.MaxBatchSize;
    }

    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        Batch? begun = null;
        Task<TValue?>? task;
        lock (_gate)
        {
            if (!_cache.TryGetValue(key, out task))
            {
                if (_open is null || (_batchSizeMax > 0 && _open.Keys.Count >= _batchSizeMax))
                {
                    _open = begun = new Batch();
                }

                task = _open.Add(key);
                _cache.Add(key, task);
            }
        }

        if (begun is not null)
        {
            _batchScheduler.Schedule(() => FetchAsync(begun, cancellationToken));
        }

        return task;
    }

    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return await Task.WhenAll(keys.Select(key => LoadAsync(key, cancellationToken)).ToArray()).ConfigureAwait(false);
    }

    public void RemoveCacheEntry(TKey key)
    {
        lock (_gate)
        {
            _cache.Remove(key);
        }
    }

    public void SetCacheEntry(TKey key, Task<TValue?> value)
    {
        lock (_gate)
        {
            _cache[key] = value;
        }
    }

    public void ClearCache()
    {
        lock (_gate)
        {
            _cache.Clear();
        }
    }

    private protected abstract ValueTask FetchAsync(IReadOnlyList<TKey> keys, TValue?[] values, CancellationToken cancellationToken);

    private async ValueTask FetchAsync(Batch batch, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_open, batch))
            {
                _open = null;
            }
        }

        var values = new TValue?[batch.Keys.Count];
        try
        {
            await FetchAsync(batch.Keys, values, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            batch.Fail(fault);
            return;
        }

        batch.Complete(values);
    }

    /// <summary>Keys that are fetched together. Waiting resolvers go on inside <see cref="Complete"/>, so their next keys fall into one batch again.</summary>
    private sealed class Batch
    {
        private readonly List<TaskCompletionSource<TValue?>> _promises = [];

        public List<TKey> Keys { get; } = [];

        public Task<TValue?> Add(TKey key)
        {
            var promise = new TaskCompletionSource<TValue?>();
            Keys.Add(key);
            _promises.Add(promise);
            return promise.Task;
        }

        public void Complete(TValue?[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _promises[i].TrySetResult(values[i]);
            }
        }

        public void Fail(Exception fault)
        {
            foreach (var promise in _promises)
            {
                promise.TrySetException(fault);
            }
        }
    }
}
