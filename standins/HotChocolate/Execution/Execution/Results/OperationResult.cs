namespace HotChocolate.Execution;

internal sealed class OperationResult : IOperationResult
{
    public ExecutionResultKind Kind => ExecutionResultKind.SingleResult;

    public IReadOnlyDictionary<string, object?>? Data { get; init; }

    public IReadOnlyList<IError>? Errors { get; init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    public IReadOnlyDictionary<string, object?>? ContextData { get; init; }

    public bool IsDataSet { get; init; }

    /// <summary>Why there is no data at all; stays true whatever an error filter makes of the errors.</summary>
    public Refusal Refusal { get; init; }

    /// <summary>No `data` entry.</summary>
    public static OperationResult Refused(IReadOnlyList<IError> errors, Refusal refusal) => new() { Errors = errors, Refusal = refusal };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

internal enum Refusal
{
    None,

    /// <summary>The client must change the request.</summary>
    BadRequest,

    /// <summary>The transport does not take this kind of operation.</summary>
    OperationNotAllowed,

    /// <summary>Execution began and was ended as a whole: the time is up, or the engine failed.</summary>
    Ended
}
