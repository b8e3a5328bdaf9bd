using System.Collections.Concurrent;

namespace Networks.Orleans.Tests.Cluster;

/// <summary>Points at which code inside grains and code of a test wait for each other, so that no test depends on time.</summary>
internal static class Meeting
{
    private static readonly ConcurrentDictionary<string, Point> Points = new();

    /// <summary>Says that it came; answers when so many have.</summary>
    public static Task OfAsync(string name, int parties)
    {
        var point = Points.GetOrAdd(name, _ => new Point());
        if (Interlocked.Increment(ref point.Came) == parties)
        {
            point.All.SetResult();
        }

        return point.All.Task;
    }

    /// <summary>Opens a door that others wait at.</summary>
    public static void Open(string door) => Points.GetOrAdd(door, _ => new Point()).All.TrySetResult();

    /// <summary>Waits until somebody opens the door.</summary>
    public static Task Until(string door) => Points.GetOrAdd(door, _ => new Point()).All.Task;

    /// <summary>A name no other test uses.</summary>
    public static string NewName() => Guid.NewGuid().ToString("N");

    private sealed class Point
    {
        public int Came;

        public TaskCompletionSource All { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
