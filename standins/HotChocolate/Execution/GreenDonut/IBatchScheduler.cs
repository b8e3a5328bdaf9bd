namespace GreenDonut;

/// <summary>Says when a batch that was begun is fetched.</summary>
public interface IBatchScheduler
{
    /// <summary>Runs the fetch when nothing else can make progress.</summary>
    internal void Schedule(Func<ValueTask> fetch);
}
