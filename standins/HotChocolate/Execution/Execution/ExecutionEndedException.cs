namespace HotChocolate.Execution;

/// <summary>Ends the whole request, past all its fields: the time is up, the client is gone, or the answer grows too large.</summary>
internal sealed class ExecutionEndedException(IError error) : Exception(error.Message)
{
    public IError Error { get; } = error;
}
