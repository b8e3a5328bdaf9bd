using GreenDonut;
using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>
/// Who works when. Steps queue up; one thread drains them. When the queue is empty, no field can make progress, so the batches
/// of data loaders are fetched; when nothing is pending either, the next root field of a mutation begins, or the operation ends.
/// </summary>
internal sealed partial class OperationExecution
{
    private readonly Lock _gate = new();
    private readonly Queue<IExecutionStep> _ready = [];
    private List<ScheduledBatch> _batches = [];
    private TaskCompletionSource? _finished;
    private ExecutionContext? _context;
    private bool _isDraining = true;
    private IError? _end;
    private object? _rootValue;
    private int _pending;
    private int _rootFieldsBegun;

    /// <summary>Runs to the end; the error is one that ends the whole request, such as the time being up.</summary>
    public ValueTask<IError?> RunAsync(CompiledSelectionSet root, object? rootValue)
    {
        _rootValue = rootValue;
        _root = new ResultObject(null, 0, root);
        if (SynchronizationContext.Current is not null)
        {
            return new ValueTask<IError?>(Task.Run(() => RunAsync(root, rootValue).AsTask()));
        }

        _context = ExecutionContext.Capture();
        Drain();
        return _finished is null ? new ValueTask<IError?>(_end) : WaitAsync(_finished.Task);
    }

    private async ValueTask<IError?> WaitAsync(Task finished)
    {
        await using var registration = State.Abort
            .UnsafeRegister(static self => ((OperationExecution)self!).Stop(), this)
            .ConfigureAwait(false);
        await finished.ConfigureAwait(false);
        return _end;
    }

    /// <summary>Ends the request whatever its resolvers do; what they answer later is dropped.</summary>
    private void Stop()
    {
        lock (_gate)
        {
            if (_finished!.Task.IsCompleted)
            {
                return;
            }

            _end ??= State.OverError();
        }

        _finished.TrySetResult();
    }

    public void Enqueue(IExecutionStep step)
    {
        lock (_gate)
        {
            _ready.Enqueue(step);
            if (_isDraining)
            {
                return;
            }

            _isDraining = true;
        }

        DrainAsRequest();
    }

    /// <summary>
    /// A batch was begun. From within a step it waits for the queue to run empty; from a resolver that goes on elsewhere it waits
    /// one turn of the thread pool, so that others who go on at the same moment can join it.
    /// </summary>
    public void Schedule(ScheduledBatch batch)
    {
        lock (_gate)
        {
            _batches.Add(batch);
            if (_isDraining)
            {
                return;
            }

            _isDraining = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static execution => execution.DrainAsRequest(), this, preferLocal: false);
    }

    public void Resume(ResolverCall call)
    {
        _pending--;
        if (!call.Target.IsAlive)
        {
            Observe(call);
            return;
        }

        object? value;
        try
        {
            value = call.Result;
        }
        catch (Exception fault)
        {
            Fail(call.Target, call.Slot, fault);
            return;
        }

        Complete(call.CompiledField, call.CompiledField.Definition.Type, call.Target, call.Slot, value);
    }

    /// <summary>Takes the value nobody waits for any more; its fault would only repeat that of a sibling.</summary>
    private static void Observe(ResolverCall call)
    {
        try
        {
            _ = call.Result;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The place it would be reported at is no longer part of the response (section 6.4.4).
            return;
        }
    }

    /// <summary>
    /// Goes on under the ambient state of the request (who asks, what is traced), not that of whoever happened to bring a value.
    /// </summary>
    private void DrainAsRequest()
    {
        if (_context is null)
        {
            Drain();
            return;
        }

        ExecutionContext.Run(_context, static execution => ((OperationExecution)execution!).Drain(), this);
    }

    private void Drain()
    {
        try
        {
            while (TakeStep() is { } step)
            {
                step.Run();
            }
        }
        catch (ExecutionEndedException end)
        {
            Finish(end.Error);
        }
        catch (Exception fault)
        {
            Finish(ErrorBuilder.New().SetMessage("Unexpected Execution Error").SetException(fault).Build());
        }
    }

    private void Finish(IError? end)
    {
        lock (_gate)
        {
            _end ??= end;
        }

        _finished?.TrySetResult();
    }

    /// <summary>What to do next; null when this thread has nothing left to do.</summary>
    private IExecutionStep? TakeStep()
    {
        while (true)
        {
            List<ScheduledBatch>? batches = null;
            lock (_gate)
            {
                if (_end is not null)
                {
                    return null;
                }

                if (_ready.TryDequeue(out var step))
                {
                    return step;
                }

                if (_batches.Count > 0)
                {
                    batches = _batches;
                    _batches = [];
                }
                else if (_pending > 0)
                {
                    _finished ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    _isDraining = false;
                    return null;
                }
            }

            if (batches is not null)
            {
                batches.ForEach(Fetch);
            }
            else if (!BeginRootFields())
            {
                Finish(null);
                return null;
            }
        }
    }

    private void Fetch(ScheduledBatch batch)
    {
        _pending++;
        var step = new PublishStep(this, batch);
        var fetch = batch.FetchAsync().ConfigureAwait(false).GetAwaiter();
        if (fetch.IsCompleted)
        {
            Enqueue(step);
        }
        else
        {
            fetch.UnsafeOnCompleted(() => Enqueue(step));
        }
    }

    /// <summary>All root fields of a query, the next one of a mutation; false when there are none left.</summary>
    private bool BeginRootFields()
    {
        if (_root.IsDead || _rootFieldsBegun >= _root.Slots.Length)
        {
            return false;
        }

        if (State.Operation.Node.Kind == OperationKind.Mutation)
        {
            CountWork(1);
            ExecuteField(_root, _rootFieldsBegun++, _rootValue);
        }
        else
        {
            _rootFieldsBegun = _root.Slots.Length;
            ExecuteObject(_root, _rootValue);
        }

        return true;
    }

    /// <summary>
    /// Lets those who wait for a fetched batch go on. It runs as a step, so the keys they ask for next form one batch again.
    /// </summary>
    private sealed class PublishStep(OperationExecution execution, ScheduledBatch batch) : IExecutionStep
    {
        public void Run()
        {
            execution._pending--;
            batch.Publish();
        }
    }
}
