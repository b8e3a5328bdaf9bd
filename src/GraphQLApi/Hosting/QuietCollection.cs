namespace Networks.GraphQLApi.Hosting;

/// <summary>
/// Has the oldest memory collected when nobody asks for anything. By itself the runtime does so once enough has grown old, which is while
/// thousands write, and then it takes a tenth of a second of every core from them.
/// </summary>
/// <param name="time">The machine's clock, whatever clock the area lives by.</param>
/// <param name="look">What the runtime has counted.</param>
/// <param name="collect">Collects the oldest memory, beside whoever comes meanwhile.</param>
internal sealed class QuietCollection(TimeProvider time, Func<MemoryUse> look, Action collect) : BackgroundService
{
    /// <summary>It looks so often.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>Whoever allocates no more than this from one look to the next serves hardly anybody: some sixty changes do.</summary>
    public const long QuietBytesMax = 2 << 20;

    /// <summary>From so many collections of the young on there is something to do; a server that is hardly used is left alone.</summary>
    public const int YoungCollectionsMin = 4;

    /// <summary>Over the process' own memory.</summary>
    public static QuietCollection OfThisProcess() => new(TimeProvider.System, MemoryUse.Now, CollectOldest);

    /// <summary>Collects this process' oldest memory, beside whoever works where the runtime can, and comes back at once.</summary>
    public static void CollectOldest() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Between, time);
        var (before, collected) = (look(), default(MemoryUse));
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            var now = look();
            if (now.OldCollections != collected.OldCollections)
            {
                collected = now;
            }

            if (now.AllocatedBytes - before.AllocatedBytes <= QuietBytesMax
                && now.YoungCollections - collected.YoungCollections >= YoungCollectionsMin)
            {
                collect();
            }

            before = now;
        }
    }
}
