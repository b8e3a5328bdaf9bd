namespace HotChocolate.Execution;

/// <summary>Work that became possible while an operation runs: a value has arrived, or a batch has been fetched.</summary>
internal interface IExecutionStep
{
    void Run();
}
