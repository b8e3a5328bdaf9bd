namespace Networks.Grains.Simulations;

/// <summary>
/// Work of a simulation, on a thread of its own that ends with it: it never takes a thread of the pool on which commands and questions are
/// answered, so these share the cores with it as the machine sees fit and never queue behind it.
/// </summary>
internal static class OwnThread
{
    /// <summary>Does the work and gives what came of it.</summary>
    public static Task<T> Run<T>(Func<T> work, CancellationToken cancellationToken) => Task.Factory.StartNew(
        work, cancellationToken, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
}
