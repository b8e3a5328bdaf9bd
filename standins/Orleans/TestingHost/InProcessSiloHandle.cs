using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Orleans.TestingHost;

/// <summary>One silo of a cluster inside a test.</summary>
public class InProcessSiloHandle : IDisposable, IAsyncDisposable
{
    internal InProcessSiloHandle(string name, IHost host)
    {
        Name = name;
        SiloHost = host;
        SiloAddress = host.Services.GetRequiredService<IGrainRuntime>().SiloAddress;
    }

    public string Name { get; }

    public SiloAddress SiloAddress { get; }

    public IHost SiloHost { get; }

    public IServiceProvider ServiceProvider => SiloHost.Services;

    public bool IsActive { get; private set; } = true;

    /// <summary>Gracefully, turns in progress end and grains deactivate; otherwise the silo is left as if it had died.</summary>
    public async Task StopSiloAsync(bool stopGracefully)
    {
        if (IsActive)
        {
            IsActive = false;
            await SiloHost.StopAsync(new CancellationToken(canceled: !stopGracefully));
        }
    }

    public void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    public async ValueTask DisposeAsync()
    {
        await StopSiloAsync(stopGracefully: true);
        if (SiloHost is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
