namespace GreenDonut;

/// <summary>Says when a batch that was begun is fetched.</summary>
public interface IBatchScheduler
{
    /// <summary>Fetches the batch when nothing else can make progress.</summary>
    internal void Schedule(ScheduledBatch batch);
}

/// <summary>Keys that wait for one call to the source.</summary>
internal abstract class ScheduledBatch
{
    /// <summary>Asks the source; never throws, for a fault is handed out by <see cref="Publish"/>.</summary>
    public abstract ValueTask FetchAsync();

    /// <summary>Lets those who wait for the values go on, each until it waits again.</summary>
    public abstract void Publish();
}
