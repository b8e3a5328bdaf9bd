namespace HotChocolate.Execution;

/// <summary>The answer to a query or a mutation, or one event of a subscription.</summary>
public interface IOperationResult : IExecutionResult
{
    /// <summary>Fields in the order of the request.</summary>
    IReadOnlyDictionary<string, object?>? Data { get; }

    IReadOnlyList<IError>? Errors { get; }

    IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>False when the request failed before execution began; then there is no `data` entry at all.</summary>
    bool IsDataSet { get; }
}
