using System.Runtime.InteropServices;

namespace Networks.Grains.Simulations;

/// <summary>
/// Work of a simulation, on a thread of its own that ends with it and gives way to every other: it never takes a thread of the pool on
/// which commands and questions are answered, and where they want its core they get it at once.
/// </summary>
internal static class OwnThread
{
    private const int ThisThread = 0;
    private const int GivesWay = 10;

    /// <summary>Does the work and gives what came of it.</summary>
    public static Task<T> Run<T>(Func<T> work, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () =>
        {
            GiveWay();
            return work();
        },
        cancellationToken, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    // The runtime knows priorities on Windows alone. Linux has them thread by thread; one that cannot be lowered stays as it is.
    private static void GiveWay()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(0, ThisThread, GivesWay);
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    private static extern int SetPriority(int which, int who, int priority);
}
