using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Orleans.TestingHost;

/// <summary>A silo that lives in the test's own process.</summary>
public class InProcessSiloHandle : SiloHandle
{
    private bool _isActive = true;

    internal InProcessSiloHandle(string name, IHost host)
    {
        Name = name;
        SiloHost = host;
        SiloAddress = host.Services.GetRequiredService<IGrainRuntime>().SiloAddress;
    }

    public IHost SiloHost { get; }

    public IServiceProvider ServiceProvider => SiloHost.Services;

    public override bool IsActive => _isActive;

    public override async Task StopSiloAsync(bool stopGracefully)
    {
        if (_isActive)
        {
            _isActive = false;
            await SiloHost.StopAsync(new CancellationToken(canceled: !stopGracefully));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (SiloHost is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
