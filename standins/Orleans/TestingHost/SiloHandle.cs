using Orleans.Runtime;

namespace Orleans.TestingHost;

/// <summary>One silo of a test's cluster.</summary>
public abstract class SiloHandle : IDisposable, IAsyncDisposable
{
    public string Name { get; set; } = "";

    public SiloAddress SiloAddress { get; set; } = SiloAddress.Zero;

    public abstract bool IsActive { get; }

    /// <summary>Gracefully, turns in progress end and grains deactivate; otherwise the silo is left as if it had died.</summary>
    public abstract Task StopSiloAsync(bool stopGracefully);

    public void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await StopSiloAsync(stopGracefully: true);
        GC.SuppressFinalize(this);
    }
}
