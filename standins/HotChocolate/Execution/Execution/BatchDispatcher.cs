using GreenDonut;

namespace HotChocolate.Execution;

/// <summary>Hands the batches of one request scope to the execution that runs in it; without one they are fetched at once.</summary>
internal sealed class BatchDispatcher : IBatchScheduler
{
    private volatile OperationExecution? _execution;

    public void Attach(OperationExecution execution) => _execution = execution;

    public void Detach(OperationExecution execution)
    {
        if (ReferenceEquals(_execution, execution))
        {
            _execution = null;
        }
    }

    void IBatchScheduler.Schedule(ScheduledBatch batch)
    {
        if (_execution is { } execution)
        {
            execution.Schedule(batch);
        }
        else
        {
            ((IBatchScheduler)AutoBatchScheduler.Default).Schedule(batch);
        }
    }
}
