using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>Starts and stops the silo with the host it lives in.</summary>
internal sealed class SiloHost(SiloLifecycle lifecycle, Catalog catalog, ActivationCollector collector, IServiceProvider services)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        catalog.Logger.LogInformation("Engine: Orleans stand-in (one process, no cluster)");
        foreach (var refusal in services.GetServices<StartRefusal>())
        {
            throw new OrleansConfigurationException(refusal.Reason);
        }

        foreach (var participant in services.GetServices<ILifecycleParticipant<ISiloLifecycle>>())
        {
            participant.Participate(lifecycle);
        }

        lifecycle.Subscribe(
            nameof(Catalog), ServiceLifecycleStage.GrainDeactivation, _ => Task.CompletedTask, catalog.CloseAsync);
        lifecycle.Subscribe(nameof(ActivationCollector), ServiceLifecycleStage.BecomeActive, StartCollector, _ => collector.StopAsync());
        await lifecycle.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await lifecycle.StopAsync(cancellationToken);
        catalog.Pending.Dispose();
    }

    private Task StartCollector(CancellationToken cancellation)
    {
        collector.Start();
        return Task.CompletedTask;
    }
}

/// <summary>Something the stand-in was asked for and does not do; said when the host starts.</summary>
internal sealed record StartRefusal(string Reason);
