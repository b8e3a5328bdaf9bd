using System.Net;
using Orleans.Timers;

namespace Orleans.Runtime;

/// <summary>What grain classes ask of the engine; only code that runs as a grain may ask.</summary>
internal sealed class GrainRuntime(Catalog catalog, IServiceProvider services) : IGrainRuntime, ITimerRegistry
{
    private readonly GrainFactory _factory = new(catalog.Caller);

    public string SiloIdentity => SiloAddress.ToString();

    public SiloAddress SiloAddress { get; } = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11111), 0);

    /// <summary>The factory for everyone, grain or not.</summary>
    public GrainFactory Factory => _factory;

    public IGrainFactory GrainFactory
    {
        get
        {
            CheckContext(RuntimeContext.Current);
            return _factory;
        }
    }

    public ITimerRegistry TimerRegistry
    {
        get
        {
            CheckContext(RuntimeContext.Current);
            return this;
        }
    }

    public IServiceProvider ServiceProvider
    {
        get
        {
            CheckContext(RuntimeContext.Current);
            return services;
        }
    }

    public TimeProvider TimeProvider => catalog.Time;

    public static void CheckContext(IGrainContext? context)
    {
        switch (context)
        {
            case null:
                throw new InvalidOperationException(
                    "Activation access violation. A non-activation thread attempted to access activation services.");
            case Activation { IsGone: true }:
                throw new InvalidOperationException($"Attempt to access an invalid activation: {context}");
        }
    }

    public void DeactivateOnIdle(IGrainContext grainContext)
    {
        CheckContext(grainContext);
        grainContext.Deactivate(
            new DeactivationReason(DeactivationReasonCode.ApplicationRequested, $"{nameof(DeactivateOnIdle)} was called."));
    }

    public void DelayDeactivation(IGrainContext grainContext, TimeSpan timeSpan)
    {
        CheckContext(grainContext);
        ((Activation)grainContext).DelayDeactivation(timeSpan);
    }

    IDisposable ITimerRegistry.RegisterTimer(
        IGrainContext grainContext, Func<object?, Task> callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Start(grainContext, _ => callback(state), new GrainTimerCreationOptions(dueTime, period) { Interleave = true });

    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options) =>
        Start(grainContext, cancellation => callback(state, cancellation), options);

    private static GrainTimer Start(IGrainContext grainContext, Func<CancellationToken, Task> tick, GrainTimerCreationOptions options)
    {
        CheckContext(RuntimeContext.Current);
        var timer = new GrainTimer((Activation)grainContext, tick, options);
        timer.Start();
        return timer;
    }
}
