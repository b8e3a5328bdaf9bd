namespace Networks.Simulation.Events;

/// <summary>The main loop of every run, of queues with a known answer as of the community.</summary>
public static class EventLoop
{
    // Often enough that a cancelled run stops at once, seldom enough to cost nothing.
    private const long EventsBetweenLooks = 1 << 14;

    /// <summary>
    /// Lets everything happen up to and including <paramref name="until"/>; says how many events that were. Going on later with a
    /// greater <paramref name="until"/> is the same run.
    /// </summary>
    public static long Run<TModel>(TModel model, long until, CancellationToken cancellationToken = default)
        where TModel : class, IEventModel
    {
        var happened = 0L;
        var events = model.Events;
        while (events.TryTake(until, out var next))
        {
            model.Happen(next);
            if (++happened % EventsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return happened;
    }
}
