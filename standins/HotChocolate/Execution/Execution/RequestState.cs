using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>What all fields of one request share.</summary>
internal sealed class RequestState(
    SchemaModel schema,
    ExecutorOptions options,
    PreparedOperation operation,
    CoercedVariables variables,
    IServiceProvider services,
    IReadOnlyDictionary<string, object?>? contextData,
    CancellationToken requestAborted,
    bool isTimed = true)
{
    private readonly Lock _gate = new();
    private readonly long _started = options.TimeProvider.GetTimestamp();
    private readonly List<IError> _errors = [];
    private System.Collections.Concurrent.ConcurrentDictionary<string, object?>? _contextData;
    private CancellationTokenSource? _timeout;
    private CancellationTokenSource? _abort;
    private CancellationToken _abortToken;

    public SchemaModel Schema { get; } = schema;

    public ExecutorOptions Options { get; } = options;

    public PreparedOperation Operation { get; } = operation;

    public CoercedVariables Variables { get; } = variables;

    public IServiceProvider Services { get; } = services;

    public CancellationToken RequestAborted { get; } = requestAborted;

    public IDictionary<string, object?> ContextData
    {
        get
        {
            lock (_gate)
            {
                return _contextData ??= new(contextData ?? new Dictionary<string, object?>());
            }
        }
    }

    /// <summary>Cancelled when the client goes away or the time is up. Made on first need, for most requests end at once.</summary>
    public CancellationToken Abort
    {
        get
        {
            lock (_gate)
            {
                if (_abort is null)
                {
                    var left = isTimed ? Remaining > TimeSpan.Zero ? Remaining : TimeSpan.Zero : Timeout.InfiniteTimeSpan;
                    _timeout = new CancellationTokenSource(left, Options.TimeProvider);
                    _abort = CancellationTokenSource.CreateLinkedTokenSource(RequestAborted, _timeout.Token);
                    _abortToken = _abort.Token;
                }

                return _abortToken;
            }
        }
    }

    public bool IsOver => RequestAborted.IsCancellationRequested || isTimed && Remaining <= TimeSpan.Zero;

    private TimeSpan Remaining => Options.ExecutionTimeout - Options.TimeProvider.GetElapsedTime(_started);

    /// <summary>Stops the clock once the request is answered.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _timeout?.Dispose();
            _abort?.Dispose();
        }
    }

    public void AddError(IError error)
    {
        lock (_gate)
        {
            _errors.Add(error);
        }
    }

    public IReadOnlyList<IError> Errors
    {
        get
        {
            lock (_gate)
            {
                return _errors.Count == 0 ? [] : _errors.ToArray();
            }
        }
    }

    public IError OverError() => RequestAborted.IsCancellationRequested
        ? ErrorBuilder.New().SetMessage("The request was canceled.").SetCode(ErrorCodes.Execution.Canceled).Build()
        : ErrorBuilder.New()
            .SetMessage($"The request exceeded the configured timeout of `{Options.ExecutionTimeout}`.")
            .SetCode(ErrorCodes.Execution.Timeout)
            .Build();
}
