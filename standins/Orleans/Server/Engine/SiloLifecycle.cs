using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>Starts what takes part stage by stage, and stops what was started in the reverse order.</summary>
internal sealed class SiloLifecycle(ILogger<SiloLifecycle> logger) : ISiloLifecycle
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];

    public int HighestCompletedStage { get; private set; } = int.MinValue;

    public int LowestStoppedStage { get; private set; } = int.MaxValue;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var subscription = new Subscription(this, observerName, stage, observer);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var stage in Stages().OrderBy(group => group.Key))
        {
            await Task.WhenAll(stage.Select(each => Guarded(() => each.Observer.OnStart(cancellation))));
            HighestCompletedStage = stage.Key;
        }
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        foreach (var stage in Stages().Where(group => group.Key <= HighestCompletedStage).OrderByDescending(group => group.Key))
        {
            try
            {
                await Task.WhenAll(stage.Select(each => Guarded(() => each.Observer.OnStop(cancellation))));
            }
            catch (Exception failure)
            {
                // What started below still has to be stopped.
                logger.LogError(failure, "Stopping stage {Stage} failed.", stage.Key);
            }

            LowestStoppedStage = stage.Key;
        }
    }

    private static async Task Guarded(Func<Task> step) => await step();

    private ILookup<int, Subscription> Stages()
    {
        lock (_gate)
        {
            return _subscriptions.ToLookup(each => each.Stage);
        }
    }

    private sealed record Subscription(SiloLifecycle Owner, string Name, int Stage, ILifecycleObserver Observer) : IDisposable
    {
        public void Dispose()
        {
            lock (Owner._gate)
            {
                Owner._subscriptions.RemoveAll(each => ReferenceEquals(each, this));
            }
        }
    }
}
