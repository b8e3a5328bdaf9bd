namespace HotChocolate.Execution;

/// <summary>The results of a subscription whose source stream is open.</summary>
internal sealed class ResponseStream(Func<IAsyncEnumerable<IOperationResult>> read) : IResponseStream
{
    public ExecutionResultKind Kind => ExecutionResultKind.SubscriptionResult;

    public IReadOnlyDictionary<string, object?>? ContextData => null;

    public IAsyncEnumerable<IOperationResult> ReadResultsAsync() => read();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
