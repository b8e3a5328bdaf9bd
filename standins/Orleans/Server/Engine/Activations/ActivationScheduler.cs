namespace Orleans.Runtime;

/// <summary>
/// Runs the turns and continuations of one activation, one at a time, on whichever pool thread is free.
/// Being the current TaskScheduler of its turns, it also gets every continuation of theirs.
/// </summary>
internal abstract class ActivationScheduler : TaskScheduler, IThreadPoolWorkItem
{
    private const int ItemsBeforeYielding = 128;

    // Also guards the state of the activation, so that one lock serves a call from arrival to answer.
    private protected readonly Lock Gate = new();
    private readonly Queue<object> _work = new();
    private bool _pumping;

    public override int MaximumConcurrencyLevel => 1;

    void IThreadPoolWorkItem.Execute()
    {
        var previous = RuntimeContext.Current;
        RuntimeContext.Current = (IGrainContext)this;
        try
        {
            for (var i = 0; i < ItemsBeforeYielding; i++)
            {
                object? item;
                lock (Gate)
                {
                    if (!_work.TryDequeue(out item))
                    {
                        _pumping = false;
                        return;
                    }
                }

                if (item is Task task)
                {
                    TryExecuteTask(task);
                }
                else
                {
                    // A turn begins as a task so that TaskScheduler.Current is this scheduler within it.
                    new Task(static turn => ((ITurn)turn!).Start(), item).RunSynchronously(this);
                }
            }
        }
        finally
        {
            RuntimeContext.Current = previous;
        }

        // Others want the thread too.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Runs an operation of the engine's own as a turn, behind what waits already.</summary>
    protected void RunTurn(ITurn turn)
    {
        bool start;
        lock (Gate)
        {
            start = EnqueueTurn(turn);
        }

        if (start)
        {
            Pump();
        }
    }

    /// <summary>True if no turn and no continuation runs or waits. The caller holds the gate.</summary>
    protected bool IsAtRest => !_pumping;

    /// <summary>Takes a turn into the queue. The caller holds the gate and starts the pump after releasing it if told to.</summary>
    protected bool EnqueueTurn(ITurn turn)
    {
        _work.Enqueue(turn);
        return BeginPumping();
    }

    protected void Pump() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);

    protected sealed override void QueueTask(Task task)
    {
        bool start;
        lock (Gate)
        {
            _work.Enqueue(task);
            start = BeginPumping();
        }

        if (start)
        {
            Pump();
        }
    }

    protected sealed override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(RuntimeContext.Current, this) && TryExecuteTask(task);

    protected sealed override IEnumerable<Task> GetScheduledTasks()
    {
        lock (Gate)
        {
            return [.. _work.OfType<Task>()];
        }
    }

    private bool BeginPumping()
    {
        var start = !_pumping;
        _pumping = true;
        return start;
    }
}
