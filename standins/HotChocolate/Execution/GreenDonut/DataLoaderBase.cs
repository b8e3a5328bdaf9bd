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
                    _open = begun = new Batch(this, cancellationToken);
                }

                task = _open.Add(key);
                _cache.Add(key, task);
            }
        }

        if (begun is not null)
        {
            _batchScheduler.Schedule(begun);
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

    private void Close(Batch batch)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_open, batch))
            {
                _open = null;
            }
        }
    }

    /// <summary>Keys that are fetched together, each with the promise its callers wait for.</summary>
    private sealed class Batch(DataLoaderBase<TKey, TValue> loader, CancellationToken cancellationToken) : ScheduledBatch
    {
        private readonly List<TaskCompletionSource<TValue?>> _promises = [];
        private TValue?[] _values = [];
        private Exception? _fault;

        public List<TKey> Keys { get; } = [];

        public Task<TValue?> Add(TKey key)
        {
            var promise = new TaskCompletionSource<TValue?>();
            Keys.Add(key);
            _promises.Add(promise);
            return promise.Task;
        }

        public override async ValueTask FetchAsync()
        {
            loader.Close(this);
            _values = new TValue?[Keys.Count];
            try
            {
                await loader.FetchAsync(Keys, _values, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                _fault = fault;
            }
        }

        public override void Publish()
        {
            for (var i = 0; i < _promises.Count; i++)
            {
                _ = _fault is null ? _promises[i].TrySetResult(_values[i]) : _promises[i].TrySetException(_fault);
            }
        }
    }
}
