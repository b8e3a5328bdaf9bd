using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Networks.Silo.Storage;

/// <summary>Opens the store before the silo starts, so that a store that cannot be used ends the start with its own words.</summary>
internal sealed class StoreOpening(IStoreProbe store, NetworksStoreOptions options, ILogger<StoreOpening> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.Open(cancellationToken);
        logger.LogInformation("Store: {Store}", options);
    }

    /// <summary>The store closes with the container, after everything that writes to it has ended.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
