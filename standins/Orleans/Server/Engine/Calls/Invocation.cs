using System.Collections.Immutable;
using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>One call on its way: the request, the caller's context, and in time its answer.</summary>
internal abstract class Invocation(GrainMethod? method, object?[] arguments) : IInvokable, ITurn
{
    /// <summary>The next call waiting for the same activation.</summary>
    public Invocation? Next;

    /// <summary>Neighbours among the calls whose callers still wait (see <see cref="PendingCalls"/>).</summary>
    public Invocation? EarlierPending, LaterPending;

    public GrainMethod Method => method!;

    public object?[] Arguments => arguments;

    public virtual GrainId TargetId => default;

    public bool ReadOnly => method is { ReadOnly: true };

    public virtual bool AlwaysInterleave => method is { AlwaysInterleave: true };

    public virtual bool OneWay => method!.OneWay;

    /// <summary>Whether running it counts as use of the activation.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>Meant for one activation only; when that is gone, so is this.</summary>
    public virtual bool LocalOnly => false;

    public ImmutableDictionary<string, object>? Context { get; set; }

    public IGrainContext? Source { get; set; }

    /// <summary>The activation whose turn it became.</summary>
    public Activation? Target { get; set; }

    /// <summary>How often it was passed on because its activation went before its turn came.</summary>
    public int Forwards { get; set; }

    public TimeSpan Timeout { get; set; }

    /// <summary>Stopwatch ticks after which the caller has given up.</summary>
    public long Deadline { get; set; } = long.MaxValue;

    /// <summary>Whether the caller has its answer or has given up.</summary>
    public abstract bool Answered { get; }

    public Guid ReentrancyId =>
        Context is not null && Context.TryGetValue(RequestContext.CallChainReentrancyKey, out var id) ? (Guid)id : Guid.Empty;

    /// <summary>Runs the turn on the activation's scheduler and tells the activation when it is over.</summary>
    public abstract void Start();

    /// <summary>Lets an object that is no grain answer; returns the exception it answered with.</summary>
    public abstract Task<Exception?> AnswerFrom(object observer);

    /// <summary>Answers the caller with an exception; a second answer is ignored.</summary>
    public abstract void Fail(Exception exception);

    public object? GetTarget() => Target?.GrainInstance;

    public abstract ValueTask<Response> Invoke();

    public int GetArgumentCount() => arguments.Length;

    public object? GetArgument(int index) => arguments[index];

    public void SetArgument(int index, object value) => arguments[index] = value;

    public string GetMethodName() => Method.Method.Name;

    public string GetInterfaceName() => Method.InterfaceName;

    public string GetActivityName() => $"{Method.InterfaceType.Name}/{Method.Method.Name}";

    public MethodInfo GetMethod() => Method.Method;

    public Type GetInterfaceType() => Method.InterfaceType;

    public TimeSpan? GetDefaultResponseTimeout() => Method.ResponseTimeout;

    public CancellationToken GetCancellationToken() => Method.CancellationOf(arguments);

    public bool IsCancellable => Method.CancellationIndex >= 0;

    public void Dispose()
    {
        // Nothing is pooled here; the member exists for callers written for pooled requests.
    }

    public override string ToString() => $"{TargetId} {GetActivityName()}";
}

internal sealed class Invocation<TResult>(GrainMethod<TResult> method, GrainReference target, object?[] arguments)
    : Invocation(method, arguments)
{
    // The caller's code must never run inside the callee's turn.
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _cancellation;

    public GrainReference Reference => target;

    public override GrainId TargetId => target.GrainId;

    public Task<TResult> Answer => _answer.Task;

    public override bool Answered => _answer.Task.IsCompleted;

    public PendingCalls? Pending { get; set; }

    /// <summary>The same request as a call of its own, for a filter that tries again.</summary>
    public Invocation<TResult> Again() => new(method, target, Arguments);

    public override void Start()
    {
        var activation = Target!;
        RequestContext.Snapshot = Context;
        if (activation.Filters.Length > 0 || activation.Class.FiltersItself)
        {
            _ = RunFiltered(activation);
            return;
        }

        try
        {
            var running = method.Run(activation.GrainInstance!, Arguments);
            if (running.IsCompletedSuccessfully)
            {
                Succeed(running.Result);
                activation.TurnEnded(this);
            }
            else
            {
                _ = Await(running, activation);
            }
        }
        catch (Exception exception)
        {
            EndWith(exception, activation);
        }
    }

    public override async Task<Exception?> AnswerFrom(object observer)
    {
        try
        {
            Succeed(await method.Run(observer, Arguments));
            return null;
        }
        catch (Exception exception)
        {
            Fail(exception);
            return exception;
        }
    }

    public override void Fail(Exception exception)
    {
        if (_answer.TrySetException(exception))
        {
            Settle();
        }
        else if (OneWay)
        {
            Target?.LogLostFailure(this, exception);
        }
    }

    public void Succeed(TResult result)
    {
        if (_answer.TrySetResult(result))
        {
            Settle();
        }
    }

    /// <summary>When the token is cancelled the caller stops waiting at once; the callee holds the same token.</summary>
    public void ObserveCancellation(CancellationToken cancellation) => _cancellation = cancellation.UnsafeRegister(
        static (state, token) => ((Invocation<TResult>)state!).Abandon(token), this);

    public override async ValueTask<Response> Invoke()
    {
        try
        {
            return Response.FromResult<object?>(await method.Run(Target!.GrainInstance!, Arguments));
        }
        catch (Exception exception)
        {
            return Response.FromException(exception);
        }
    }

    private async Task Await(ValueTask<TResult> running, Activation activation)
    {
        try
        {
            Succeed(await running);
        }
        catch (Exception exception)
        {
            EndWith(exception, activation);
            return;
        }

        activation.TurnEnded(this);
    }

    private async Task RunFiltered(Activation activation)
    {
        var call = new IncomingCall(this, activation);
        try
        {
            await call.Invoke();
            if (call.Response?.Exception is { } fault)
            {
                EndWith(fault, activation);
                return;
            }

            Succeed(call.Result is TResult result ? result : default!);
        }
        catch (Exception exception)
        {
            EndWith(exception, activation);
            return;
        }

        activation.TurnEnded(this);
    }

    private void EndWith(Exception exception, Activation activation)
    {
        activation.OnFailedTurn(exception);
        Fail(exception);
        activation.TurnEnded(this);
    }

    private void Abandon(CancellationToken cancellation)
    {
        if (_answer.TrySetCanceled(cancellation))
        {
            Pending?.Remove(this);
        }
    }

    private void Settle()
    {
        Pending?.Remove(this);
        _cancellation.Dispose();
    }
}
