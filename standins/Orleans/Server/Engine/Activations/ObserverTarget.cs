using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>A plain object that grains call back, one call at a time. It is held weakly: its owner keeps it alive.</summary>
internal sealed class ObserverTarget : ICallTarget
{
    private readonly Catalog _catalog;
    private readonly WeakReference<IGrainObserver> _observer;
    private Task _last = Task.CompletedTask;

    public ObserverTarget(Catalog catalog, IGrainObserver observer)
    {
        _catalog = catalog;
        _observer = new WeakReference<IGrainObserver>(observer);
        Id = GrainId.Create(Type, Guid.NewGuid().ToString("N"));
    }

    public static GrainType Type { get; } = GrainType.Create("sys.client");

    public GrainId Id { get; }

    public bool TryAccept(Invocation call)
    {
        lock (_observer)
        {
            using var _ = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
            _last = _last.ContinueWith(
                _ => RunAsync(call), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
        }

        return true;
    }

    private async Task RunAsync(Invocation call)
    {
        if (!_observer.TryGetTarget(out var observer))
        {
            _catalog.RemoveObserver(Id);
            call.Fail(new ObserverGoneException(Id));
            return;
        }

        RequestContext.Snapshot = call.Context;
        if (await call.AnswerFrom(observer) is { } failure && call.OneWay)
        {
            _catalog.Logger.LogWarning(failure, "Observer call {Call} failed; its caller does not learn of it.", call);
        }
    }
}

/// <summary>The observer was deleted, or its owner let go of it.</summary>
internal sealed class ObserverGoneException(GrainId id) : OrleansMessageRejectionException($"No observer answers to {id} any more.");
