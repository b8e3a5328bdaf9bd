using GreenDonut;

namespace HotChocolate.Execution;

/// <summary>Holds the batches of one request until no field can make progress. Register it per request scope as <see cref="IBatchScheduler"/>.</summary>
internal sealed class BatchDispatcher : IBatchScheduler
{
    private readonly Queue<Func<ValueTask>> _waiting = [];

    void IBatchScheduler.Schedule(Func<ValueTask> fetch) => _waiting.Enqueue(fetch);
}
