namespace Orleans.Runtime;

/// <summary>The activations of one stateless worker id: a call goes to an idle one, else to a new one, else to the least loaded.</summary>
internal sealed class WorkerPool(Catalog catalog, GrainClass grainClass) : ICallTarget
{
    private readonly Lock _gate = new();
    private readonly List<Activation> _workers = [];
    private readonly int _most = grainClass.StatelessWorker!.MaxLocalWorkers;
    private bool _closed;

    public bool TryAccept(Invocation call)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            _workers.RemoveAll(worker => worker.IsGone);
            var worker = _workers.MinBy(each => each.Load);
            if (worker is not { Load: 0 } && _workers.Count < _most)
            {
                _workers.Add(catalog.Activate(grainClass, call));
                return true;
            }

            // A worker may leave between being chosen and being asked; the caller then comes again.
            return worker!.TryAccept(call) || Retry(worker);
        }
    }

    /// <summary>Closes the pool if its last worker has gone, so that ids used once do not stay for ever.</summary>
    public bool TryClose()
    {
        lock (_gate)
        {
            return _closed = _workers.TrueForAll(worker => worker.IsGone);
        }
    }

    public IReadOnlyList<Activation> Workers()
    {
        lock (_gate)
        {
            return [.. _workers.Where(worker => !worker.IsGone)];
        }
    }

    private bool Retry(Activation worker)
    {
        _workers.Remove(worker);
        return false;
    }
}
