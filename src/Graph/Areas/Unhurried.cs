namespace Networks.Graph.Areas;

/// <summary>
/// Work over the area that nobody waits for. Spread over all processors it would hold up everybody who does wait, for as long as it takes:
/// threads that answer requests are as many as there are processors. So it runs on one thread of its own, part after part.
/// </summary>
public static class Unhurried
{
    [ThreadStatic]
    private static bool _isHere;

    /// <summary>Does <paramref name="work"/> on a thread of its own.</summary>
    public static Task<T> Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            _isHere = true;
            try
            {
                done.SetResult(work());
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        })
        {
            IsBackground = true,
            Name = "unhurried work",
        };
        thread.Start();
        return done.Task;
    }

    /// <summary>Does each part, side by side unless this is work that nobody waits for.</summary>
    internal static void For(int count, Action<int> each)
    {
        if (!_isHere)
        {
            Parallel.For(0, count, each);
            return;
        }

        for (var at = 0; at < count; at++)
        {
            each(at);
        }
    }
}
