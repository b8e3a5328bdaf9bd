using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

internal enum ActivationState : byte
{
    Activating,
    Valid,
    Deactivating,
    Gone,
}

/// <summary>How an activation comes and goes. Nothing interleaves with either.</summary>
internal sealed partial class Activation
{
    private ActivationState _state;
    private List<PersistentState>? _records;
    private HashSet<GrainTimer>? _timers;
    private CancellationTokenSource? _activating;
    private TaskCompletionSource? _gone;
    private DeactivationReason _reason;
    private bool _wasValid;
    private bool _leaving;
    private long _lastUsed;
    private long _keepUntil = long.MinValue;

    public Task Deactivated
    {
        get
        {
            lock (Gate)
            {
                _gone ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_state == ActivationState.Gone)
                {
                    _gone.TrySetResult();
                }

                return _gone.Task;
            }
        }
    }

    public bool IsGone => _state == ActivationState.Gone;

    /// <summary>Makes the instance, reads its records, lets it activate; then the waiting calls run.</summary>
    public void Activate(ImmutableDictionary<string, object>? context)
    {
        _lastUsed = Catalog.Now;
        RunTurn(new Coming(this, context));
    }

    public void AddRecord(PersistentState record) => (_records ??= []).Add(record);

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        bool leaveNow, leaveHere;
        CancellationTokenSource? activating;
        lock (Gate)
        {
            if (_state is ActivationState.Deactivating or ActivationState.Gone)
            {
                return;
            }

            _reason = deactivationReason;
            _leaving = leaveNow = _state == ActivationState.Valid && Running == 0;
            leaveHere = leaveNow && !grainClass.SaysFarewell && IsAtRest;
            _state = ActivationState.Deactivating;
            activating = _activating;
        }

        activating?.Cancel();

        if (leaveHere)
        {
            // None of the grain's own code has a part in it, so there is nothing for which it must be the grain's turn.
            _ = FinishAsync(failure: null);
        }
        else if (leaveNow)
        {
            RunTurn(new Leaving(this));
        }
    }

    public void DelayDeactivation(TimeSpan span)
    {
        lock (Gate)
        {
            _keepUntil = span <= TimeSpan.Zero ? long.MinValue
                : span == TimeSpan.MaxValue ? long.MaxValue
                : catalog.Time.GetTimestamp() + (long)(span.TotalSeconds * catalog.Time.TimestampFrequency);
        }
    }

    /// <summary>Starts deactivation if nothing has used the activation for that long; says whether it did.</summary>
    public bool DeactivateIfIdle(TimeSpan age)
    {
        lock (Gate)
        {
            var idle = _state == ActivationState.Valid && Running == 0 && _waiting == 0 && !grainClass.AlwaysActive
                && _keepUntil <= catalog.Time.GetTimestamp() && Catalog.Now - _lastUsed >= age.TotalMilliseconds;
            if (!idle)
            {
                return false;
            }
        }

        Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "Activation has not been used for its collection age."));
        return true;
    }

    public bool AddTimer(GrainTimer timer)
    {
        lock (Gate)
        {
            return !_leaving && _state != ActivationState.Gone && (_timers ??= []).Add(timer);
        }
    }

    public void RemoveTimer(GrainTimer timer)
    {
        lock (Gate)
        {
            _timers?.Remove(timer);
        }
    }

    private async Task ActivateAsync(ImmutableDictionary<string, object>? context)
    {
        RequestContext.Snapshot = context;
        using var cancellation = new CancellationTokenSource();
        var since = Catalog.Now;
        try
        {
            lock (Gate)
            {
                _activating = cancellation;
            }

            GrainInstance = grainClass.Maker.Make(this);
            foreach (var record in _records ?? [])
            {
                await Within(catalog.Collection.ActivationTimeout, since, record.ReadAsync(cancellation.Token), cancellation);
            }

            if (GrainInstance is IGrainBase grain)
            {
                await Within(catalog.Collection.ActivationTimeout, since, grain.OnActivateAsync(cancellation.Token), cancellation);
            }

            BecomeValid();
        }
        catch (Exception failure)
        {
            bool askedToGo;
            lock (Gate)
            {
                _activating = null;
                askedToGo = _state == ActivationState.Deactivating;
                _state = ActivationState.Deactivating;
                _leaving = true;
            }

            if (!askedToGo)
            {
                catalog.Logger.LogError(failure, "Error activating grain {Grain}.", id);
            }

            await FinishAsync(askedToGo ? null : failure);
        }
    }

    /// <summary>Waits for a part of coming or going. A timer is set only if there is something to wait for.</summary>
    private static Task Within(TimeSpan most, long since, Task part, CancellationTokenSource cancellation)
    {
        if (part.IsCompleted)
        {
            return part;
        }

        if (most != Timeout.InfiniteTimeSpan)
        {
            var left = most - TimeSpan.FromMilliseconds(Catalog.Now - since);
            cancellation.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        return part.WaitAsync(cancellation.Token);
    }

    private void BecomeValid()
    {
        bool start = false, leave;
        lock (Gate)
        {
            _activating = null;
            _lastUsed = Catalog.Now;
            _wasValid = true;
            _leaving = leave = _state == ActivationState.Deactivating;
            if (!leave)
            {
                _state = ActivationState.Valid;
                start = StartWaiting(everyone: true);
            }
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

    private async Task LeaveAsync()
    {
        StopTimers();
        if (_wasValid && GrainInstance is IGrainBase grain)
        {
            using var cancellation = new CancellationTokenSource();
            try
            {
                var farewell = grain.OnDeactivateAsync(_reason, cancellation.Token);
                await Within(catalog.Collection.DeactivationTimeout, Catalog.Now, farewell, cancellation);
            }
            catch (Exception failure)
            {
                catalog.Logger.LogError(failure, "OnDeactivateAsync of {Grain} failed; it is deactivated all the same.", id);
            }
        }

        await FinishAsync(failure: null);
    }

    /// <summary>From here on the grain is not in memory: calls that still wait go to its next activation, or fail with it.</summary>
    private async Task FinishAsync(Exception? failure)
    {
        StopTimers();
        Invocation? waiting;
        lock (Gate)
        {
            _state = ActivationState.Gone;
            waiting = _firstWaiting;
            _firstWaiting = _lastWaiting = null;
            _waiting = 0;
        }

        catalog.Remove(this);
        await DisposeInstance();
        TaskCompletionSource? gone;
        lock (Gate)
        {
            gone = _gone;
        }

        gone?.TrySetResult();
        for (var call = waiting; call is not null;)
        {
            var next = call.Next;
            call.Next = null;
            PassOn(call, failure);
            call = next;
        }
    }

    private void PassOn(Invocation call, Exception? failure)
    {
        if (call.LocalOnly || (call.Answered && !call.OneWay))
        {
            return;
        }

        if (failure is not null)
        {
            call.Fail(failure);
        }
        else if (call.Forwards++ < catalog.ForwardsMost)
        {
            catalog.Deliver(call);
        }
        else
        {
            call.Fail(new OrleansMessageRejectionException(
                $"Forwarding failed: tried to forward {call} {catalog.ForwardsMost} times, its grain deactivated each time ({_reason})."));
        }
    }

    private void StopTimers()
    {
        HashSet<GrainTimer>? timers;
        lock (Gate)
        {
            (timers, _timers) = (_timers, null);
        }

        foreach (var timer in timers ?? [])
        {
            timer.Dispose();
        }
    }

    private async Task DisposeInstance()
    {
        try
        {
            switch (GrainInstance)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }

            if (_scope is IAsyncDisposable scope)
            {
                await scope.DisposeAsync();
            }
        }
        catch (Exception failure)
        {
            catalog.Logger.LogError(failure, "Disposing {Grain} failed.", id);
        }
    }

    private sealed class Coming(Activation activation, ImmutableDictionary<string, object>? context) : ITurn
    {
        public void Start() => _ = activation.ActivateAsync(context);
    }

    private sealed class Leaving(Activation activation) : ITurn
    {
        public void Start() => _ = activation.LeaveAsync();
    }
}
