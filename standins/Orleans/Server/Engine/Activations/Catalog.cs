using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>Which grains are in memory. At most one activation of an id is, however many first calls come at once.</summary>
internal sealed class Catalog
{
    private readonly ConcurrentDictionary<GrainId, ICallTarget> _targets = new();
    private volatile bool _closed;

    public Catalog(IServiceProvider services)
    {
        Services = services;
        Time = Clock(services, TimeProviderNames.Grains);
        Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Orleans.Runtime.Silo");
        Collection = services.GetRequiredService<IOptions<GrainCollectionOptions>>().Value;
        var messaging = services.GetRequiredService<IOptions<SiloMessagingOptions>>().Value;
        QueueLimit = messaging.MaxEnqueuedRequestsHardLimit;
        DropsExpired = messaging.DropExpiredMessages;
        ForwardsMost = messaging.MaxForwardCount;
        Pending = new PendingCalls();
        IncomingFilters = [.. services.GetServices<IIncomingGrainCallFilter>()];
        Caller = new GrainCaller(this, [.. services.GetServices<IOutgoingGrainCallFilter>()], messaging);
        Runtime = new GrainRuntime(this, services);
    }

    public IServiceProvider Services { get; }

    /// <summary>The clock of grains and their timers.</summary>
    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public GrainCollectionOptions Collection { get; }

    public GrainClasses Classes { get; } = new();

    public PendingCalls Pending { get; }

    /// <summary>Sends the calls that grains and the silo's own services make.</summary>
    public GrainCaller Caller { get; }

    public GrainRuntime Runtime { get; }

    public IIncomingGrainCallFilter[] IncomingFilters { get; }

    public int QueueLimit { get; }

    public bool DropsExpired { get; }

    /// <summary>How often a call may be passed on because its activation went before its turn came.</summary>
    public int ForwardsMost { get; }

    /// <summary>
    /// What idleness is measured by, in milliseconds: the machine's clock, as in genuine Orleans, whatever clock the silo is given.
    /// </summary>
    public static long Now => Environment.TickCount64;

    /// <summary>Brings a call to its grain, which is activated if it is not in memory.</summary>
    public void Deliver(Invocation call)
    {
        try
        {
            var taken = false;
            while (!taken)
            {
                // Refused, the grain left between being found and being asked; the next look makes a new activation.
                taken = _targets.TryGetValue(call.TargetId, out var known) ? known.TryAccept(call) : TryActivateFor(call);
            }
        }
        catch (Exception refusal)
        {
            call.Fail(refusal);
        }
    }

    /// <summary>Starts an activation with its first call already waiting, so that the call shares its fate.</summary>
    public Activation Activate(GrainClass grainClass, Invocation firstCall)
    {
        RefuseIfClosed(firstCall.TargetId);
        var activation = new Activation(this, grainClass, firstCall.TargetId);
        activation.TryAccept(firstCall);
        activation.Activate(firstCall.Context);
        return activation;
    }

    public void Remove(Activation activation)
    {
        _targets.TryGetValue(activation.GrainId, out var target);
        if (ReferenceEquals(target, activation) || (target is WorkerPool pool && pool.TryClose()))
        {
            _targets.TryRemove(new KeyValuePair<GrainId, ICallTarget>(activation.GrainId, target));
        }
    }

    public void AddObserver(GrainId id, ICallTarget observer) => _targets[id] = observer;

    public bool RemoveObserver(GrainId id) => _targets.TryRemove(id, out _);

    public IEnumerable<Activation> Activations() => _targets.Values.SelectMany(target => target switch
    {
        Activation activation => [activation],
        WorkerPool pool => pool.Workers(),
        _ => Enumerable.Empty<Activation>(),
    });

    public Activation? Find(GrainId id) => _targets.TryGetValue(id, out var target) ? target as Activation : null;

    /// <summary>The clock that a part of the engine goes by (<see cref="TimeProviderNames"/>).</summary>
    public static TimeProvider Clock(IServiceProvider services, string part) => services.GetRequiredKeyedService<TimeProvider>(part);

    /// <summary>How long activations of a class may stay idle.</summary>
    public TimeSpan AgeOf(GrainClass grainClass) =>
        Collection.ClassSpecificCollectionAge.TryGetValue(grainClass.Type.FullName!, out var configured)
            ? configured
            : grainClass.CollectionAge ?? Collection.CollectionAge;

    /// <summary>
    /// Takes no new grains, lets those in memory finish and deactivate, and fails what is left when time is up. With no time at
    /// all nobody deactivates, as when a silo dies.
    /// </summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        _closed = true;
        if (!cancellation.IsCancellationRequested)
        {
            await DeactivateAllAsync(cancellation);
        }

        Pending.FailAll(call => Closed(call.ToString()));
    }

    private async Task DeactivateAllAsync(CancellationToken cancellation)
    {
        var leaving = new List<Task>();
        foreach (var activation in Activations())
        {
            activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ShuttingDown, "This process is terminating."));
            leaving.Add(activation.Deactivated);
        }

        try
        {
            await Task.WhenAll(leaving).WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Logger.LogWarning(
                "{Count} of {All} grains had not deactivated when the time to stop was up.",
                leaving.Count(each => !each.IsCompleted),
                leaving.Count);
        }
    }

    private static SiloUnavailableException Closed(string what) =>
        new($"The local Orleans host is shutting down and can no longer process the request: {what}.");

    private bool TryActivateFor(Invocation call)
    {
        var id = call.TargetId;
        RefuseIfClosed(id);
        if (id.Type == ObserverTarget.Type)
        {
            throw new ObserverGoneException(id);
        }

        var grainClass = Classes.For(id.Type);
        if (grainClass.StatelessWorker is not null)
        {
            // Whoever put it there, the next look finds a pool.
            _targets.TryAdd(id, new WorkerPool(this, grainClass));
            return false;
        }

        var created = new Activation(this, grainClass, id);
        created.TryAccept(call);
        if (!_targets.TryAdd(id, created))
        {
            // Another first call was quicker; what was made here has not begun to live.
            return false;
        }

        created.Activate(call.Context);
        return true;
    }

    private void RefuseIfClosed(GrainId id)
    {
        if (_closed)
        {
            throw Closed(id.ToString());
        }
    }
}
