namespace HotChocolate.Execution;

public static class RequestExecutorExtensions
{
    /// <summary>Executes a document that needs no variables.</summary>
    public static Task<IExecutionResult> ExecuteAsync(
        this IRequestExecutor executor,
        string sourceText,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executor);
        return executor.ExecuteAsync(OperationRequestBuilder.New().SetDocument(sourceText).Build(), cancellationToken);
    }

    /// <summary>Executes a request that is built in place.</summary>
    public static Task<IExecutionResult> ExecuteAsync(
        this IRequestExecutor executor,
        Action<OperationRequestBuilder> buildRequest,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executor);
        ArgumentNullException.ThrowIfNull(buildRequest);
        var builder = OperationRequestBuilder.New();
        buildRequest(builder);
        return executor.ExecuteAsync(builder.Build(), cancellationToken);
    }
}
