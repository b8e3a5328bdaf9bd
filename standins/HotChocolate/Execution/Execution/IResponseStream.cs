namespace HotChocolate.Execution;

/// <summary>The answer to a subscription: one result an event, until the source ends or the reader stops.</summary>
public interface IResponseStream : IExecutionResult
{
    IAsyncEnumerable<IOperationResult> ReadResultsAsync();
}
