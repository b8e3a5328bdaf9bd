using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>
/// One grain in memory: which calls wait, which run, and which may run beside them.
/// (Its birth and death stand in Activation.Lifetime.cs.)
/// </summary>
internal sealed partial class Activation(Catalog catalog, GrainClass grainClass, GrainId id)
    : ActivationScheduler, IGrainContext, IReferableGrainContext, ICallChainReentrantGrainContext, ICallTarget
{
    private Invocation? _firstWaiting;
    private Invocation? _lastWaiting;
    private int _waiting;

    // Calls in progress: those that may write, those that only read, and the rest, which interleave with anything.
    private int _writing;
    private int _reading;
    private int _interleaving;

    private List<Guid>? _openSections;
    private IServiceScope? _scope;

    public GrainId GrainId => id;

    public GrainClass Class => grainClass;

    public object? GrainInstance { get; set; }

    public IIncomingGrainCallFilter[] Filters => catalog.IncomingFilters;

    public GrainRuntime Runtime => catalog.Runtime;

    public IServiceProvider SiloServices => catalog.Services;

    public IServiceProvider ActivationServices => (_scope ??= catalog.Services.CreateScope()).ServiceProvider;

    /// <summary>How many calls wait or run: what a pool of stateless workers balances by.</summary>
    public int Load => Volatile.Read(ref _waiting) + Running;

    private int Running => _writing + _reading + _interleaving;

    public object ReferenceAs(Type interfaceType) => GrainInterface.Of(interfaceType).Reference(id, catalog.Caller);

    bool IEquatable<IGrainContext>.Equals(IGrainContext? other) => ReferenceEquals(this, other);

    /// <summary>Starts the call, or lets it wait its turn; false when this activation takes no more calls.</summary>
    public bool TryAccept(Invocation call)
    {
        bool start;
        lock (Gate)
        {
            if (_state == ActivationState.Gone)
            {
                return false;
            }

            call.Target = this;
            var runsNow = _state == ActivationState.Valid || (call.LocalOnly && _state == ActivationState.Deactivating);
            if (runsNow && MayStart(call))
            {
                start = Begin(call);
            }
            else
            {
                RefuseOverload();
                Wait(call);
                start = false;
            }
        }

        if (start)
        {
            Pump();
        }

        return true;
    }

    /// <summary>The call is answered: whoever waited for it to end may start now.</summary>
    public void TurnEnded(Invocation call)
    {
        bool start, leave;
        lock (Gate)
        {
            CountOf(call)--;
            if (call.KeepsAlive)
            {
                _lastUsed = Catalog.Now;
            }

            start = StartWaiting(everyone: grainClass.MayInterleave is not null);
            leave = _state == ActivationState.Deactivating && Running == 0 && !_leaving;
            _leaving |= leave;
        }

        if (start)
        {
            Pump();
        }

        if (leave)
        {
            RunTurn(new Leaving(this));
        }
    }

    /// <summary>A grain that let a storage conflict escape holds stale state, so this activation goes; its callers stay.</summary>
    public void OnFailedTurn(Exception exception)
    {
        if (exception is InconsistentStateException { IsSourceActivation: true } conflict)
        {
            conflict.IsSourceActivation = false;
            catalog.Logger.LogInformation(exception, "Deactivating {Grain} due to inconsistent state.", id);
            Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, exception, exception.Message));
        }
    }

    public void LogLostFailure(Invocation call, Exception exception) =>
        catalog.Logger.LogWarning(exception, "One-way call {Call} failed; its caller does not learn of it.", call);

    public void LogFailedTick(GrainTimer timer, Exception exception) =>
        catalog.Logger.LogWarning(exception, "Caught and ignored exception thrown from timer callback for {Timer}.", timer);

    void ICallChainReentrantGrainContext.OnEnterReentrantSection(Guid reentrancyId)
    {
        lock (Gate)
        {
            (_openSections ??= []).Add(reentrancyId);
        }
    }

    void ICallChainReentrantGrainContext.OnExitReentrantSection(Guid reentrancyId)
    {
        lock (Gate)
        {
            _openSections?.Remove(reentrancyId);
        }
    }

    public override string ToString() => $"[Activation: {id} {grainClass.Type.Name} State={_state}]";

    private bool MayStart(Invocation call)
    {
        if (Running == _interleaving || call.AlwaysInterleave || grainClass.Reentrant)
        {
            return true;
        }

        if (_writing == 0 && call.ReadOnly)
        {
            return true;
        }

        if (_openSections is { Count: > 0 } open && call.ReentrancyId is var chain && chain != Guid.Empty && open.Contains(chain))
        {
            return true;
        }

        return grainClass.MayInterleave?.Invoke(call) == true;
    }

    private bool Begin(Invocation call)
    {
        CountOf(call)++;
        return EnqueueTurn(call);
    }

    private ref int CountOf(Invocation call)
    {
        if (call.AlwaysInterleave)
        {
            return ref _interleaving;
        }

        return ref call.ReadOnly ? ref _reading : ref _writing;
    }

    private void Wait(Invocation call)
    {
        if (_lastWaiting is null)
        {
            _firstWaiting = call;
        }
        else
        {
            _lastWaiting.Next = call;
        }

        _lastWaiting = call;
        _waiting++;
    }

    /// <summary>
    /// Starts those of the waiting calls that may run now, in order. Unless told to look at everyone, it stops at the first
    /// that may not: a call that was free to overtake has done so when it came, except a reader behind a reader.
    /// </summary>
    private bool StartWaiting(bool everyone)
    {
        if (_state != ActivationState.Valid)
        {
            return false;
        }

        var start = false;
        Invocation? before = null;
        for (var call = _firstWaiting; call is not null;)
        {
            var next = call.Next;
            if (MayStart(call))
            {
                Unlink(call, before);
                start |= call.Answered && !call.OneWay && catalog.DropsExpired ? false : Begin(call);
            }
            else if (everyone || _writing == 0)
            {
                before = call;
            }
            else
            {
                break;
            }

            call = next;
        }

        return start;
    }

    private void Unlink(Invocation call, Invocation? before)
    {
        if (before is null)
        {
            _firstWaiting = call.Next;
        }
        else
        {
            before.Next = call.Next;
        }

        if (ReferenceEquals(_lastWaiting, call))
        {
            _lastWaiting = before;
        }

        call.Next = null;
        _waiting--;
    }

    private void RefuseOverload()
    {
        if (catalog.QueueLimit > 0 && _waiting >= catalog.QueueLimit)
        {
            throw new LimitExceededException($"{this} has {_waiting} calls waiting, which is the limit (MaxEnqueuedRequestsHardLimit).");
        }
    }
}
