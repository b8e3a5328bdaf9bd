namespace GreenDonut;

/// <summary>Fetches at once, so that every batch has one key; for use outside a request.</summary>
public sealed class AutoBatchScheduler : IBatchScheduler
{
    public static AutoBatchScheduler Default { get; } = new();

    void IBatchScheduler.Schedule(ScheduledBatch batch) => _ = RunAsync(batch);

    private static async Task RunAsync(ScheduledBatch batch)
    {
        await batch.FetchAsync().ConfigureAwait(false);
        batch.Publish();
    }
}
