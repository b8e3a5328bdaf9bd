namespace HotChocolate.Execution;

internal sealed class OperationResult : IOperationResult
{
    public ExecutionResultKind Kind => ExecutionResultKind.SingleResult;

    public IReadOnlyDictionary<string, object?>? Data { get; init; }

    public IReadOnlyList<IError>? Errors { get; init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    public IReadOnlyDictionary<string, object?>? ContextData { get; init; }

    public bool IsDataSet { get; init; }

    /// <summary>A refusal before execution: no `data` entry.</summary>
    public static OperationResult Refused(IReadOnlyList<IError> errors) => new() { Errors = errors };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
