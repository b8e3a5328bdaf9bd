namespace HotChocolate.Execution;

/// <summary>The answer to a request.</summary>
public interface IExecutionResult : IAsyncDisposable
{
    ExecutionResultKind Kind { get; }

    IReadOnlyDictionary<string, object?>? ContextData { get; }
}

public enum ExecutionResultKind
{
    SingleResult,
    DeferredResult,
    BatchResult,
    SubscriptionResult
}
