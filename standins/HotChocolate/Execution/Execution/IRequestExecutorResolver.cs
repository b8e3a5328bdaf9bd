namespace HotChocolate.Execution;

/// <summary>Finds the executor of a named schema.</summary>
public interface IRequestExecutorResolver
{
    ValueTask<IRequestExecutor> GetRequestExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default);
}
